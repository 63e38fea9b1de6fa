"""The lists of the page: posts to publish and posts to cancel on platforms, as tables."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QWidget

from app.language import _, short_moment_text
from app.services.publishing import Slot as PostSlot
from app.services.publishing import Undo
from app.ui.publishing.words import account_text, late_text, slot_chip, undo_text
from app.ui.widgets import Cell, Column, RowsModel, Table


def slot_columns(now: Callable[[], datetime]) -> list[Column]:
    """What goes where, when, and how it stands."""

    def what(slot: PostSlot) -> Cell:
        note = account_text(slot.post_kind, slot.handle)
        return Cell(
            slot.title, note, type_role="strong", platforms=(slot.platform,), tip=slot.title
        )

    def when(slot: PostSlot) -> Cell:
        return Cell(short_moment_text(slot.planned_at), late_text(slot, now()))

    def state(slot: PostSlot) -> Cell:
        chip = slot_chip(slot, now())
        return Cell(chip.text, chip=chip)

    return [Column(_("Post"), what), Column(_("Planned"), when), Column(_("State"), state)]


def undo_columns() -> list[Column]:
    """What to cancel where, for when it is scheduled there, and why it must not go out."""

    def what(undo: Undo) -> Cell:
        note = f"{account_text(undo.post_kind, undo.handle)} · {undo.reference}"
        return Cell(
            undo.title, note, type_role="strong", platforms=(undo.platform,), tip=undo.title
        )

    def where(undo: Undo) -> Cell:
        return Cell(undo.place, undo.set_by)

    def when(undo: Undo) -> Cell:
        return Cell(short_moment_text(undo.set_for))

    return [
        Column(_("Post"), what),
        Column(_("Scheduled in"), where),
        Column(_("For"), when),
        Column(_("Cancel it there, for"), lambda undo: Cell(undo_text(undo), tip=undo_text(undo))),
    ]


class PostTable(Table):
    """Rows of two lines; when the current one is settled the next one becomes current."""

    def __init__(
        self, name: str, spoken: str, model: RowsModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(name, spoken, "tall", parent)
        self.setModel(model)
        self._at = 0
        model.modelAboutToBeReset.connect(self._note_place)
        model.modelReset.connect(self.go_on)

    def _note_place(self) -> None:
        self._at = max(0, self.currentIndex().row())

    def go_on(self) -> None:
        """Make the row current that stands where the settled one stood."""
        rows = self.model().rowCount()
        if rows and not self.currentIndex().isValid():
            self.setCurrentIndex(self.model().index(min(self._at, rows - 1), 0))
