"""The Surat Perintah that appoints the team (Pasal 6 ayat (2)–(4)) as PDF, after Jabar's template.

The number is not the program's to give: until the Tata Usaha has given one, dots stand there. More
than three persons go to a Lampiran, as is the custom.
"""

from collections.abc import Sequence
from itertools import zip_longest
from pathlib import Path
from typing import Any

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, PageBreak, Paragraph, Spacer, Table

from app.language import day_text
from app.services.printing import fonts
from app.services.printing.contents import LetterContents, MemberFacts, Paper
from app.services.printing.letterhead import (
    DOTS,
    grouped_nip,
    letterhead,
    signature_block,
    title_lines,
)
from app.services.printing.paper import Document, style, text_width, write
from app.services.printing.tables import text_table_and_last
from app.services.printing.words import REGULATION

MOST_ON_FIRST_PAGE = 3
SIZE, LEADING = 11.5, 15.2  # 1.15 lines

_TITLE = style("letter_title", 13, 18, font=fonts.BOLD, alignment=TA_CENTER)
_CENTRED = style("letter_centred", SIZE, LEADING, alignment=TA_CENTER)
_COMMAND = style("letter_command", SIZE, LEADING, font=fonts.BOLD, alignment=TA_CENTER)
_TEXT = style("letter_text", SIZE, LEADING, alignment=TA_JUSTIFY)
_LEFT = style("letter_left", SIZE, LEADING)
_SMALL = style("letter_small", 10.5, 13.5)
_COPY = style("letter_copy", 10.5, 13.5, leftIndent=26)
_LABEL, _COLON, _SIGN = 62.0, 12.0, 20.0
_SIGNING_LEFT = 74 * mm


def write_assignment_letter(contents: LetterContents, path: Path, paper: Paper = "a4") -> None:
    """Make the letter; `path` is replaced only by a finished one."""
    write(path, lambda unfinished: _draw(contents, unfinished, paper))


def _draw(contents: LetterContents, path: Path, paper: Paper) -> None:
    width = text_width(paper)
    title = f"{contents.title.title()} {contents.number}".strip()
    document = Document(path, paper, title, contents.agency.name, contents.is_example)
    annexed = len(contents.members) > MOST_ON_FIRST_PAGE
    story: list[Flowable] = [
        *letterhead(contents.agency, width),
        Paragraph(fonts.markup(contents.title.upper()), _TITLE),
        Paragraph(f"NOMOR : {fonts.markup(contents.number) or DOTS}", _CENTRED),
        Spacer(0, 5 * mm),
        *_part("DASAR", _bases(contents), width, letters=True),
        Spacer(0, 4 * mm),
        Paragraph("MEMERINTAHKAN", _COMMAND),
        Spacer(0, 3 * mm),
        *(_annex_hint(width) if annexed else _persons(contents.members, width)),
        Spacer(0, 3 * mm),
        *_ordered(contents, width),
        *_copies(contents),
    ]
    if annexed:
        story += [PageBreak(), *_annex(contents, width)]
    document.build_letter(story)


def _ordered(contents: LetterContents, width: float) -> list[Flowable]:
    """What is ordered, and the signature: never alone on a page, the last order stands above it."""
    lines = _part_lines("Untuk", _tasks(contents), letters=False)
    earlier = [_part_table(lines[:-1], width)] if lines[:-1] else []
    last = _part_table(lines[-1:], width)
    return [*earlier, KeepTogether([last, Spacer(0, 8 * mm), _signing(contents, width)])]


def _bases(contents: LetterContents) -> Sequence[str]:
    return contents.bases or (f"{REGULATION}.",)


def _tasks(contents: LetterContents) -> Sequence[str]:
    """What is ordered; the members' duties stand with their names."""
    if contents.tasks:
        return contents.tasks
    period = ""
    if contents.valid_from and contents.valid_until:
        period = (
            f", terhitung mulai tanggal {day_text(contents.valid_from, 'id')} sampai dengan tanggal"
            f" {day_text(contents.valid_until, 'id')}"
        )
    return (
        "melaksanakan tugas pengelolaan dan pelayanan informasi melalui media sosial pada"
        f" {contents.agency.name} sesuai dengan tugas masing-masing{period}; dan",
        "melaporkan pelaksanaan tugas kepada pimpinan.",
    )


def _part(label: str, entries: Sequence[str], width: float, *, letters: bool) -> list[Flowable]:
    """`Untuk : 1. …`: label, colon and list stand in columns, and may run over the page."""
    return [_part_table(_part_lines(label, entries, letters=letters), width)]


def _part_lines(label: str, entries: Sequence[str], *, letters: bool) -> list[list[Any]]:
    lines: list[list[Any]] = []
    for number, entry in enumerate(entries):
        sign = f"{chr(ord('a') + number)}." if letters else f"{number + 1}."
        head = (label, ":") if number == 0 else ("", "")
        lines.append(
            [Paragraph(text, _LEFT) for text in (*head, sign if len(entries) > 1 else "")]
            + [Paragraph(fonts.markup(entry), _TEXT)]
        )
    return lines


def _part_table(lines: Sequence[list[Any]], width: float) -> Flowable:
    return _columns(lines, (_LABEL, _COLON, _SIGN, width - _LABEL - _COLON - _SIGN))


