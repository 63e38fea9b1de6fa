"""The last step: the link that proves the publication, when it went out, perhaps a screenshot."""

from collections.abc import Callable
from datetime import date, datetime, time

from PySide6.QtCore import QDate, Qt, QTime, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from app.language import WIB, _, wib
from app.models.limits import LINK
from app.services.contents import DoubtfulLink
from app.services.links import LinkDoubt
from app.services.publishing import Slot as PostSlot
from app.ui.bridge import OfficeBridge
from app.ui.shelf.intake import Intake, Summary
from app.ui.widgets import (
    Button,
    DayField,
    Field,
    FileKind,
    Label,
    TimeField,
    ask_for_file,
    line_edit,
    named,
    show_errors,
)
from app.wording import sentence


class ProofBox(QWidget):
    """Without a link nothing is published. Enter in the link's line records it."""

    given = Signal(str, object, object, bool)  # link, moment, key of a screenshot, insists

    def __init__(
        self, bridge: OfficeBridge, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._now = now
        self._screenshot: int | None = None
        self._intake = Intake(bridge, self)
        self._link = line_edit("publishing.link", placeholder="https://…", limit=LINK)
        self.field = Field(_("&Link of the post"), self._link)
        self._insist = named(
            QCheckBox(_("It is the right link all the same")), "publishing.link.sure"
        )
        self._day = DayField("publishing.link.day")
        self._time = TimeField("publishing.link.time")
        self._picture = named(Button(_("Screenshot…"), "ghost", "image"), "publishing.screenshot")
        self._pictured = named(Label("", "meta", "text2"), "publishing.screenshot.told")
        self._record = named(Button(_("&Record"), "primary", "link"), "publishing.record")
        self._arrange()
        self._link.returnPressed.connect(self.record)
        self._record.clicked.connect(self.record)
        self._picture.clicked.connect(self._on_picture)
        self._intake.done.connect(self._on_taken)
        self._intake.failed.connect(self.complain)
        self._intake.busy.connect(self._picture.setDisabled)

    def _arrange(self) -> None:
        low = Qt.AlignmentFlag.AlignBottom
        linked = QHBoxLayout()
        linked.setSpacing(8)
        linked.addWidget(self.field, 1)
        linked.addWidget(self._record, 0, low)
        moment = QHBoxLayout()
        moment.setSpacing(8)
        moment.addWidget(Field(_("Went &out on"), self._day))
        moment.addWidget(Field(_("at (WIB)"), self._time))
        moment.addStretch(1)
        moment.addWidget(self._picture, 0, low)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Label(_("4. Proof"), "heading"))
        column.addLayout(linked)
        column.addWidget(self._insist)
        column.addLayout(moment)
        column.addWidget(self._pictured)

    def show_slot(self, slot: PostSlot) -> None:
        """Begin anew for another post: it went out when it was due there, else now."""
        self._link.clear()
        self.field.set_error("")
        self._insist.setChecked(False)
        self._insist.hide()
        self._screenshot = None
        self._pictured.setText("")
        self._pictured.hide()
        now = self._now()
        due = slot.schedule.set_for if slot.schedule else now
        likely = wib(due if due < now else now)
        self._day.setDate(QDate(likely.year, likely.month, likely.day))
        self._time.setTime(QTime(likely.hour, likely.minute))

    def focus_link(self) -> None:
        self._link.setFocus()
        self._link.selectAll()

    @Slot(bool)
    def set_busy(self, busy: bool) -> None:
        self._record.setDisabled(busy)

    @Slot()
    def record(self) -> None:
        if not self._record.isEnabled():
            return
        if not self._link.text().strip():
            show_errors([(self.field, _("Paste the link of the post."))])
            return
        picked, clock = self._day.date(), self._time.time()
        day = date(picked.year(), picked.month(), picked.day())
        moment = datetime.combine(day, time(clock.hour(), clock.minute()), WIB)
        self.given.emit(self._link.text(), moment, self._screenshot, self._insist.isChecked())

    @Slot(Exception)
    def complain(self, error: Exception) -> None:
        """Say what is wrong with the link; a doubtful one may be insisted upon."""
        show_errors([(self.field, sentence(error))])
        insistable = isinstance(error, DoubtfulLink) and error.doubt is not LinkDoubt.NO_ADDRESS
        self._insist.setVisible(insistable)

    # The screenshot

    @Slot()
    def _on_picture(self) -> None:
        """The picture that was copied last; where none was, a file is asked for."""
        copied = QGuiApplication.clipboard().mimeData()
        if copied is not None and copied.hasImage() and self._intake.take(copied):
            return
        title = _("Which screenshot?")
        ask_for_file(
            self,
            "publishing.screenshot",
            title,
            lambda file: self._intake.take_files([file]),
            (FileKind.PICTURE,),
        )

    @Slot(object)
    def _on_taken(self, summary: Summary) -> None:
        for added in (*summary.new, *summary.known):
            self._screenshot = added.id
            self._pictured.setText(_("Screenshot: %(title)s") % {"title": added.title})
            self._pictured.show()
        for refused in summary.refused:
            self.complain(refused.error)
