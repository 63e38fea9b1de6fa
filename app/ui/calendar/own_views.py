"""The person's own views: how the calendar was left, and those kept under a name."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.language import _
from app.services import calendar_views
from app.services.calendar_filter import Wanted
from app.services.calendar_views import ViewRow, Views
from app.ui.bridge import ActRunner, OfficeBridge, QueryRunner
from app.ui.calendar.view_dialog import ViewDialog
from app.ui.widgets import Telling


class OwnViews(QObject):
    """Asks for them and keeps them; says what the person should know."""

    known = Signal(object)  # the ViewRows under a name
    left_as = Signal(str)  # the kind in which the calendar was left; once, if it is known
    told = Signal(object)  # a Telling
    failed = Signal(Exception)

    def __init__(self, bridge: OfficeBridge, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        actor = bridge.office.actor
        self._person = actor.id if actor is not None else None
        self._is_first = True
        self._leaving = ""  # the kind that is to be kept once the act before has ended
        self._found = QueryRunner(bridge, self)
        self._acts = ActRunner(bridge, self)
        self._leave = ActRunner(bridge, self)
        self._found.answered.connect(self._on_known)
        self._leave.done.connect(self._on_left)
        for runner in (self._found, self._acts, self._leave):
            runner.failed.connect(self.failed)

    @Slot()
    def reload(self) -> None:
        if self._person is not None:
            self._found.run(calendar_views.views_of, self._person)

    @Slot(object)
    def _on_known(self, views: Views) -> None:
        self.known.emit(views.named)
        is_first, self._is_first = self._is_first, False
        if is_first and views.left_as is not None:
            self.left_as.emit(views.left_as)

    def keep_left(self, kind: str) -> None:
        """The person has chosen this kind of view; the next time it is shown at once."""
        self._is_first = False
        if self._person is None:
            return
        self._leaving = "" if self._leave.run(calendar_views.keep_left, kind) else kind

    @Slot(object)
    def _on_left(self, _nothing: object) -> None:
        if self._leaving:
            self.keep_left(self._leaving)

    def ask_name(self, kind: str, wanted: Wanted) -> None:
        """Keep what is shown under a name."""
        dialog = ViewDialog(self._over)
        dialog.chosen.connect(
            lambda name: self._acts.run(calendar_views.save_view, name, kind, wanted)
        )
        dialog.open()

    @Slot(object)
    def drop(self, view: ViewRow) -> None:
        """Let it go; the toast gives it back."""

        def give_back() -> None:
            self._acts.run(calendar_views.save_view, view.name, view.kind, view.wanted)

        if self._acts.run(calendar_views.drop_view, view.id):
            words = _("The view “%(name)s” is gone.") % {"name": view.name}
            self.told.emit(Telling(words, give_back, "x"))
