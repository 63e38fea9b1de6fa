"""The wizard as it is seen: the band at the left, the steps, the buttons below."""

from collections.abc import Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING, cast

import shiboken6
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.language import _, pgettext
from app.services.pc_clock import Clock, pc_clock
from app.ui.bridge import LongRunner, Workers
from app.ui.widgets import (
    Button,
    FileKind,
    Notice,
    Pane,
    ProgressFoot,
    Rule,
    Scroll,
    ask_for_file,
    named,
    set_ground,
)
from app.ui.widgets.landscape import Landscape
from app.ui.wizard.accounts_step import AccountsStep
from app.ui.wizard.agency_step import AgencyStep
from app.ui.wizard.answers import Answers, make_office
from app.ui.wizard.people_step import PeopleStep
from app.ui.wizard.place_step import PlaceStep, is_office
from app.ui.wizard.step import Step, StepBar
from app.wording import sentence

if TYPE_CHECKING:
    from app.office import Office
    from app.services.transaction import Progress
    from app.ui.wizard.trial_step import TrialStep

_LAST_TYPED = 3  # the step after which the office is made


class WizardPage(QWidget):
    """Five steps. After the fourth the office exists, and the wizard holds it until the end."""

    opening = Signal(Path)  # an office that is there
    made = Signal(object, Path)  # the Office, its first person signed in, and its folder

    def __init__(
        self,
        workers: Workers,
        known: Sequence[Path],
        clock: Clock = pc_clock,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("wizard")
        set_ground(self, "surface")
        self._workers, self._clock = workers, clock
        self._answers = Answers()
        self._office: Office | None = None
        self._trial: TrialStep | None = None
        self._long = LongRunner(workers, self)
        self._place = PlaceStep(known)
        self._steps: list[Step] = [
            self._place,
            AgencyStep(self._answers, workers),
            PeopleStep(self._answers),
            AccountsStep(self._answers),
        ]
        self._at = 0
        self._is_drafted = False
        self._build()
        self._connect()
        self._show(0)

    def _build(self) -> None:
        self._band = Landscape(
            _("News for citizens,\nanswers in time"),
            _("Five short steps, about ten minutes. Everything can be changed later in Office."),
        )
        self._bar = StepBar(
            [
                pgettext("wizard", "Place"),
                pgettext("wizard", "Agency"),
                pgettext("wizard", "People"),
                pgettext("wizard", "Accounts"),
                _("Try with your files"),
            ]
        )
        self._stack = QStackedWidget()
        for step in self._steps:
            self._stack.addWidget(Scroll(step))
        self._notice = Notice("wizard.notice", "bad", rounded=True)
        self._notice.hide()
        self._progress = ProgressFoot("wizard.making")
        self._link = named(Button("", "link", "archive-restore"), "wizard.link")
        self._back = named(Button(_("&Back")), "wizard.back")
        self._next = named(Button("", "primary", "arrow-right"), "wizard.next")
        foot = Pane("sunken", across=True, margins=(52, 13, 56, 13), gap=10)
        foot.box.addWidget(self._link)
        foot.box.addStretch(1)
        foot.box.addWidget(self._back)
        foot.box.addWidget(self._next)
        inner = QVBoxLayout()
        inner.setContentsMargins(56, 20, 56, 8)
        inner.setSpacing(16)
        inner.addWidget(self._bar)
        inner.addSpacing(4)
        inner.addWidget(self._notice)
        inner.addWidget(self._stack, 1)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addLayout(inner, 1)
        right.addWidget(self._progress)
        right.addWidget(Rule())
        right.addWidget(foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._band)
        row.addWidget(Rule(upright=True))
        row.addLayout(right, 1)

    def _connect(self) -> None:
        self._next.clicked.connect(self._on_next)
        self._back.clicked.connect(self._on_back)
        self._link.clicked.connect(self._on_link)
        self._long.busy.connect(self._set_busy)
        self._long.progressed.connect(self._progress.set_progress)
        self._long.done.connect(self._on_long_done)
        self._long.failed.connect(self._on_failed)
        self._long.cancelled.connect(self._progress.end)
        self._progress.cancelled.connect(self._long.cancel)
        self._place.changed.connect(self._name_buttons)

    def complain(self, words: str) -> None:
        """Say why one is here, if one did not mean to be."""
        self._notice.tell(words)

    def abandon(self) -> None:
        """The window closes before the end: let go of the office that was made."""
        self._long.cancel()
        self._end_trial()
        office, self._office = self._office, None
        if office is not None:
            office.close()

    # Going on and back

    def _show(self, number: int) -> None:
        self._at = number
        self._notice.hide()
        self._bar.show_step(number)
        self._stack.setCurrentIndex(number)
        self._name_buttons()
        self._steps[number].enter()

    @Slot()
    def _name_buttons(self) -> None:
        names = {
            1: _("On to &People"),
            2: _("On to &Accounts"),
            _LAST_TYPED: _("&Make the office"),
            4: _("Open the &office") if self._is_drafted else _("&Make a draft of the report"),
        }
        first = {
            "new": _("On to &Agency"),
            "open": _("&Open the office"),
            "demo": _("&Open the demo office"),
        }
        self._next.setText(names.get(self._at) or first[self._place.what])
        is_draft = self._at == 4 and not self._is_drafted
        self._next.set_icon("file-chart-column" if is_draft else "arrow-right", at_end=not is_draft)
        self._back.setVisible(0 < self._at <= _LAST_TYPED)
        self._link.setVisible(self._at == 0 or (self._at == 4 and not self._is_drafted))
        restore = self._at == 0
        self._link.setText(_("&Restore from a backup…") if restore else _("&Skip, begin empty"))
        self._link.set_icon("archive-restore" if restore else "arrow-right")

    @Slot()
    def _on_back(self) -> None:
        self._show(self._at - 1)

    @Slot()
    def _on_next(self) -> None:
        if self._at == 4:
            self._finish_trial()
        elif not self._steps[self._at].is_filled():
            return
        elif self._at == 0:
            self._leave_place()
        elif self._at == _LAST_TYPED:
            self._make()
        else:
            self._show(self._at + 1)

    @Slot()
    def _on_link(self) -> None:
        if self._at == 0:
            self._choose_backup()
        else:
            self._give_office()

    def _leave_place(self) -> None:
        folder = self._place.folder
        if self._place.what == "new":
            self._answers.folder = folder
            self._show(1)
        elif is_office(folder):
            self.opening.emit(folder)
        else:
            self._progress.begin(_("Making the demo office"))
            self._long.run(lambda progress: _demo(folder, progress))

    def _choose_backup(self) -> None:
        kinds = (FileKind.BACKUP,)
        ask_for_file(self, "wizard.backup", _("Choose a backup"), self._restore, kinds)

    def _restore(self, backup: Path) -> None:
        folder = self._place.folder
        self._progress.begin(_("Restoring the office"))
        self._long.run(lambda progress: _restored(backup, folder, progress))

    # The office

    def _make(self) -> None:
        self._set_busy(True)
        self._workers.submit(lambda: make_office(self._answers, self._clock), self._on_made)

    def _on_made(self, done: "Future[object]") -> None:
        error = done.exception()
        if not shiboken6.isValid(self):
            if error is None:
                cast("Office", done.result()).close()
            return
        self._set_busy(False)
        if error is not None:
            self._on_failed(error)
            return
        self._office = cast("Office", done.result())
        self._begin_trial(self._office)

    def _begin_trial(self, office: "Office") -> None:
        from app.ui.wizard.trial_step import TrialStep

        used = self._answers.letterhead
        trial = self._trial = TrialStep(self._workers, office, used.name if used else "")
        trial.busy.connect(self._set_busy)
        trial.finished.connect(self._on_drafted)
        self._steps.append(trial)
        self._stack.addWidget(Scroll(trial))
        self._show(4)

    def _finish_trial(self) -> None:
        if self._is_drafted or self._trial is None:
            self._give_office()
        else:
            self._trial.make_draft()

    @Slot()
    def _on_drafted(self) -> None:
        self._is_drafted = True
        self._name_buttons()

    def _end_trial(self) -> None:
        if self._trial is not None:
            self._trial.close_reader()

    def _give_office(self) -> None:
        self._end_trial()
        office, self._office = self._office, None
        if office is not None:
            self.made.emit(office, self._answers.folder)

    @Slot(object)
    def _on_long_done(self, folder: object) -> None:
        self._progress.end()
        self.opening.emit(folder)

    @Slot(bool)
    def _set_busy(self, busy: bool) -> None:
        for button in (self._next, self._back, self._link):
            button.setDisabled(busy)
        self._stack.setDisabled(busy and self._at != 4)
        self.setCursor(Qt.CursorShape.BusyCursor if busy else Qt.CursorShape.ArrowCursor)

    @Slot(Exception)
    def _on_failed(self, error: BaseException) -> None:
        self._progress.end()
        self._notice.tell(sentence(error))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._band.fit(event.size().width())


def _demo(folder: Path, progress: "Progress") -> Path:
    from app.demo import make_demo

    make_demo(folder, progress)
    return folder


def _restored(backup: Path, folder: Path, progress: "Progress") -> Path:
    from app.office import Office

    Office.restore(backup, folder, progress)
    return folder
