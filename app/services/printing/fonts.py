"""Fonts for paper: Liberation Sans, and for what it lacks a second bundled font; never a box.

ReportLab parses paragraph texts as markup and draws a box for a character that a font lacks. Every
text that a person typed therefore passes `markup` (paragraphs) or `runs` (drawn text).
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from threading import Lock
from typing import NamedTuple
from xml.sax.saxutils import escape

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics, ttfonts

from app.resources import resource

REGULAR = "LiberationSans"
BOLD = "LiberationSans-Bold"
ITALIC = "LiberationSans-Italic"
BOLD_ITALIC = "LiberationSans-BoldItalic"
EMOJI = "NotoEmoji"
ARABIC = "NotoNaskhArabic"
SUNDANESE = "NotoSansSundanese"

_FILES = {
    REGULAR: "LiberationSans-Regular.ttf",
    BOLD: "LiberationSans-Bold.ttf",
    ITALIC: "LiberationSans-Italic.ttf",
    BOLD_ITALIC: "LiberationSans-BoldItalic.ttf",
    EMOJI: "NotoEmoji-Regular.ttf",
    ARABIC: "NotoNaskhArabic-Regular.ttf",
    SUNDANESE: "NotoSansSundanese-Regular.ttf",
}
_FALLBACKS = (EMOJI, ARABIC, SUNDANESE)
_registering = Lock()

# Lines of one Arabic passage are cut before it is turned to visual order: a paragraph broken
# afterwards would show its end first.
_ARABIC_LINE = 48

_ARABIC = "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc"
_ARABIC_PASSAGE = re.compile(rf"[{_ARABIC}]+(?:[ \t0-9.,:;!?()'\"/-]*[{_ARABIC}]+)*")
_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]{2}")
# What only steers the drawing of an emoji: joiners, variation selectors, skin tones after another
# sign, the keycap's frame, the letters of a tagged flag.
_EMOJI_STEERING = re.compile(
    "[\u200d\ufe00-\ufe0f\u20e3\U000e0020-\U000e007f]|(?<=[^\\s])[\U0001f3fb-\U0001f3ff]"
)
# Signs that posts are full of and no bundled font has; each has a twin that one of them has.
_TWINS = str.maketrans("✓✗✘☐★☆➜➤◆❖✦♡", "✔✖✖□⭐⭐→►■■■♥")
# Sundanese writes the vowel é before its consonant but stores it behind.
_SUNDANESE_E = re.compile("([\u1b8a-\u1ba0\u1bae\u1baf][\u1ba1-\u1ba3\u1bac\u1bad]*)\u1ba6")


class Run(NamedTuple):
    """A stretch of text that one font can show."""

    font: str
    text: str


def register() -> None:
    """Make the bundled fonts known to ReportLab, Liberation Sans its base font; once."""
    with _registering:
        if REGULAR in pdfmetrics.getRegisteredFontNames():
            return
        for name, file in _FILES.items():
            pdfmetrics.registerFont(ttfonts.TTFont(name, str(resource("fonts", file))))
        pdfmetrics.registerFontFamily(REGULAR, REGULAR, BOLD, ITALIC, BOLD_ITALIC)
        for name in _FALLBACKS:
            pdfmetrics.registerFontFamily(name, name, name, name, name)
        # Otherwise every file lists Helvetica, which is not embedded.
        rl_config.canvas_basefontname = REGULAR
        rl_config.defaultGraphicsFontName = REGULAR
        rl_config.useA85 = 0  # a fifth smaller and twice as fast; nobody mails PDF as 7-bit text
        vars(ttfonts)["makeToUnicodeCMap"] = _unicode_map


def _unicode_map(font_name: str, subset: Sequence[int]) -> str:
    """What each code of an embedded font means, so that text can be searched and copied.

    ReportLab 5.1 writes signs above U+FFFF with five digits; PDF has them as UTF-16 (ISO 32000-1).
    """
    rows = [
        f"<{code:02X}> <{chr(sign).encode('utf-16-be').hex().upper()}>"
        for code, sign in enumerate(subset)
    ]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            f"/CIDSystemInfo << /Registry ({font_name}) /Ordering ({font_name}) /Supplement 0 >>"
            " def",
            f"/CMapName /{font_name} def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            f"<00> <{len(subset) - 1:02X}>",
            "endcodespacerange",
            f"{len(rows)} beginbfchar",
            *rows,
            "endbfchar",
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        ]
    )


def face(font: str) -> ttfonts.TTFontFace:
    """The face of one of the bundled fonts."""
    register()
    known = pdfmetrics.getFont(font)
    assert isinstance(known, ttfonts.TTFont)  # noqa: S101 - they are registered as such just above
    return known.face


@lru_cache(maxsize=len(_FILES))
def shown_by(font: str) -> frozenset[str]:
    """The characters that a font can show."""
    return frozenset(
        chr(code)
        for code in face(font).charToGlyph
        if unicodedata.category(chr(code)) not in {"Cc", "Cf", "Cs"}
    )


@lru_cache(maxsize=1)
def _unusual() -> re.Pattern[str]:
    """Matches what Liberation Sans can't show, and what it would show in the wrong order."""
    plain = "".join(sorted(c for c in shown_by(REGULAR) if not re.match(f"[{_ARABIC}]", c)))
    return re.compile(f"[^{re.escape(plain)}\n]")


