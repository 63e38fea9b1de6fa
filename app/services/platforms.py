"""What each platform accepts: the typed facts of `resources/facts/platforms.toml`.

An entry is one platform with one kind of post (`instagram_reel`); an account belongs to the
platform (`instagram`) and may publish in each of its kinds. Unknown is None, never unlimited.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType
from typing import Any, TypeVar

from app.models.account import MediaKind
from app.resources import resource
from app.services.platform_names import platform_label


class Unit(StrEnum):
    """What a platform counts when it says "characters"."""

    X_WEIGHTED = "x_weighted"
    GRAPHEMES = "graphemes"
    UTF16 = "utf16"
    CODE_POINTS = "code_points"
    BYTES = "bytes"
    LINKEDIN_ESCAPED = "linkedin_escaped"


class MediaNeed(StrEnum):
    """Whether a post carries a picture or a video."""

    REQUIRED = "required"
    OPTIONAL = "optional"
    NONE = "none"


class Publishing(StrEnum):
    """What a government desktop can do without a review of its program by the platform."""

    API = "api"
    BY_HAND = "by_hand"


@dataclass(frozen=True, slots=True)
class TextFacts:
    """Limits of a post's text. A `limit` of 0: the post carries no text."""

    limit: int | None = None
    unit: Unit = Unit.UTF16
    url_cost: int | None = None  # units a link costs, however long; None: as typed
    max_bytes: int | None = None  # besides `limit`
    caption_limit: int | None = None  # instead of `limit` once there is media
    fold: int | None = None  # characters shown before "more"
    hashtag_limit: int | None = None
    mention_limit: int | None = None
    link_limit: int | None = None
    title_limit: int | None = None
    title_unit: Unit = Unit.UTF16
    forbidden: str = ""  # characters that the platform refuses
    links_clickable: bool = True
    threads: bool = False  # a long text may go out as several posts, one below the other

    def __post_init__(self) -> None:
        object.__setattr__(self, "unit", Unit(self.unit))
        object.__setattr__(self, "title_unit", Unit(self.title_unit))


@dataclass(frozen=True, slots=True)
class MediaFacts:
    """Limits of the pictures or of the videos of one post; ratio is width by height."""

    count: int | None = None
    formats: tuple[str, ...] = ()  # empty: unknown
    min_bytes: int | None = None
    max_bytes: int | None = None
    gif_max_bytes: int | None = None
    gif_max_width: int | None = None
    gif_max_height: int | None = None
    min_width: int | None = None
    max_width: int | None = None
    min_height: int | None = None
    max_height: int | None = None
    max_width_plus_height: int | None = None
    min_ratio: float | None = None
    max_ratio: float | None = None
    same_size: bool = False
    min_seconds: float | None = None
    max_seconds: float | None = None
    min_fps: float | None = None
    max_fps: float | None = None
    alt_text: int | None = None  # limit of the description
    alt_text_unit: Unit = Unit.UTF16

    def __post_init__(self) -> None:
        object.__setattr__(self, "formats", tuple(self.formats))
        object.__setattr__(self, "alt_text_unit", Unit(self.alt_text_unit))


@dataclass(frozen=True, slots=True)
class ExportFacts:
    """A recommended size for a rendition, never a limit; pixels, with strips to keep free."""

    name: str
    use: str  # image | video | thumbnail
    width: int
    height: int
    safe_top: int = 0
    safe_bottom: int = 0


@dataclass(frozen=True, slots=True)
class AddressFacts:
    """Where accounts and posts are: regular expressions, and templates with {handle} in them."""

    handle: str | None = None
    profile: str | None = None
    post: str | None = None
    compose: str | None = None


