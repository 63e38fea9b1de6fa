"""What Beranda shows: what needs my act, clocks that run out, the week, what is still lacking."""

from app.services.home.compliance import Compliance, compliance
from app.services.home.needs import Need, NeedKind, needs
from app.services.home.outlook import PlanOutlook, plan_outlook
from app.services.home.view import ClockLine, HomeView, Punctuality, home_view
from app.services.home.waiting import Waiting, waiting

__all__ = [
    "ClockLine",
    "Compliance",
    "HomeView",
    "Need",
    "NeedKind",
    "PlanOutlook",
    "Punctuality",
    "Waiting",
    "compliance",
    "home_view",
    "needs",
    "plan_outlook",
    "waiting",
]
