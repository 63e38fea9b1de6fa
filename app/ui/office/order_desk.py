"""The Surat Perintah of Ringkasan: drawn up, completed, replaced, printed (Pasal 6)."""

import tempfile
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.language import _
from app.services import letters
from app.services.overview import Overview
from app.ui.bridge import ActRunner, OfficeBridge
from app.ui.office.assignment_dialog import AssignmentDialog
from app.ui.widgets.paper import PaperDialog


class OrderDesk(QObject):
    """Opens the forms of the order that the overview shows, and makes its paper."""

    failed = Signal(Exception)

    def __init__(self, bridge: OfficeBridge, over: QWidget) -> None:
        super().__init__(over)
        self._bridge, self._over = bridge, over
        self._view: Overview | None = None
        self._printing = ActRunner(bridge, self)
        self._printing.done.connect(self._on_printed)
        self._printing.failed.connect(self.failed)

    def show_overview(self, view: Overview) -> None:
        self._view = view

    @Slot()
    def draw_up(self) -> None:
        """A new order; one that is in force is replaced once the new one is signed."""
        view = self._view
        if view is not None:
            AssignmentDialog(self._bridge, None, view.people, view.today, self._over).open()

    @Slot()
    def complete(self) -> None:
        """Number and day of the order that is shown."""
        view = self._view
        if view is not None and view.order is not None:
            dialog = AssignmentDialog(self._bridge, view.order, view.people, view.today, self._over)
            dialog.open()

    @Slot()
    def mend(self) -> None:
        """What makes an order be in force: complete the one that waits, else draw one up."""
        view = self._view
        if view is not None and view.order is not None and view.order.signed_on is None:
            self.complete()
        else:
            self.draw_up()

    @Slot()
    def print_order(self) -> None:
        view, office = self._view, self._bridge.office
        if view is None or view.order is None:
            return
        key, paper = view.order.id, view.agency.paper

        def write() -> Path:
            from app.services.printing.assignment_letter import write_assignment_letter

            contents = office.read(letters.letter_contents, key, office.assets, office.is_demo)
            target = Path(tempfile.mkdtemp(prefix="kohkol-")) / "surat-perintah.pdf"
            write_assignment_letter(contents, target, "f4" if paper == "f4" else "a4")
            return target

        self._printing.call(write)

    @Slot(object)
    def _on_printed(self, path: object) -> None:
        assert isinstance(path, Path)  # noqa: S101 what write returns
        PaperDialog(path, _("Assignment letter"), self._over).open()
