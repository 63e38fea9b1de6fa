"""How a citizen is named wherever people of the office read it: by name, the handle beside it."""

from app.language import _
from app.services.masking import mask

# Elsewhere the handle that we have is the name that people see, or a telephone number.
_WITH_SIGN = frozenset(
    {
        "instagram",
        "x",
        "youtube",
        "tiktok",
        "threads",
        "telegram",
        "bluesky",
        "mastodon",
        "pinterest",
        "snapchat",
    }
)


def citizen_text(platform: str | None, handle: str | None, name: str | None) -> str:
    """`Deden Saputra (@deden)`, `@wulan.tasik`, `Yayat S.`, `0812••••••••`.

    Numbers and addresses that were given as a name or a handle are masked: one need not know them
    to answer.
    """
    shown = _handle_text(platform, handle) if handle else ""
    if not name or name == handle:
        return shown or _("without a name")
    return f"{mask(name)} ({shown})" if shown else mask(name)


def _handle_text(platform: str | None, handle: str) -> str:
    is_sign = platform in _WITH_SIGN and " " not in handle
    return f"@{handle}" if is_sign else mask(handle)
