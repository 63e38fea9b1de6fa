"""The library's pages: what matches is asked for piece by piece, as the person scrolls."""

from typing import cast

from PySide6.QtCore import QObject, Signal, Slot

from app.language import wib
from app.services import assets
from app.services.assets import AssetPage, AssetSearch
from app.ui.bridge import OfficeBridge, QueryRunner
from app.ui.shelf.words import tile_of
from app.ui.widgets.tiles import TileGrid

_PAGE = 200


class AssetPages(QObject):
    """Fills a grid with what is searched for, and with more when its end is near."""

    shown = Signal(int)  # how many match, after a search or a reload
    failed = Signal(Exception)

    def __init__(self, bridge: OfficeBridge, grid: TileGrid, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._grid = grid
        self._search = AssetSearch()
        self._after: assets.PageKey | None = None
        self._is_appending = False
        self._rows = QueryRunner(bridge, self)
        self._rows.answered.connect(self._on_answered)
        self._rows.failed.connect(self.failed)
        grid.tiles.more_wanted.connect(self._on_more_wanted)

    @property
    def search(self) -> AssetSearch:
        """What is searched for now."""
        return self._search

    def find(self, search: AssetSearch) -> None:
        """Show what matches, from the newest on."""
        self._search = search
        self._ask(_PAGE)

    def reload(self) -> None:
        """Ask again for as much as is shown."""
        self._ask(max(_PAGE, self._grid.tiles.rowCount()))

    @Slot(frozenset)
    def reload_after(self, aggregates: frozenset[str]) -> None:
        """Ask again if an act has changed an asset."""
        if "asset" in aggregates:
            self.reload()

    def _ask(self, size: int) -> None:
        self._is_appending = False
        self._run(None, size)

    @Slot()
    def _on_more_wanted(self) -> None:
        if self._after is not None:
            self._is_appending = True
            self._run(self._after, _PAGE)

    def _run(self, after: assets.PageKey | None, size: int) -> None:
        self._rows.run(assets.asset_page, self._search, self._today(), after, size)

    def _today(self) -> object:
        return wib(self._bridge.office.now()).date()

    @Slot(object)
    def _on_answered(self, answer: object) -> None:
        page = cast("AssetPage", answer)
        today = wib(self._bridge.office.now()).date()
        tiles = [tile_of(row, today) for row in page.rows]
        self._after = page.after
        if self._is_appending:
            self._grid.tiles.append(tiles, has_more=page.after is not None)
        else:
            self._grid.tiles.replace(tiles, has_more=page.after is not None)
            self.shown.emit(page.total)
