"""Files that come into the library: chosen, pasted, or let go over it; then what came of them."""

from typing import cast

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QWidget

from app.language import _
from app.ui.assets.desk import AssetDesk
from app.ui.assets.drop_veil import DropVeil
from app.ui.assets.library_pane import LibraryPane
from app.ui.assets.summary_dialog import SummaryDialog
from app.ui.bridge import OfficeBridge
from app.ui.shelf.intake import Intake, Summary, summary_text
from app.ui.widgets import Telling, ask_for_files


class Arrivals(QObject):
    """Takes in one batch at a time; the library's foot tells how far it is."""

    arrived = Signal(object)  # the key of the first asset of a batch, new or known before
    told = Signal(object)  # the Telling of what came of it
    failed = Signal(Exception)

    def __init__(
        self, bridge: OfficeBridge, desk: AssetDesk, library: LibraryPane, over: QWidget
    ) -> None:
        super().__init__(over)
        self._desk, self._library, self._over = desk, library, over
        self._veil = DropVeil(over)
        self._intake = Intake(bridge, self)
        self._intake.busy.connect(library.adding)
        self._intake.began.connect(library.foot.begin)
        self._intake.progressed.connect(library.foot.set_progress)
        self._intake.ended.connect(library.foot.end)
        self._intake.done.connect(self._on_taken)
        self._intake.failed.connect(self.failed)
        library.foot.cancelled.connect(self._intake.cancel)

    @Slot()
    def choose(self) -> None:
        """Ask for files."""
        take = self._intake.take_files
        ask_for_files(self._over, "assets.files", _("Choose files"), take)

    @Slot()
    def paste(self) -> None:
        """Take what was copied, if this person may write."""
        if self._desk.may_write:
            self._intake.take(QGuiApplication.clipboard().mimeData())

    def hover(self, event: QDragEnterEvent) -> None:
        """Something hangs over the library: show where it may be let go, if it can come in."""
        if not self._intake.is_busy and self._intake.takes(event.mimeData()):
            event.acceptProposedAction()
            self._veil.show_over(self._library.pages)

    def leave(self) -> None:
        """It was carried away again."""
        self._veil.hide()

    def drop(self, event: QDropEvent) -> None:
        """Take what was let go."""
        self._veil.hide()
        if self._intake.take(event.mimeData()):
            event.acceptProposedAction()

    @Slot(object)
    def _on_taken(self, answer: object) -> None:
        summary = cast("Summary", answer)
        self._library.notice.hide()
        touched = (*summary.new, *summary.known)
        if touched:
            self.arrived.emit(touched[0].id)
        if summary.refused or summary.known:
            SummaryDialog(summary, self._over).open()
        else:
            self.told.emit(Telling(summary_text(summary), icon="images"))
