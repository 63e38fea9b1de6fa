"""All clocks of one inquiry that run: what is left, what was promised by whom, until when."""

from datetime import datetime

from PySide6.QtWidgets import QGridLayout, QWidget

from app.language import _, short_moment_text
from app.services.clocks import ClockRow
from app.services.inquiries import InquiryWhole
from app.ui.inquiries.words import clock_name, look_of
from app.ui.widgets import ClockChip, ElidedLabel, clear


class ClockLines(QWidget):
    """One line for each clock, the earliest due first; everybody sees the same ones."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 2, 8, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._chips: list[tuple[ClockRow, ClockChip]] = []

    def show_clocks(self, whole: InquiryWhole, now: datetime) -> None:
        """The running clocks of this inquiry as they stand now."""
        running = [clock for clock in whole.clocks if clock.is_running]
        self.setVisible(bool(running))
        if running == [clock for clock, _chip in self._chips]:
            self.set_now(now)  # the head keeps its height, and the thread below its place
            return
        clear(self._grid)
        self._chips = []
        agencies = {row.id: row.agency_short for row in whole.referrals}
        for line, clock in enumerate(running):
            chip = ClockChip(look_of(clock, now, narrow=True))
            words = _("%(name)s, until %(due)s") % {
                "name": clock_name(clock.kind, agencies.get(clock.referral_id or 0)),
                "due": short_moment_text(clock.due_at),
            }
            self._grid.addWidget(chip, line, 0)
            self._grid.addWidget(ElidedLabel(words, "meta", "text2"), line, 1)
            self._chips.append((clock, chip))

    def set_now(self, now: datetime) -> None:
        """Let the clocks go on."""
        for clock, chip in self._chips:
            chip.set_look(look_of(clock, now, narrow=True))
