"""An agency of the directory: where inquiries are referred."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.labels import label
from app.language import _
from app.models.agency import AgencyKind
from app.services import agencies
from app.services.agencies import AgencyFacts, AgencyRow
from app.ui.bridge import OfficeBridge
from app.ui.office.forms import FormDialog
from app.ui.widgets import Choice


class AgencyDialog(FormDialog):
    """Adds an agency to the directory or changes one."""

    def __init__(self, bridge: OfficeBridge, row: AgencyRow | None, parent: QWidget) -> None:
        title = _("Add an agency") if row is None else _("Change an agency")
        super().__init__(bridge, "office.agency", title, parent=parent)
        self._row = row
        self._kind = Choice("office.agency.kind", [(label(kind), kind) for kind in AgencyKind])
        self.add_line("name", _("Name"), row.name if row else None, 0, 0, 2)
        self.add_line("short_name", _("Short name"), row.short_name if row else None, 1, 0)
        self.add("kind", _("Kind"), self._kind, 1, 1)
        self.add_line("head_title", _("Title of its head"), row.head_title if row else None, 2, 0)
        self.add_line("area", _("Area it serves"), row.area if row else None, 2, 1)
        self.add_line("contact_name", _("Contact person"), row.contact_name if row else None, 3, 0)
        self.add_line(
            "contact_means",
            _("How to reach"),
            row.contact_means if row else None,
            3,
            1,
            1,
            "WhatsApp 0812…",
        )
        self.add_line("phone", _("Telephone"), row.phone if row else None, 4, 0)
        self.add_line("email", _("E-mail"), row.email if row else None, 4, 1)
        self.add_line("site", _("Site"), row.site if row else None, 5, 0)
        self.add_day("valid_until", _("Exists until"), row.valid_until if row else None, 5, 1)
        if row is not None:
            self._kind.set_value(row.kind)

    def _acting(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        row = self._row
        facts = AgencyFacts(
            AgencyKind(str(self._kind.value())),
            self.text("name"),
            self.text("short_name"),
            row.parent_id if row else None,
            row.code if row else None,
            self.text("head_title"),
            row.town if row else None,
            row.address if row else None,
            self.text("phone"),
            self.text("email"),
            self.text("site"),
            self.text("area"),
            self.text("contact_name"),
            self.text("contact_means"),
            row.valid_from if row else None,
            self.day("valid_until"),
        )
        if row is None:
            return agencies.add_agency, (facts,)
        return agencies.change_agency, (row.id, row.version, facts)
