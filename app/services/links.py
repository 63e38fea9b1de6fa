"""Web addresses of posts: whose platform, which post, and one spelling for each.

The same post is pasted with `?igsh=`, `?s=20`, as `twitter.com` or `youtu.be`; figures, comments
and proofs find each other by the canonical form.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import parse_qsl, urlencode, urlsplit

from app.services.platforms import PlatformFacts, entries, facts, post_kinds

_SAME_HOST = {
    "twitter.com": "x.com",
    "threads.net": "threads.com",
    "fb.com": "facebook.com",
    "instagr.am": "instagram.com",
    "telegram.me": "t.me",
    "wikipedia.com": "wikipedia.org",
}
_PLATFORM_OF_HOST = {
    "x.com": "x",
    "facebook.com": "facebook",
    "fb.watch": "facebook",
    "instagram.com": "instagram",
    "youtube.com": "youtube",
    "tiktok.com": "tiktok",
    "linkedin.com": "linkedin",
    "threads.com": "threads",
    "bsky.app": "bluesky",
    "t.me": "telegram",
    "whatsapp.com": "whatsapp",
    "line.me": "line",
    "slideshare.net": "slideshare",
    "snapchat.com": "snapchat",
    "wikipedia.org": "mediawiki",
    "blogger.com": "blogger",
    "wordpress.com": "wordpress",
}
_NAME_OF_HOST = {"blogspot": "blogger", "pinterest": "pinterest"}  # of many countries
_SPARE_SUBDOMAIN = re.compile(r"^(?:www|m|mobile|web|touch|mbasic)\.")
_LANGUAGE_SUBDOMAIN = re.compile(r"^[a-z]{2}\.(?=linkedin\.com$|slideshare\.net$)")
_TRACKERS = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|msclkid|ttclid|yclid|igsh|igshid|mc_[ce]id|ref|ref_src|ref_url|si"
    r"|feature|share|spm|_ga|_gl|mibextid|rdid|__\w+|amp",
    re.IGNORECASE,
)
# Platforms where nothing of the query names the post but these; all other keys go.
_NAMING_KEYS = {
    "x": (),
    "instagram": (),
    "tiktok": (),
    "threads": (),
    "linkedin": (),
    "bluesky": (),
    "telegram": (),
    "whatsapp": (),
    "snapchat": (),
    "youtube": ("v",),
    "facebook": ("story_fbid", "fbid", "v", "id"),
}
# Names of accounts are written in any case; ids are not.
_ACCOUNT_FIRST = frozenset({"x", "tiktok", "threads", "instagram", "facebook", "telegram"})
_ID_FIRST = r"^/(?:p|reel|share)/"
_UNNAMED_ID = {
    "facebook": re.compile(r"(?:story_fbid=|fbid=|[?&]v=|/)(pfbid\w+|\d{6,})"),
    "linkedin": re.compile(r"(?:urn:li:(?:activity|share|ugcPost):|-activity-)(\d+)"),
}


class LinkDoubt(StrEnum):
    """Why a link may not prove the publication."""

    NO_ADDRESS = "no_address"
    OTHER_PLATFORM = "other_platform"
    NO_POST = "no_post"  # a profile, a front page
    OTHER_ACCOUNT = "other_account"


@dataclass(frozen=True, slots=True)
class PostLink:
    """A recognised address of a platform; `post_id` None: it names no single post."""

    platform: str
    post_id: str | None
    canonical: str


def _path_of_x(path: str) -> str:
    path = path.replace("/i/web/status/", "/i/status/")
    return re.sub(r"^(/\w+/status/\d+).*", r"\1", path)


def _path_of_instagram(path: str) -> str:
    path = re.sub(r"^(?:/[\w.]+)?/(p|reel|reels|tv)/([\w-]+).*", r"/\1/\2", path)
    return path.replace("/reels/", "/reel/")


def _path_of_telegram(path: str) -> str:
    return path.removeprefix("/s") if path.startswith("/s/") else path


_PATHS: dict[str, Callable[[str], str]] = {
    "x": _path_of_x,
    "instagram": _path_of_instagram,
    "telegram": _path_of_telegram,
}


def _host(address: str) -> str:
    host = _SPARE_SUBDOMAIN.sub("", urlsplit(address).hostname or "")
    host = _LANGUAGE_SUBDOMAIN.sub("", host)
    return _SAME_HOST.get(host, host)


def _with_scheme(typed: str) -> str | None:
    """What was typed or pasted as a full address; None where it is none."""
    address = typed.strip().strip("<>\"'()[]").rstrip(".,;")
    if not re.match(r"^[a-z][a-z0-9+.-]*://", address, re.IGNORECASE):
        address = "https://" + address
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:  # a bracket or a port that is none
        return None
    is_web = parts.scheme.lower() in ("http", "https") and "@" not in parts.netloc
    return address if is_web and re.match(r"^[^\s/@]+\.[^\s/@]{2,}$", host) else None


def _platform_of_host(host: str) -> str | None:
    for known, platform in _PLATFORM_OF_HOST.items():
        if host == known or host.endswith("." + known):
            return platform
    for name, platform in _NAME_OF_HOST.items():
        if re.search(rf"(?:^|\.){name}\.[a-z.]+$", host):
            return platform
    return None


def _path(host: str, platform: str | None, path: str) -> str:
    path = re.sub("/{2,}", "/", path.replace("%40", "@")).rstrip("/")
    if platform in _PATHS:
        path = _PATHS[platform](path)
    is_short = host not in _PLATFORM_OF_HOST  # vt.tiktok.com: an id stands first
    if platform in _ACCOUNT_FIRST and not is_short and not re.match(_ID_FIRST, path):
        first, slash, rest = path.removeprefix("/").partition("/")
        path = f"/{first.lower()}{slash}{rest}" if first else ""
    return path


def _query(platform: str | None, query: str) -> str:
    pairs = parse_qsl(query, keep_blank_values=True)
    if platform in _NAMING_KEYS:
        kept = [(key, value) for key, value in pairs if key in _NAMING_KEYS[platform]]
    else:
        kept = [(key, value) for key, value in pairs if not _TRACKERS.fullmatch(key)]
    return "?" + urlencode(sorted(kept), safe="/:@,") if kept else ""


def _unfold_youtube(host: str, path: str, query: str) -> tuple[str, str, str]:
    """One form for the three ways to a video: `youtu.be/…`, `/live/…`, `/embed/…`."""
    short = path.removeprefix("/") if host == "youtu.be" else ""
    named = re.match(r"^/(?:live|embed|v)/([\w-]{11})", path)
    if short or named:
        video = short.partition("/")[0] if short else named[1] if named else ""
        return "youtube.com", "/watch", f"v={video}"
    return host, path, query


def canonical(address: str) -> str | None:
    """One spelling of the address, for matching and as proof; None if it is no web address."""
    full = _with_scheme(address)
    if full is None:
        return None
    parts = urlsplit(full)
    host, path, query = _unfold_youtube(_host(full), parts.path, parts.query)
    platform = _platform_of_host(host)
    return f"https://{host}{_path(host, platform, path)}{_query(platform, query)}"


def _post_id(platform: str, address: str) -> str | None:
    for entry in post_kinds(platform):
        found = re.match(entry.address.post, address) if entry.address.post else None
        if found and found.groupdict().get("id"):
            return found["id"]
    pattern = _UNNAMED_ID.get(platform)
    found = pattern.search(address) if pattern else None
    return found[1] if found else None


def recognise(address: str) -> PostLink | None:
    """Which platform and which post; None for no address, and for a site of one's own."""
    spelled = canonical(address)
    platform = _platform_of_host(_host(spelled)) if spelled else None
    if spelled is None or platform is None:
        return None
    return PostLink(platform, _post_id(platform, spelled), spelled)


