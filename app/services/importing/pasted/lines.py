"""What one line of a copied comment column may be: a button, an age, a counter, a badge, or words.

The sites change their words and their order often. So a line is judged by its shape alone, in
Indonesian and English at once; what the readers make of a row of such lines is their affair.
"""

import re
from dataclasses import dataclass, field
from enum import Enum, auto

# Blank for the eye, not for Python: the sites put direction marks and empty joints around names.
_UNSEEN = "\u200b\u200c\u200e\u200f\u202a\u202b\u202c\u2060\u2066\u2067\u2068\u2069\ufeff"
_STRIPPED = " \t\r\n\f\v\u00a0" + _UNSEEN

# `3M` is three million, `3m` three minutes ago: only here do capitals matter.
NUMBER = r"(?:\d{1,3}(?:[.,]\d{1,3}){1,4}|\d{1,12})(?:\s?(?:rb|ribu|jt|juta|(?-i:[kKMB])))?"
_UNITS = (
    "detik|dtk|menit|mnt|jam|hari|hr|minggu|mgg|bulan|bln|tahun|thn|th|j|"
    "seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|wks?|months?|mos?|years?|yrs?|"
    "s|m|h|d|w|y"
)
_AGE = (
    rf"\d{{1,4}}\s?(?:{_UNITS})(?![a-z]{{1,3}}\b)(?:\s(?:yang\s)?lalu|\sago)?"
    r"|baru saja|just now|kemarin|yesterday"
    r"|(?:\d{4}-)?\d{1,2}-\d{1,2}"
)
# Parts that stand glued together in one line, or each in a line of its own.
_BAR_PART = re.compile(
    rf"(?P<likes>{NUMBER}\s?(?:suka|likes?))"
    rf"|(?P<age>{_AGE})"
    r"|(?P<reply>balas|reply)"
    r"|(?P<like>suka|like)"
    r"|(?P<other>bagikan|share|lihat terjemahan|see translation|\(?diedit\)?|\(?edited\)?)"
    r"|(?P<between>[\s·•]+)",
    re.IGNORECASE,
)
_DATE_OR_AGO = re.compile(r".*(?:lalu|ago)|[\d-]+", re.IGNORECASE)


class Kind(Enum):
    """What a line is, by its shape."""

    BLANK = auto()
    WORDS = auto()  # an author, a text, or something we don't know
    AVATAR = auto()  # the description of a profile picture; `name` holds whose
    BAR = auto()  # an age, counters and buttons, one or several
    NUMBER = auto()
    REPLIES_SHOWN = auto()  # "Hide replies": what follows answers the comment above
    REPLIES_ANNOUNCED = auto()  # "View 3 replies": `count`, and `name` if one answerer is named
    REPLIES_MORE = auto()  # "View 3 more replies": some follow, `count` others do not
    OWNER = auto()  # the badge of the page's own account
    BADGE = auto()
    PINNED = auto()  # `name` holds by whom, if the line says so
    EDITED = auto()
    LIKED_BY_OWNER = auto()
    CHROME = auto()  # buttons beside a comment that say nothing about it
    HEADER = auto()  # words above, between and below the comments


@dataclass(frozen=True, slots=True)
class Line:
    """One line, without the blanks around it, and what its shape says."""

    kind: Kind
    text: str
    name: str = ""
    count: int = 0
    age: str = ""
    likes: int | None = None
    marks: frozenset[str] = field(default_factory=frozenset)

    @property
    def has_reply(self) -> bool:
        return "reply" in self.marks

    @property
    def has_date_or_ago(self) -> bool:
        """The age is written as `8-10` or `4 d ago`, not as `4 d`."""
        return bool(self.age and _DATE_OR_AGO.fullmatch(self.age))