def _persons(members: Sequence[MemberFacts], width: float) -> list[Flowable]:
    widths = (_LABEL, _COLON, _SIGN, 112.0, _COLON, width - _LABEL - 2 * _COLON - _SIGN - 112.0)
    blocks: list[Flowable] = []
    for number, member in enumerate(members):
        lines: list[list[Any]] = []
        for row, (label, value) in enumerate(_facts(member)):
            head = ("Kepada", ":") if number == row == 0 else ("", "")
            sign = f"{number + 1}." if row == 0 else ""
            lines.append(
                [Paragraph(text, _LEFT) for text in (*head, sign, label, ":")]
                + [Paragraph(value, _LEFT)]
            )
        blocks.append(KeepTogether([_columns(lines, widths), Spacer(0, 2 * mm)]))
    return blocks or _part("Kepada", (DOTS,), width, letters=False)


def _facts(member: MemberFacts) -> tuple[tuple[str, str], ...]:
    """A person's lines, as markup; who is no civil servant has "-" for rank and NIP."""
    return (
        ("Nama", fonts.markup(member.name)),
        ("Pangkat/Golongan", fonts.markup(member.rank) or "-"),
        ("NIP", fonts.markup(grouped_nip(member.nip)) or "-"),
        ("Jabatan", fonts.markup(member.position) or "-"),
        ("Sebagai", fonts.markup(", ".join(member.duties))),
        *(("Tugas", fonts.markup(task)) for task in member.tasks),
    )


def _columns(lines: Sequence[list[Any]], widths: Sequence[float]) -> Flowable:
    table = Table(lines, colWidths=list(widths), splitInRow=1)
    table.setStyle(
        [
            ("FONTNAME", (0, 0), (-1, -1), fonts.REGULAR),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 3),
            ("TOPPADDING", (0, 0), (-1, -1), 0),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 1),
        ]
    )
    return table


def _annex_hint(width: float) -> list[Flowable]:
    text = "Nama-nama sebagaimana tercantum dalam Lampiran Surat Perintah ini."
    return _part("Kepada", (text,), width, letters=False)


def _annex(contents: LetterContents, width: float) -> list[Flowable]:
    """The page of names; its head repeats what it belongs to."""
    dated = day_text(contents.signed_on, "id") if contents.signed_on else DOTS[:24]
    title = " ".join(title_lines(contents.signer)).rstrip(",") if contents.signer.titles else ""
    head = [
        [Paragraph(text, _SMALL) for text in line]
        for line in (
            (f"LAMPIRAN {fonts.markup(contents.title.upper())} {fonts.markup(title)}", "", ""),
            ("NOMOR", ":", fonts.markup(contents.number) or DOTS[:24]),
            ("TANGGAL", ":", dated),
        )
    ]
    widths = (62, 10, width * 0.5 - 72)
    block = Table(head, colWidths=widths, hAlign="RIGHT", splitInRow=1)
    block.setStyle(
        [
            ("SPAN", (0, 0), (-1, 0)),
            ("FONTNAME", (0, 0), (-1, -1), fonts.REGULAR),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 0),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 1),
        ]
    )
    lines = [
        (
            f"{number}.",
            "\n".join(filter(None, (member.name, member.position))),
            member.rank or "-",
            grouped_nip(member.nip).replace(" ", "\u00a0") or "-",
            member.work,
        )
        for number, member in enumerate(contents.members, 1)
    ]
    headings = ("No.", "Nama dan jabatan", "Pangkat / golongan", "NIP", "Tugas")
    names, last = text_table_and_last(headings, lines, (6, 28, 18, 25, 23), width)
    heading = Paragraph("DAFTAR PELAKSANA DAN PEJABAT YANG BERTANGGUNG JAWAB", _COMMAND)
    return [
        block,
        Spacer(0, 8 * mm),
        heading,
        Spacer(0, 5 * mm),
        names,
        KeepTogether([last, Spacer(0, 10 * mm), _signing(contents, width)]),
    ]


def _signing(contents: LetterContents, width: float) -> Flowable:
    dated = day_text(contents.signed_on, "id") if contents.signed_on else DOTS[:24]
    above = (f"Ditetapkan di {contents.agency.town}", f"Pada tanggal {dated}")
    table = Table(
        [["", signature_block(contents.signer, above, width - _SIGNING_LEFT - 6)]],
        colWidths=[_SIGNING_LEFT, width - _SIGNING_LEFT],
        splitInRow=1,
    )
    table.setStyle(
        [("FONTNAME", (0, 0), (-1, -1), fonts.REGULAR), ("LEFTPADDING", (0, 0), (-1, -1), 0)]
    )
    return table


def _copies(contents: LetterContents) -> list[Flowable]:
    """`Tembusan: Yth. 1. …; dan 2. … .`"""
    if not contents.copies_to:
        return []
    names = contents.copies_to
    ends = [*[";"] * (len(names) - 2), "; dan", "."][-len(names) :]
    numbers = [f"{number}. " for number in range(1, len(names) + 1)] if len(names) > 1 else [""]
    entries = [
        Paragraph(fonts.markup(number + name + end), _COPY, bulletText=address)
        for number, name, end, address in zip_longest(numbers, names, ends, ("Yth.",))
    ]
    return [KeepTogether([Spacer(0, 8 * mm), Paragraph("Tembusan:", _SMALL), *entries])]