def runs(text: str, font: str = REGULAR) -> list[Run]:
    """The text in stretches, each with the font that can show it; line ends stay in the text.

    What no font has is written as its code point, such as `[U+4E2D]`; invisible signs go.
    """
    text = _tidy(text)
    if not _unusual().search(text):
        return [Run(font, text)] if text else []
    pieces = _pieces(text, font)
    return [
        Run(name, "".join(piece.text for piece in group))
        for name, group in groupby(pieces, key=lambda piece: piece.font)
    ]


def markup(text: str) -> str:
    """A person's text as paragraph markup that shows exactly that text, whatever it contains."""
    return "".join(
        escape(run.text).replace("\n", "<br/>")
        if run.font == REGULAR
        else f'<font name="{run.font}">{escape(run.text)}</font>'
        for run in runs(_own_arabic_lines(text))
    )


def base_text(text: str) -> str:
    """The text without what Liberation Sans lacks, for labels of charts, which know one font."""
    return one_line("".join(run.text for run in runs(text) if run.font == REGULAR))


def one_line(text: str) -> str:
    """The text without line ends and doubled spaces, for cells and titles."""
    return " ".join(text.split())


def text_width(text: str, size: float, font: str = REGULAR) -> float:
    """Points that the text takes when it is drawn run by run."""
    return sum(pdfmetrics.stringWidth(run.text, run.font, size) for run in runs(text, font))


def _tidy(text: str) -> str:
    text = (
        text.replace("\r\n", "\n")
        .replace("\r", "\n")
        .replace("\u2028", "\n")
        .replace("\u2029", "\n")
    )
    text = text.replace("\t", " ")
    return text if text.isascii() and text.isprintable() else unicodedata.normalize("NFC", text)


def _pieces(text: str, font: str) -> Iterator[Run]:
    position = 0
    for passage in _ARABIC_PASSAGE.finditer(text):
        yield from _signs(text[position : passage.start()], font)
        yield from _signs(_as_seen(passage.group()), font, ARABIC)
        position = passage.end()
    yield from _signs(text[position:], font)


def _signs(text: str, font: str, first: str | None = None) -> Iterator[Run]:
    """Sign by sign; `first` is asked before Liberation Sans."""
    text = _FLAG.sub(_flag_letters, text.translate(_TWINS))
    text = _EMOJI_STEERING.sub("", text)
    text = _SUNDANESE_E.sub("\u1ba6\\1", text)
    order = (font, *_FALLBACKS) if first is None else (first, font, *_FALLBACKS)
    for sign in text:
        if sign == "\n":
            yield Run(font, sign)
        elif unicodedata.category(sign) not in {"Cc", "Cf"}:
            yield _shown(sign, order, font)


def _shown(sign: str, order: tuple[str, ...], font: str) -> Run:
    for form in (sign, unicodedata.normalize("NFKC", sign)):
        for name in order:
            if shown_by(name).issuperset(form):
                return Run(name, form)
    return Run(font, f"[U+{ord(sign):04X}]")


def _flag_letters(flag: re.Match[str]) -> str:
    """A flag as the letters of its country, `[ID]`: the emoji font draws no flags."""
    return "[" + "".join(chr(ord(letter) - 0x1F1E6 + ord("A")) for letter in flag.group()) + "]"


def _as_seen(passage: str) -> str:
    """Arabic letters joined and in the order in which they stand on paper."""
    import arabic_reshaper
    from bidi import get_display

    joined: str = arabic_reshaper.reshape(passage)
    return str(get_display(joined, base_dir="R"))


def _own_arabic_lines(text: str) -> str:
    """Long Arabic passages on lines of their own."""
    return _ARABIC_PASSAGE.sub(_split_passage, text)


def _split_passage(passage: re.Match[str]) -> str:
    if len(passage.group()) <= _ARABIC_LINE:
        return passage.group()
    lines: list[str] = [""]
    for word in passage.group().split():
        if lines[-1] and len(lines[-1]) + len(word) >= _ARABIC_LINE:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n" + "\n".join(lines) + "\n"
