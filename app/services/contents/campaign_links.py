"""Links that tell the office's web statistics where a visitor came from (UTM); made offline."""

from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

from app.services.errors import InvalidValue

_PREFIX = "utm_"


def campaign_link(
    address: str, *, source: str, medium: str, campaign: str, detail: str = ""
) -> str:
    """The address with these marks in their canonical form and order.

    Marks are lower case with hyphens, so that the statistics don't tell one campaign as two. What
    else the address asks for stays as it is; marks that it had are replaced.

    Raises:
        InvalidValue: it is no web address, or where it is used has no name.
    """
    try:
        parts = urlsplit(address.strip())
    except ValueError as error:  # brackets that belong to no host
        raise InvalidValue("link", "address", address) from error
    if parts.scheme.lower() not in ("http", "https") or "." not in (parts.hostname or ""):
        raise InvalidValue("link", "address", address)
    if not mark(source):
        raise InvalidValue("utm_source", "empty")
    marks = {
        "utm_source": mark(source),
        "utm_medium": mark(medium),
        "utm_campaign": mark(campaign),
        "utm_content": mark(detail),
    }
    kept = [
        pair
        for pair in parse_qsl(parts.query, keep_blank_values=True)
        if not pair[0].lower().startswith(_PREFIX)
    ]
    given = [(name, value) for name, value in marks.items() if value]
    # A link may not hold spaces, and a hashtag sign in a query would begin its fragment.
    query = urlencode([*kept, *given], quote_via=quote)
    netloc = parts.netloc.lower()
    return urlunsplit((parts.scheme.lower(), netloc, parts.path or "/", query, parts.fragment))


def mark(words: str) -> str:
    """`Siaga Arsip 2026!` as `siaga-arsip-2026`."""
    letters = "".join(sign if sign.isalnum() or sign in "_." else " " for sign in words.lower())
    return "-".join(letters.split())
