"""Choosing assets for a post: the picker over the library."""

from collections.abc import Callable
from dataclasses import replace
from typing import cast

from PySide6.QtWidgets import QWidget

from app.models.asset import AssetKind
from app.services.asset_uses import POSTABLE
from app.services.assets import AssetRow, AssetSearch
from app.ui.bridge import OfficeBridge
from app.ui.shelf.pages import AssetPages
from app.ui.shelf.thumbnails import thumbnails_of
from app.ui.widgets.asset_picker import AssetPicker


def pick_assets(
    bridge: OfficeBridge,
    parent: QWidget,
    then: Callable[[tuple[AssetRow, ...]], object],
    *,
    kinds: frozenset[AssetKind] = POSTABLE,
    many: bool = True,
) -> AssetPicker:
    """Let the person choose; `then` gets the rows of the assets, in the grid's order."""
    thumbnails = thumbnails_of(bridge)
    picker = AssetPicker(thumbnails.picture, parent, many=many)
    thumbnails.arrived.connect(picker.grid.repaint_tiles)
    pages = AssetPages(bridge, picker.grid, picker)
    pages.shown.connect(picker.show_count)
    search = AssetSearch(kinds=kinds)
    picker.searched.connect(lambda text: pages.find(replace(search, text=text)))
    picker.picked.connect(lambda rows: then(cast("tuple[AssetRow, ...]", rows)))
    pages.find(search)
    picker.open()
    return picker
