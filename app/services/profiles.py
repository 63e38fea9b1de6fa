"""What people type or paste for an account: its handle, a page's name, or the page's address."""

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, unquote, urlsplit

from app.services.errors import InvalidValue
from app.services.links import recognise
from app.services.platforms import is_handle

# Where people know a page or channel by its name, which has spaces, and rarely by its handle.
_WITH_PAGE_NAMES = frozenset({"facebook", "youtube", "whatsapp", "linkedin", "google_business"})
_LONGEST_NAME = 100
# What stands before the handle in the path of a page's address.
_BEFORE_HANDLE = frozenset(
    {"channel", "c", "user", "company", "school", "in", "add", "profile", "s", "r", "ti"}
)
_BEFORE_NAME_AND_ID = frozenset({"people", "pages"})
_OF_POSTS = frozenset({"p", "reel", "reels", "tv", "watch", "shorts", "status", "share", "stories"})
_SITES = frozenset({"wordpress"})


@dataclass(frozen=True, slots=True)
class Profile:
    """An account as somebody wrote it down; `address` where he pasted one.

    `handle` is without a leading @. Where only a page's name is known it is that name.
    """

    handle: str
    address: str | None = None


def profile(platform: str, typed: str) -> Profile:
    """The account of this platform that is meant.

    Raises:
        InvalidValue: nothing is written, it is the address of another platform (`value` is its
            key), or an address that names no account, such as that of a post.
    """
    written = typed.strip()
    if not _is_address(written):
        handle = written.removeprefix("@")
        if not handle:
            raise InvalidValue("handle", "empty")
        return Profile(handle)
    address = written if "://" in written else f"https://{written}"
    found = recognise(address)
    if found is None and platform not in (*_SITES, "mastodon"):
        raise InvalidValue("handle", "no_profile", written)
    if found is not None and found.platform != platform and platform not in _SITES:
        raise InvalidValue("handle", "other_platform", found.platform)
    handle = _handle_in(platform, address)
    if not handle:
        raise InvalidValue("handle", "no_profile", written)
    return Profile(handle, address)


def may_be_account(platform: str, handle: str) -> bool:
    """Whether an account there may be called so: by a handle, or by its page's name."""
    if is_handle(platform, handle):
        return True
    is_name = handle.isprintable() and len(handle) <= _LONGEST_NAME
    return platform in _WITH_PAGE_NAMES and is_name


def handle_in(platform: str, address: str | None) -> str | None:
    """The handle that a page's address names; None where it is none of this platform's pages."""
    if not address:
        return None
    try:
        return profile(platform, address).handle
    except InvalidValue:
        return None


def _is_address(written: str) -> bool:
    """A handle may have a full stop in it, but no slash; a page's name with spaces may have one."""
    if len(written.split()) > 1:
        return False
    return "/" in written or written.lower().startswith("www.")


def _handle_in(platform: str, address: str) -> str:
    parts = urlsplit(address)
    host = (parts.hostname or "").removeprefix("www.")
    steps = [unquote(step) for step in parts.path.split("/") if step]
    if platform in _SITES:
        return "/".join((host, *steps))
    if platform == "blogger":
        return host.partition(".")[0]
    named = next((step[1:] for step in steps if step.startswith("@")), "")
    if platform == "mastodon":
        return f"{named}@{host}" if named else ""
    return named or _handle_of_steps(steps, parts.query)


def _handle_of_steps(steps: list[str], query: str) -> str:
    if steps and steps[0] == "profile.php":
        return "".join(parse_qs(query).get("id", [])[:1])
    if steps and steps[0].lower() in _BEFORE_NAME_AND_ID:
        return steps[-1] if len(steps) > 2 else ""
    while steps and steps[0].lower() in _BEFORE_HANDLE:
        steps = steps[1:]
    if not steps or steps[0].lower() in _OF_POSTS:
        return ""
    if steps[0] == "wiki":
        steps = [re.sub(r"^[^:]*:", "", "".join(steps[1:2]))]
    return steps[0]
