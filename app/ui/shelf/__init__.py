"""The asset library as several screens show it: thumbnails, tiles, pages, the picker.

thumbnails_of(bridge).picture(sha256) -> QPixmap | icon name | None (on its way: `arrived`)
pick_assets(bridge, parent, then) opens the picker; `then` gets the chosen `AssetRow`s
"""

from app.ui.shelf.pages import AssetPages
from app.ui.shelf.picking import pick_assets
from app.ui.shelf.thumbnails import Thumbnails, thumbnails_of
from app.ui.shelf.words import (
    dimensions_text,
    format_word,
    kind_icon,
    seconds_text,
    size_text,
    tile_of,
)

__all__ = [
    "AssetPages",
    "Thumbnails",
    "dimensions_text",
    "format_word",
    "kind_icon",
    "pick_assets",
    "seconds_text",
    "size_text",
    "thumbnails_of",
    "tile_of",
]
