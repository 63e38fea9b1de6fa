"""What the window shows while somebody is signed in: his places, what waits there, the clock."""

from PySide6.QtCore import QObject, Qt, QTimer, Slot

from app.labels import label
from app.models.roles import Role
from app.services import home
from app.services.home import Waiting
from app.services.transaction import Actor
from app.ui.bridge import OfficeBridge, QueryRunner
from app.ui.pause_desk import PauseDesk
from app.ui.places import places_for
from app.ui.window import MainWindow

_MINUTE = 60_000
_AFTER_PAINT = 50  # ms


class Desk(QObject):
    """Keeps rail and heading true while the office changes and time passes."""

    def __init__(self, window: MainWindow, bridge: OfficeBridge) -> None:
        super().__init__(bridge)
        self._window, self._bridge = window, bridge
        self._agency = ""
        self._seen_roles: frozenset[Role] = frozenset()
        self._pauses = PauseDesk(window, bridge, self)
        self._waiting = QueryRunner(bridge, self)
        self._waiting.answered.connect(self._on_waiting)
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE)
        self._minute.timeout.connect(self._ask)
        bridge.changed.connect(self._on_office_changed)

    def begin(self) -> None:
        """Show the places of whoever is signed in, the first of them open."""
        actor = self._bridge.office.actor
        if actor is None:
            return
        self._seen_roles = actor.roles
        self._window.set_places(places_for(actor.roles, self._bridge))
        self._window.show_office(self._agency, actor.name, _roles_text(actor))
        self._window.start_clock(self._bridge.office.now)
        self._window.enter("home")
        self._minute.start()
        self._pauses.ask()
        screen = self._window.screen_shown()
        if screen is not None:
            # Beranda is what the person waits for: the counters are asked once it is seen.
            screen.headed.connect(self._on_seen, Qt.ConnectionType.SingleShotConnection)

    def end(self) -> None:
        """Nobody is signed in any more: close the screens."""
        self._minute.stop()
        self._pauses.end()
        self._window.set_places([])
        self.deleteLater()

    @Slot()
    def _on_seen(self) -> None:
        QTimer.singleShot(_AFTER_PAINT, self, self._ask)

    @Slot()
    def _ask(self) -> None:
        office = self._bridge.office
        if office.actor is not None:
            self._waiting.run(home.waiting, office.actor, office.now())

    @Slot(object)
    def _on_waiting(self, waiting: Waiting) -> None:
        actor = self._bridge.office.actor
        if actor is None:
            return
        self._agency = waiting.agency
        self._window.show_office(waiting.agency, actor.name, _roles_text(actor))
        for key, count in waiting.counts.items():
            self._window.set_counter(key, count, alarming=key in waiting.alarming)

    @Slot(frozenset)
    def _on_office_changed(self, aggregates: frozenset[str]) -> None:
        actor = self._bridge.office.actor
        if "person" in aggregates and actor is not None and actor.roles != self._seen_roles:
            self.begin()
        else:
            self._ask()


def _roles_text(actor: Actor) -> str:
    return ", ".join(label(role) for role in Role if role in actor.roles)
