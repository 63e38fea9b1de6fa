"""The emergency pause in the window: its banner, beginning it with Ctrl+Shift+J, ending it."""

from PySide6.QtCore import QObject, Slot

from app.language import _, ngettext, short_moment_text
from app.models.pause import PAUSERS
from app.services import pausing
from app.services.pausing import PauseRow
from app.ui.bridge import ActRunner, OfficeBridge, QueryRunner
from app.ui.publishing import PublishingList, PublishingTarget
from app.ui.publishing.words import pause_text
from app.ui.widgets import Telling, ask
from app.ui.window import MainWindow
from app.ui.window.pause_banner import PauseLine


class PauseDesk(QObject):
    """Keeps the banner true; leads to what has to be done when a pause begins and ends."""

    def __init__(self, window: MainWindow, bridge: OfficeBridge, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._bridge = window, bridge
        self._rows: tuple[PauseRow, ...] = ()
        self._query = QueryRunner(bridge, self)
        self._acts = ActRunner(bridge, self)
        self._query.answered.connect(self._show)
        self._query.failed.connect(self._on_failed)
        self._acts.done.connect(self._on_ended)
        self._acts.failed.connect(self._on_failed)
        bridge.changed.connect(self._on_office_changed)
        window.pause_asked.connect(self._on_asked)
        window.pause_banner.looked.connect(self._lead_to_held)
        window.pause_banner.end_asked.connect(self._on_end_asked)

    @property
    def _may_pause(self) -> bool:
        actor = self._bridge.office.actor
        return actor is not None and actor.is_any(PAUSERS)

    @Slot()
    def ask(self) -> None:
        """Look what is in force."""
        self._query.run(pausing.in_force)

    def end(self) -> None:
        """Nobody is signed in any more: no banner."""
        self._window.pause_banner.show_pauses(())
        self.deleteLater()

    @Slot(frozenset)
    def _on_office_changed(self, aggregates: frozenset[str]) -> None:
        if aggregates & {"pause", "person"}:
            self.ask()

    @Slot(object)
    def _show(self, rows: tuple[PauseRow, ...]) -> None:
        self._rows = rows
        self._window.pause_banner.show_pauses(
            [
                PauseLine(row.id, pause_text(row), _told(row), may_end=self._may_pause)
                for row in rows
            ]
        )

    # Beginning

    @Slot()
    def _on_asked(self) -> None:
        if not self._may_pause:
            self._window.tell(
                Telling(_("An admin or an official begins an emergency pause."), None, "info")
            )
            return
        from app.ui.publishing.pause_dialog import PauseDialog  # seldom needed

        dialog = PauseDialog(self._bridge, self._window)
        dialog.begun.connect(self._on_begun)
        dialog.open()

    @Slot(int)
    def _on_begun(self, on_platform: int) -> None:
        self._window.tell(Telling(_("The pause is in force."), None, "siren"))
        if on_platform:
            self._window.enter("calendar", PublishingTarget(PublishingList.UNDO))

    # Looking, ending

    @Slot()
    def _lead_to_held(self) -> None:
        self._window.enter("calendar", PublishingTarget(PublishingList.HELD))

    @Slot(int)
    def _on_end_asked(self, pause_id: int) -> None:
        row = next((row for row in self._rows if row.id == pause_id), None)
        if row is None:
            return
        ask(
            self._window,
            "pause.end",
            _("End the emergency pause?"),
            _(
                "Nothing goes out by itself: what should have gone out meanwhile is listed, to be "
                "moved, skipped or kept."
            ),
            _("&End the pause"),
            lambda: self._acts.run(pausing.resume, pause_id),
            icon="siren",
        )

    @Slot(object)
    def _on_ended(self, waiting: object) -> None:
        count = waiting if isinstance(waiting, int) else 0
        if not count:
            self._window.tell(Telling(_("The pause has ended; nothing was due meanwhile.")))
            return
        words = ngettext(
            "The pause has ended; %(n)d post waits for your decision.",
            "The pause has ended; %(n)d posts wait for your decision.",
            count,
        )
        self._window.tell(Telling(words % {"n": count}, None, "siren"))
        self._lead_to_held()

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        from app.wording import sentence  # knows every desk; Beranda is seen before

        self._window.complain(sentence(error))


def _told(row: PauseRow) -> str:
    """`Teh Rina, Jum, 20 Nov 21.40 WIB: longsor di Cililin`."""
    return _("%(who)s, %(when)s WIB: %(why)s") % {
        "who": row.begun_by,
        "when": short_moment_text(row.begun_at),
        "why": row.reason,
    }