@dataclass(frozen=True, slots=True)
class PlatformFacts:
    """One entry: a platform with one kind of post, as read on `checked_on`."""

    key: str
    kind_label: str
    platform: str
    kind: MediaKind
    also_kind: MediaKind | None
    named_in_regulation: bool
    media: MediaNeed
    publish: Publishing
    publish_note: str
    api_exists: bool
    checked_on: date
    uncertain: tuple[str, ...]  # keys such as "text.hashtag_limit" whose sources conflict
    text: TextFacts
    images: MediaFacts | None  # None: nothing is known of them; see `media`
    video: MediaFacts | None
    documents: MediaFacts | None
    exports: tuple[ExportFacts, ...]
    address: AddressFacts

    @property
    def label(self) -> str:
        """What the person reads: `Instagram (feed)`."""
        name = platform_label(self.platform)
        return f"{name} ({self.kind_label})" if self.kind_label else name

    @property
    def post_label(self) -> str:
        """The kind of post alone: `feed`; empty where the platform has only one."""
        return self.kind_label if len(post_kinds(self.platform)) > 1 else ""

    @property
    def media_kinds(self) -> tuple[MediaKind, ...]:
        """Under which types Lampiran B names it."""
        return (self.kind, self.also_kind) if self.also_kind else (self.kind,)


_Table = TypeVar("_Table")


def _read(kind: type[_Table], table: Mapping[str, Any]) -> _Table:
    """A table of the file as an object; keys that no feature needs are left aside."""
    known = {field.name for field in fields(kind)}  # type: ignore[arg-type]  # always a dataclass
    return kind(**{key: value for key, value in table.items() if key in known})


def _read_entry(key: str, table: Mapping[str, Any]) -> PlatformFacts:
    also = table.get("also_kind")
    return PlatformFacts(
        key=key,
        kind_label=table.get("kind_label", ""),
        platform=table["platform"],
        kind=MediaKind(table["kind"]),
        also_kind=MediaKind(also) if also else None,
        named_in_regulation=table["named_in_regulation"],
        media=MediaNeed(table["media"]),
        publish=Publishing(table["publish"]),
        publish_note=table["publish_note"],
        api_exists=table["api_exists"],
        checked_on=table["checked_on"],
        uncertain=tuple(table["uncertain"]),
        text=_read(TextFacts, table.get("text", {})),
        images=_read(MediaFacts, table["images"]) if "images" in table else None,
        video=_read(MediaFacts, table["video"]) if "video" in table else None,
        documents=_read(MediaFacts, table["documents"]) if "documents" in table else None,
        exports=tuple(_read(ExportFacts, export) for export in table.get("exports", ())),
        address=_read(AddressFacts, table.get("address", {})),
    )


@lru_cache(maxsize=1)
def entries() -> Mapping[str, PlatformFacts]:
    """All entries by their key, in the order of the file; read when first asked for."""
    tables = tomllib.loads(resource("facts", "platforms.toml").read_text("utf-8"))
    return MappingProxyType({key: _read_entry(key, table) for key, table in tables.items()})


def facts(post_kind: str) -> PlatformFacts:
    """The entry of this key; KeyError where there is none."""
    return entries()[post_kind]


def post_kinds(platform: str) -> tuple[PlatformFacts, ...]:
    """What an account of this platform can publish; the ordinary kind first."""
    return tuple(entry for entry in entries().values() if entry.platform == platform)


def media_kinds(platform: str) -> tuple[MediaKind, ...]:
    """Under which types of Lampiran B the platform stands; empty where it is unknown."""
    kinds = post_kinds(platform)
    return kinds[0].media_kinds if kinds else ()


def is_handle(platform: str, handle: str) -> bool:
    """Whether this can be an account's name there, written without a leading @."""
    pattern = post_kinds(platform)[0].address.handle
    return pattern is None or re.match(pattern, handle) is not None


def profile_address(platform: str, handle: str) -> str | None:
    """The account's page; None where the platform has no rule for it, or this is a page's name."""
    template = post_kinds(platform)[0].address.profile
    if template is None or not is_handle(platform, handle):
        return None
    server = handle.rpartition("@")[2]
    name = handle.partition("@")[0] if "{server}" in template else handle
    return template.format(handle=name, server=server)


def compose_address(post_kind: str, handle: str) -> str | None:
    """The page on which such a post is written; None where none is known for this account."""
    template = facts(post_kind).address.compose
    if template is None or "{title}" in template:
        return None  # the title of a wiki's page is the person's to choose
    if "{" not in template:
        return template
    if not is_handle(facts(post_kind).platform, handle):
        return None
    return template.format(handle=handle.partition("@")[0], server=handle.rpartition("@")[2])