def _whole(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_REPLIES = r"(?:balasan|replies|reply)"
_VIEW = r"(?:lihat|tampilkan|view|show)"
# The first that fits the whole line decides; groups `name` and `count` are kept.
_SHAPES: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (Kind.AVATAR, _whole(r"(?:foto profil|profile picture of)\s(?P<name>\S.*)")),
    (Kind.AVATAR, _whole(r"(?P<name>\S.*?)[’']s profile (?:picture|photo)")),
    (
        Kind.REPLIES_SHOWN,
        _whole(rf"(?:sembunyikan|hide)(?:\s(?:semua|all))?(?:\s\d+)?(?:\s{_REPLIES})?"),
    ),
    (
        Kind.REPLIES_MORE,
        _whole(rf"{_VIEW}\s(?P<count>\d+)\s(?:more\s{_REPLIES}|{_REPLIES}\slain(?:nya)?)"),
    ),
    (
        Kind.REPLIES_ANNOUNCED,
        _whole(rf"(?:{_VIEW}\s)?(?:(?:semua|all)\s)?(?P<count>\d+)\s{_REPLIES}"),
    ),
    (Kind.REPLIES_ANNOUNCED, _whole(rf"{_VIEW}\s{_REPLIES}\s\((?P<count>\d+)\)")),
    (
        Kind.REPLIES_ANNOUNCED,
        _whole(rf"(?P<name>\S.*?)(?:\s(?:membalas|replied))?\s[·•]\s(?P<count>\d+)\s{_REPLIES}"),
    ),
    (Kind.OWNER, _whole(r"(?:[·•]\s*)?(?:penulis|author|kreator|creator)")),
    (
        Kind.BADGE,
        _whole(
            r"(?:akun )?terverifikasi|verified(?: account)?|mengikuti|ikuti|follow(?:ing|er)?"
            r"|pengikut|penggemar (?:berat|teratas)|penggemar yang .{3,20}|(?:top|rising|super) fan"
            r"|kontributor \w+|(?:new|top|visual|all-star) contributor|moderator|admin|[·•]"
        ),
    ),
    (Kind.PINNED, _whole(r"disematkan(?:\soleh\s(?P<name>.+))?")),
    (Kind.PINNED, _whole(r"pinned(?:\sby\s(?P<name>.+))?")),
    (Kind.EDITED, _whole(r"\(?(?:diedit|edited)\)?")),
    (
        Kind.LIKED_BY_OWNER,
        _whole(r"(?:disukai oleh|liked by) (?:kreator|penulis|the creator|creator|author)"),
    ),
    (
        Kind.CHROME,
        _whole(
            r"bagikan|share|lihat (?:terjemahan|aslinya)|see (?:translation|original)"
            r"|translate to \w+|terjemahkan ke .+|opsi (?:komentar|lainnya)"
            r"|(?:comment|more) options|tampilkan lebih (?:sedikit|banyak)"
            r"|show (?:less|more)|read more|baca selengkapnya"
        ),
    ),
    (
        Kind.HEADER,
        _whole(
            r"(?:semua )?komentar(?: teratas)?|(?:all |top )?comments"
            r"|(?:paling relevan|most relevant)\b.*|terbaru|newest(?: first)?"
            r"|sort by|urutkan(?: menurut)?|anda mungkin suka|you may like"
            rf"|{NUMBER} (?:komentar|comments?)|\d+ (?:dari|of) [\d.,]+"
            r"|(?:muat|lihat|tampilkan|load|view|show)(?: \d+)? (?:komentar|more comments|previous"
            r" comments)(?: (?:lainnya|sebelumnya|lain))?"
            r"|(?:tulis|tambahkan|write an?|add a) (?:public )?(?:komentar|comment).*"
            r"|(?:masuk untuk|log in to) .{4,40}|komentari|kirim"
        ),
    ),
)


def understand(text: str) -> list[Line]:
    """Every line of `text` with its shape, blank ones too."""
    return [_line(raw.strip(_STRIPPED)) for raw in re.split(r"\r\n|\r|\n", text)]


def bare_name(text: str) -> tuple[str, frozenset[Kind]]:
    """`Dishub · Penulis` is `Dishub` and the badge of the owner."""
    if found := re.fullmatch(r"(.*\S)\s+(?:terverifikasi|verified)", text, re.IGNORECASE):
        return found.group(1), frozenset({Kind.BADGE})
    if found := re.fullmatch(r"(.*\S)\s*[·•]\s*(\S+(?:\s\S+)?)", text):
        kind = _line(found.group(2)).kind
        if kind in {Kind.OWNER, Kind.BADGE}:
            return found.group(1), frozenset({kind})
    return text, frozenset()


def count_of(text: str) -> int:
    """`1.234`, `1,234`, `1.2K`, `12 rb` as a whole number; the site rounds what it abbreviates."""
    found = re.fullmatch(r"(\d+(?:[.,]\d+)*)\s?([a-z]*)", text.strip().lower())
    if found is None:
        raise ValueError(text)
    digits, unit = found.groups()
    thousands = {"": 0, "rb": 1, "ribu": 1, "k": 1, "jt": 2, "juta": 2, "m": 2, "b": 3}[unit]
    if not thousands:
        return int(re.sub(r"[.,]", "", digits))
    whole, _, part = digits.replace(",", ".").partition(".")
    return round(float(f"{whole}.{part.replace('.', '') or 0}") * float(1000**thousands))


def _line(text: str) -> Line:
    if not text:
        return Line(Kind.BLANK, "")
    if re.fullmatch(NUMBER, text, re.IGNORECASE):
        return Line(Kind.NUMBER, text, count=count_of(text))
    for kind, shape in _SHAPES:
        if found := shape.fullmatch(text):
            groups = found.groupdict()
            return Line(
                kind, text, name=groups.get("name") or "", count=int(groups.get("count") or 0)
            )
    return _bar(text) or Line(Kind.WORDS, text)


def _bar(text: str) -> Line | None:
    """The line as a row of ages, counters and buttons; None if anything else is in it."""
    found: dict[str, str] = {}
    at = 0
    while at < len(text):
        part = _BAR_PART.match(text, at)
        if part is None or part.lastgroup is None or part.lastgroup in found.keys() - {"between"}:
            return None
        found[part.lastgroup] = part.group()
        at = part.end()
    marks = frozenset(found) - {"between", "other"}
    if not marks:
        return None
    age, likes = found.get("age", ""), found.get("likes")
    count = count_of(re.sub(r"\s?(?:suka|likes?)$", "", likes, flags=re.I)) if likes else None
    return Line(Kind.BAR, text, age=age, likes=count, marks=marks)
