"""What is done to the report as a whole: its signature on paper and its delivery are recorded."""

from datetime import date

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from app.language import wib
from app.models.roles import ADMIN_ONLY, Role
from app.services.reports import ReportYear
from app.ui.bridge import OfficeBridge
from app.ui.reports.sign_dialog import SignDialog
from app.ui.reports.submit_dialog import SubmitDialog

_SIGNERS = ADMIN_ONLY | {Role.HEAD}


class ReportDesk(QObject):
    """Opens the forms of the year that is chosen; knows who may do what."""

    def __init__(self, bridge: OfficeBridge, over: QWidget) -> None:
        super().__init__(over)
        self._bridge, self._over = bridge, over
        self.year = self.today.year
        self.shown: ReportYear | None = None  # what was answered last

    @property
    def today(self) -> date:
        return wib(self._bridge.office.now()).date()

    @property
    def may_write(self) -> bool:
        return self._may(ADMIN_ONLY)

    @property
    def may_sign(self) -> bool:
        """Whoever may record signature and delivery."""
        return self._may(_SIGNERS)

    def _may(self, roles: frozenset[Role]) -> bool:
        actor = self._bridge.office.actor
        return actor is not None and actor.is_any(roles)

    @Slot()
    def sign(self) -> None:
        """Ask for the day, the name and the scan of the signed page."""
        signer = (self.shown and self.shown.signer_name) or ""
        SignDialog(self._bridge, self.year, signer, self.today, self._over).open()

    @Slot()
    def submit(self) -> None:
        """Ask when the report was delivered, and for the receipt's number."""
        SubmitDialog(self._bridge, self.year, self.today, self._over).open()
