"""Facts of assets as people read them."""

from datetime import date

from app.language import _, ngettext, number_text
from app.models.asset import AssetKind
from app.services.assets import AssetRow
from app.ui.theme import tokens
from app.ui.widgets import state_chip
from app.ui.widgets.tile_painter import Tile

_KIND_ICONS = {
    AssetKind.PICTURE: "image",
    AssetKind.VIDEO: "video",
    AssetKind.DOCUMENT: "file-text",
    AssetKind.OTHER: "pen-tool",
}
_FORMATS = {
    "image/svg+xml": "SVG",
    "image/vnd.adobe.photoshop": "PSD",
    "video/quicktime": "MOV",
    "video/x-matroska": "MKV",
}
_UNITS = ("B", "KB", "MB", "GB", "TB")


def kind_icon(kind: AssetKind) -> str:
    return _KIND_ICONS.get(kind, "paperclip")


def size_text(size: int) -> str:
    """`812 KB`, `18,6 GB`."""
    value, unit = float(size), 0
    while value >= 1000 and unit < len(_UNITS) - 1:
        value, unit = value / 1000, unit + 1
    digits = 1 if unit >= 2 and value < 100 else 0
    return f"{number_text(round(value, digits), digits)} {_UNITS[unit]}"


def dimensions_text(row: AssetRow) -> str:
    """`1080 × 1350`; what has no pixels says its size instead."""
    if row.width and row.height:
        return f"{row.width} × {row.height}"
    return size_text(row.size)


def seconds_text(seconds: float) -> str:
    """`0:07`, `1:02:03`, as players show it."""
    whole = max(0, round(seconds))
    hours, minutes = whole // 3600, whole // 60 % 60
    if hours:
        return f"{hours}:{minutes:02d}:{whole % 60:02d}"
    return f"{minutes}:{whole % 60:02d}"


def format_word(media_type: str | None) -> str:
    """`PDF`, `SVG`, `MP4`: what people call a file by its ending."""
    if media_type is None:
        return ""
    return _FORMATS.get(media_type) or media_type.rpartition("/")[2].upper()


def tile_of(row: AssetRow, today: date) -> Tile:
    """An asset as the grid shows it."""
    rights = row.rights(today)
    look = tokens().states["rights"][rights]
    uses = ngettext("used %(n)d time", "used %(n)d times", row.uses) % {"n": row.uses}
    words = (
        row.title,
        dimensions_text(row),
        seconds_text(row.seconds) if row.seconds else "",
        state_chip("rights", rights).text,
        uses if row.uses else _("not used yet"),
    )
    return Tile(
        key=row.id,
        picture=row.sha256,
        title=row.title,
        note=dimensions_text(row),
        sign=(look.icon, look.tone),
        count=number_text(row.uses, 0) if row.uses else "",
        kind=format_word(row.format),
        badge=seconds_text(row.seconds) if row.seconds else "",
        is_whole=bool(row.has_alpha),
        spoken=", ".join(word for word in words if word),
        row=row,
    )
