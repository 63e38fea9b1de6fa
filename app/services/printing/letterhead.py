"""The kop surat at the head of a paper, and the block in which somebody signs at its foot."""

from io import BytesIO

from reportlab.lib.enums import TA_CENTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Image, Paragraph, Spacer, Table

from app.services.letterheads import KOP_MOST_PIXELS
from app.services.printing import fonts
from app.services.printing.contents import AgencyFacts, Signatory
from app.services.printing.paper import style

LINE = 16.0
SIGNING_LINES = 4  # wet ink and stamp need that much room
DOTS = "." * 40
PREFIXES = {"own": "", "plt": "Plt. ", "plh": "Plh. ", "an": "a.n. ", "an_ub": "a.n. "}
KOP_PIXELS = 2000  # 300 dots an inch over the width of the text

_AUTHORITY = style("kop_authority", 13, 17, alignment=TA_CENTER)
_PARENT = style("kop_parent", 13, 17, font=fonts.BOLD, alignment=TA_CENTER)
_UNIT = style("kop_unit", 17, 21, font=fonts.BOLD, alignment=TA_CENTER)
_ADDRESS = style("kop_address", 9, 12, alignment=TA_CENTER)
_SIGNING = style("signing", 12, LINE)
_NAME = style("signing_name", 12, LINE, font=fonts.BOLD)
_LEAST_NAME = 9.5  # points; a name that is longer takes two lines
_NEARLY = 0.995  # two ways of measuring a line differ by a little
_BETWEEN = 12.0  # points between two blocks


class DoubleRule(Flowable):
    """The rule under a kop: thick over thin, over the whole width of the text."""

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        """As wide as there is room."""
        self.width = available_width
        return available_width, 9.0

    def draw(self) -> None:
        """Thick over thin."""
        canvas: Canvas = self.canv
        canvas.setLineWidth(2.2)
        canvas.line(0, 5, self.width, 5)
        canvas.setLineWidth(0.6)
        canvas.line(0, 2.2, self.width, 2.2)


def letterhead(agency: AgencyFacts, width: float) -> list[Flowable]:
    """The kop: the office's own picture as it is, or composed from its lines."""
    kop = agency.letterhead
    unit = kop.unit or agency.name
    picture = _picture(kop.picture, width) if kop.picture else None
    if picture is not None:
        return [picture, Spacer(0, 6 * mm)]
    unit_style = (
        _UNIT if len(unit) < 44 else style("kop_long", 14, 18, font=fonts.BOLD, alignment=TA_CENTER)
    )
    lines = (
        (kop.authority.upper(), _AUTHORITY),
        (kop.parent.upper(), _PARENT),
        (unit.upper(), unit_style),
        (kop.address, _ADDRESS),
        (kop.contact, _ADDRESS),
        (kop.place, _ADDRESS),
    )
    composed: list[Flowable] = [Paragraph(fonts.markup(text), of) for text, of in lines if text]
    return [*composed, Spacer(0, 3), DoubleRule(), Spacer(0, 6 * mm)]


def _picture(kop: bytes, width: float) -> Flowable | None:
    """The picture over the full width, at most 45 mm high; None if it can't be read as one."""
    from PIL import Image as Raster
    from PIL import UnidentifiedImageError

    try:
        with Raster.open(BytesIO(kop)) as raster:
            if raster.width * raster.height > KOP_MOST_PIXELS:
                return None
            raster.thumbnail((KOP_PIXELS, KOP_PIXELS))
            ground = Raster.new("RGB", raster.size, "white")
            layer = raster.convert("RGBA")
            ground.paste(layer, mask=layer)
    except (UnidentifiedImageError, OSError, ValueError, Raster.DecompressionBombError):
        return None
    png = BytesIO()
    ground.save(png, "PNG")
    png.seek(0)
    scale = min(width / ground.width, 45 * mm / ground.height)
    return Image(png, ground.width * scale, ground.height * scale, hAlign="CENTER")


def title_lines(signatory: Signatory) -> list[str]:
    """The titles above a signature: `a.n. GUBERNUR …,` then `SEKRETARIS DAERAH,`."""
    titles = [f"{title.upper().rstrip(',')}," for title in signatory.titles if title.strip()] or [
        DOTS
    ]
    titles[0] = PREFIXES[signatory.mode] + titles[0]
    if signatory.mode == "an_ub" and len(titles) > 2:
        titles.insert(-1, "u.b.")
    return titles


def signature_block(
    signatory: Signatory, above: tuple[str, ...] = (), room: float = 0
) -> list[Flowable]:
    """Place and date or a heading, titles, room for ink and stamp, name, rank, NIP.

    `room` is the width that it may take, so that the name stays in one line.
    """
    return [line for part in _signature(signatory, above, room) for line in part]


def signature_pair(
    left: tuple[Signatory, tuple[str, ...]], right: tuple[Signatory, tuple[str, ...]], width: float
) -> Flowable:
    """Two blocks beside each other; titles, names, ranks and NIP stand level.

    Each block is who signs and the lines above, as many on the left as on the right.
    """
    column = width / 2
    rows = zip(
        *(_signature(*block, column - _BETWEEN) for block in (left, right)),
        strict=True,
    )
    table = Table(
        [[part or "" for part in row] for row in rows],
        colWidths=[column, column],
        splitInRow=1,
    )
    table.setStyle(
        [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("FONTNAME", (0, 0), (-1, -1), fonts.REGULAR),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), _BETWEEN),
            ("TOPPADDING", (0, 0), (-1, -1), 0),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
        ]
    )
    return table


def _signature(signatory: Signatory, above: tuple[str, ...], room: float) -> list[list[Flowable]]:
    """The parts of a block from above downwards; a part that it lacks is empty."""
    nip = fonts.markup(grouped_nip(signatory.nip)) or DOTS[:24]
    head: list[list[Flowable]] = [[Paragraph(fonts.markup(line), _SIGNING)] for line in above]
    return [
        *head,
        [Paragraph(fonts.markup(line), _SIGNING) for line in title_lines(signatory)],
        [Spacer(0, SIGNING_LINES * LINE)],
        [name_line(signatory.name, _NAME, room)],
        [Paragraph(fonts.markup(signatory.rank), _SIGNING)] if signatory.rank else [],
        [Paragraph(f"NIP. {nip}", _SIGNING)] if signatory.name else [],
    ]


def name_line(name: str, of: ParagraphStyle, room: float) -> Paragraph:
    """A name with its degrees, a little smaller where that keeps it in one line; or dots."""
    if not name:
        return Paragraph(DOTS, _SIGNING)
    wide = fonts.text_width(name, 1, of.fontName)
    size = min(of.fontSize, room * _NEARLY / wide) if wide else of.fontSize
    if size < _LEAST_NAME:
        return Paragraph(fonts.markup(name), of)
    return Paragraph(fonts.markup(name), ParagraphStyle(of.name, parent=of, fontSize=size))


def grouped_nip(nip: str) -> str:
    """`19880619 202012 2 010` of eighteen digits; anything else as it is."""
    digits = "".join(sign for sign in nip if sign.isdigit())
    if len(digits) != 18:
        return nip
    return f"{digits[:8]} {digits[8:14]} {digits[14]} {digits[15:]}"
