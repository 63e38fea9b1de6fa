"""What stands beside deciding in the program: copying, noting, confirming, the weekly sheet."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.language import _, ngettext, wib
from app.services import approvals
from app.services.approvals import QueueRow, Settled
from app.services.errors import OfficeError
from app.ui.approvals.clipboard import ToSend, mime_of
from app.ui.approvals.confirm_dialog import ConfirmDialog
from app.ui.approvals.note_dialog import NoteDialog
from app.ui.approvals.proof_dialog import ProofDialog
from app.ui.approvals.sheet_dialog import SheetDialog
from app.ui.approvals.sheet_printing import PrintSheetDialog
from app.ui.bridge import ActRunner, OfficeBridge, QueryRunner
from app.ui.widgets.paper import PaperDialog
from app.wording import sentence


class NotingDesk(QObject):
    """Opens the dialogs over the screen and tells it what came of them."""

    told = Signal(str)
    failed = Signal(Exception)
    refused = Signal(str)  # what was refused by name while the rest went through

    def __init__(
        self, bridge: OfficeBridge, chosen: Callable[[], list[QueueRow]], over: QWidget
    ) -> None:
        """`chosen` says what is to be copied or noted, `over` is what the dialogs stand over."""
        super().__init__(over)
        self._chosen = chosen
        self._bridge = bridge
        self._office = bridge.office
        self._rows: tuple[QueueRow, ...] = ()
        self._copying = ActRunner(bridge, self)
        self._copying.done.connect(self._on_to_send)
        self._copying.failed.connect(self.failed)
        self._for_note = self._question(self._open_note)
        self._for_print = self._question(self._open_print)
        self._sheets = self._question(self._open_sheet)
        self._marked = self._question(self._open_confirm)
        self._proof = ActRunner(bridge, self)
        self._proof.done.connect(self._on_proof)
        self._proof.failed.connect(self.failed)
        self._proof_of = ""

    @property
    def _over(self) -> QWidget:
        """The screen. It is asked for, not kept: both would hold each other after the end."""
        screen = self.parent()
        assert isinstance(screen, QWidget)  # noqa: S101 as it was made
        return screen

    def _question(self, then: Callable[[Any], None]) -> QueryRunner:
        runner = QueryRunner(self._bridge, self)
        runner.answered.connect(then)
        runner.failed.connect(self.failed)
        return runner

    @Slot()
    def copy(self) -> None:
        """Text, code and pictures onto the clipboard, to be sent on WhatsApp."""
        office, ids = self._office, [row.revision_id for row in self._chosen()]
        if not ids:
            return

        def fetch() -> ToSend:
            message = office.read(approvals.message, ids)
            pictures: dict[str, bytes] = {}
            for shown in message.pictures:
                try:
                    small = office.library.thumbnail(shown.sha256)
                except OfficeError:
                    continue  # the text and its code are sent all the same
                if isinstance(small, bytes):
                    pictures[shown.sha256] = small
            return ToSend(message, pictures)

        self._copying.call(fetch)

    @Slot(object)
    def _on_to_send(self, to_send: object) -> None:
        assert isinstance(to_send, ToSend)  # noqa: S101 what fetch returns
        QGuiApplication.clipboard().setMimeData(mime_of(to_send))
        references = to_send.message.references
        words = ngettext(
            "%(n)d item is on the clipboard with its code. Paste it into WhatsApp.",
            "%(n)d items are on the clipboard with their codes. Paste them into WhatsApp.",
            len(references),
        )
        self.told.emit(words % {"n": len(references)})

    @Slot()
    def note(self) -> None:
        """Catat keputusan… about what is chosen."""
        self._rows = tuple(self._chosen())
        if self._rows:
            self._for_note.run(approvals.deciders_on, self._today())

    @Slot(object)
    def _open_note(self, deciders: list[approvals.DeciderRow]) -> None:
        dialog = NoteDialog(self._bridge, self._rows, self._others(deciders), self._over)
        dialog.noted.connect(self._on_noted)
        dialog.open()

    @Slot()
    def print_sheet(self) -> None:
        """Cetak lembar mingguan…"""
        self._for_print.run(approvals.deciders_on, self._today())

    @Slot(object)
    def _open_print(self, deciders: list[approvals.DeciderRow]) -> None:
        dialog = PrintSheetDialog(self._bridge, self._others(deciders), self._over)
        dialog.printed.connect(self._on_printed)
        dialog.open()

    @Slot(object)
    def _on_printed(self, path: object) -> None:
        assert isinstance(path, Path)  # noqa: S101 what print_sheet returns
        PaperDialog(path, _("Weekly sheet"), self._over).open()

    @Slot()
    def note_sheet(self) -> None:
        """Catat lembar mingguan…"""
        self._sheets.run(approvals.open_sheets)

    @Slot(object)
    def _open_sheet(self, sheets: list[approvals.SheetRow]) -> None:
        if not sheets:
            self.told.emit(_("No printed sheet waits for its scan."))
            return
        dialog = SheetDialog(self._bridge, sheets, self._over)
        dialog.noted.connect(self._on_noted)
        dialog.open()

    @Slot()
    def confirm(self) -> None:
        """The noted decisions of whoever is signed in; an admin sees everybody's."""
        actor = self._office.actor
        if actor is not None:
            self._marked.run(approvals.unconfirmed_of, actor)

    @Slot(object)
    def _open_confirm(self, rows: list[approvals.UnconfirmedRow]) -> None:
        actor = self._office.actor
        dialog = ConfirmDialog(self._bridge, rows, actor.id if actor else None, self._over)
        dialog.confirmed.connect(self._on_confirmed)
        dialog.proof_wanted.connect(self._on_proof_wanted)
        dialog.open()

    @Slot(int)
    def _on_confirmed(self, count: int) -> None:
        words = ngettext("%(n)d decision is confirmed.", "%(n)d decisions are confirmed.", count)
        self.told.emit(words % {"n": count})

    @Slot(str, str)
    def _on_proof_wanted(self, sha256: str, reference: str) -> None:
        library = self._office.library
        self._proof_of = reference
        self._proof.call(lambda: library.thumbnail(sha256))

    @Slot(object)
    def _on_proof(self, picture: object) -> None:
        encoded = picture if isinstance(picture, bytes) else None
        ProofDialog(self._proof_of, encoded, self._over).open()

    @Slot(object)
    def _on_noted(self, settled: object) -> None:
        assert isinstance(settled, Settled)  # noqa: S101 what the dialogs tell
        done, refused = settled_words(settled)
        self.told.emit(done)
        self.refused.emit(refused)

    def _today(self) -> date:
        return wib(self._office.now()).date()

    def _others(self, deciders: list[approvals.DeciderRow]) -> list[approvals.DeciderRow]:
        """Nobody notes his own word: he decides in the program."""
        actor = self._office.actor
        return [who for who in deciders if actor is None or who.id != actor.id]


def settled_words(settled: Settled) -> tuple[str, str]:
    """What went through, for a toast; what did not, for a strip that stays."""
    n = len(settled.done)
    words = ngettext("%(n)d decision is on record.", "%(n)d decisions are on record.", n)
    refused = " ".join(sentence(error) for error in settled.refused)
    return words % {"n": n} if n else "", refused
