"""Choosing assets for a post: the picker over the library, and the way in for what is not there."""

from collections.abc import Callable
from dataclasses import replace
from typing import cast

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from app.language import _
from app.models.asset import AssetKind
from app.models.roles import AUTHORS
from app.services import assets
from app.services.asset_uses import POSTABLE
from app.services.assets import AssetRow, AssetSearch
from app.ui.bridge import OfficeBridge, QueryRunner
from app.ui.shelf.intake import Intake, Summary
from app.ui.shelf.pages import AssetPages
from app.ui.shelf.thumbnails import thumbnails_of
from app.ui.widgets import ask_for_files
from app.ui.widgets.asset_picker import AssetPicker
from app.wording import sentence


class _Arriving(QObject):
    """Files from this PC on their way through the library to whoever opened the picker."""

    def __init__(
        self, bridge: OfficeBridge, picker: AssetPicker, kinds: frozenset[AssetKind], *, many: bool
    ) -> None:
        super().__init__(picker)
        self._picker, self._kinds, self._many = picker, kinds, many
        self._intake = Intake(bridge, self)
        self._rows = QueryRunner(bridge, self)
        self._refused = ""
        picker.add.show()
        picker.add.clicked.connect(self._on_add)
        picker.foot.cancelled.connect(self._intake.cancel)
        self._intake.busy.connect(picker.add.setDisabled)
        self._intake.began.connect(picker.foot.begin)
        self._intake.progressed.connect(picker.foot.set_progress)
        self._intake.ended.connect(picker.foot.end)
        self._intake.done.connect(self._on_taken)
        self._rows.answered.connect(self._on_rows)
        for source in (self._intake, self._rows):
            source.failed.connect(self._on_failed)

    @Slot()
    def _on_add(self) -> None:
        title = _("Choose files")
        ask_for_files(self._picker, "assets.files", title, self._intake.take_files, many=self._many)

    @Slot(object)
    def _on_taken(self, answer: object) -> None:
        summary = cast("Summary", answer)
        self._refused = " ".join(sentence(refused.error) for refused in summary.refused)
        if self._refused:
            self._picker.notice.tell(self._refused)
        added = (*summary.new, *summary.known)
        if added:
            self._rows.run(assets.assets_by_id, [asset.id for asset in added])

    @Slot(object)
    def _on_rows(self, answer: object) -> None:
        rows = tuple(cast("dict[int, AssetRow]", answer).values())
        fitting = tuple(row for row in rows if row.kind in self._kinds)
        if len(fitting) < len(rows):
            words = _("“%(title)s” is in the library now, but it is not posted as it is.")
            title = next(row.title for row in rows if row not in fitting)
            self._picker.notice.tell(words % {"title": title}, "waiting")
        elif not self._refused:
            self._picker.give(fitting)

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        self._picker.notice.tell(sentence(error))


def pick_assets(
    bridge: OfficeBridge,
    parent: QWidget,
    then: Callable[[tuple[AssetRow, ...]], object],
    *,
    kinds: frozenset[AssetKind] = POSTABLE,
    many: bool = True,
) -> AssetPicker:
    """Let the person choose; `then` gets the rows of the assets, in the grid's order.

    Whoever writes contents may also add a file from the PC: it goes into the library and to `then`.
    """
    thumbnails = thumbnails_of(bridge)
    picker = AssetPicker(thumbnails.picture, parent, many=many)
    thumbnails.arrived.connect(picker.grid.repaint_tiles)
    pages = AssetPages(bridge, picker.grid, picker)
    pages.shown.connect(picker.show_count)
    search = AssetSearch(kinds=kinds)
    picker.searched.connect(lambda text: pages.find(replace(search, text=text)))
    picker.picked.connect(lambda rows: then(cast("tuple[AssetRow, ...]", rows)))
    actor = bridge.office.actor
    if actor is not None and actor.is_any(AUTHORS):
        _Arriving(bridge, picker, kinds, many=many)
        bridge.changed.connect(pages.reload_after)
    pages.find(search)
    picker.open()
    return picker