def fitting_kinds(address: str) -> tuple[PlatformFacts, ...]:
    """The entries whose posts have such an address; a reel's names the reel, a feed's the feed."""
    found = recognise(address)
    if found is None:
        return ()
    return tuple(
        entry
        for entry in entries().values()
        if entry.platform == found.platform
        and entry.address.post
        and re.match(entry.address.post, found.canonical)
    )


def link_doubt(address: str, post_kind: str, handle: str) -> LinkDoubt | None:
    """Why this address may not be the proof of such a post of this account; None if it fits.

    Where the platform has no public links any address will do: it may lead to a screenshot.
    """
    spelled = canonical(address)
    if spelled is None:
        return LinkDoubt.NO_ADDRESS
    entry = facts(post_kind)
    if entry.address.post is None:
        return None
    platform = _platform_of_host(_host(spelled))
    if platform is not None and platform != entry.platform:
        return LinkDoubt.OTHER_PLATFORM
    if not re.match(entry.address.post, spelled):
        return LinkDoubt.OTHER_PLATFORM if platform is None else LinkDoubt.NO_POST
    if entry.platform in _ACCOUNT_FIRST and not _is_of(entry.platform, spelled, handle):
        return LinkDoubt.OTHER_ACCOUNT
    return None


def _is_of(platform: str, spelled: str, handle: str) -> bool:
    """Whether the address names this account, or none at all."""
    first = urlsplit(spelled).path.removeprefix("/").partition("/")[0].removeprefix("@")
    names_nobody = platform in ("instagram", "facebook") or first == "i"
    return names_nobody or first == handle.removeprefix("@").lower()
