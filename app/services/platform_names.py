"""How people call the platforms: asked for everywhere, long before what each of them accepts."""

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from app.resources import resource


@lru_cache(maxsize=1)
def _names() -> Mapping[str, str]:
    text = resource("facts", "platform_names.toml").read_text("utf-8")
    return MappingProxyType(tomllib.loads(text))


def platforms() -> tuple[str, ...]:
    """The keys that an account may belong to, in the order in which they are offered."""
    return tuple(_names())


def platform_label(platform: str) -> str:
    """How people call the platform; the key itself where the file does not know it."""
    return _names().get(platform, platform)


def is_named(platform: str, handle: str) -> bool:
    """False of a stand-in, which an import made for a platform whose account nobody has named."""
    return handle != platform


def handle_text(handle: str) -> str:
    """`@dishub.jabar`; a page's name, which has spaces, as it is."""
    return handle if " " in handle else f"@{handle}"
