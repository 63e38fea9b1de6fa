"""The rows of a preview, one list for each of what became of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from app.language import _, ngettext, number_text
from app.services.importing.field_words import difference_text
from app.services.importing.judged import Note
from app.services.importing.kinds import rows_of_kind
from app.services.importing.previewing import Preview
from app.services.importing.reasons import note_text, reason_text
from app.services.importing.tables import Cell, text_of
from app.ui.widgets import Cell as TableCell
from app.ui.widgets import Column, Part


class Bin(StrEnum):
    """What became of a row."""

    GOOD = "good"
    DUPLICATE = "duplicate"
    CHANGED = "changed"
    FAULTY = "faulty"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class ShownRow:
    """One line of the table: its place in the file, what it says, what is to be said of it."""

    place: str
    text: str
    remark: str
    is_wrong: bool = False


_Place = tuple[str | None, int | None]
_MOST_SHOWN = 2000  # nobody reads more, and a window that makes 200,000 lines stands still


def rows_in(preview: Preview, bin_: Bin) -> list[ShownRow]:
    """The rows of one bin in the order of the file; of very many the first, and how many follow."""
    count = _counts(preview)[bin_]
    rows = _shown(preview, bin_)
    if count > len(rows):
        more = count - len(rows)
        words = ngettext("and %(n)s more row", "and %(n)s more rows", more)
        rows.append(ShownRow("…", words % {"n": number_text(more, 0)}, ""))
    return rows


def _shown(preview: Preview, bin_: Bin) -> list[ShownRow]:
    match bin_:
        case Bin.GOOD:
            return _good(preview)
        case Bin.DUPLICATE:
            return [
                ShownRow(
                    place_text(copy.sheet, copy.row), _short(copy.text), _copy_text(copy.earlier)
                )
                for copy in preview.duplicates[:_MOST_SHOWN]
            ]
        case Bin.CHANGED:
            return [
                ShownRow(
                    place_text(changed.sheet, changed.row),
                    _short(changed.text),
                    "; ".join(difference_text(preview.kind, d) for d in changed.differences),
                )
                for changed in preview.changed[:_MOST_SHOWN]
            ]
        case Bin.FAULTY:
            return [
                ShownRow(
                    place_text(faulty.sheet, faulty.row),
                    _short(" · ".join(filter(None, map(_cell_text, faulty.cells)))),
                    reason_text(faulty),
                    is_wrong=True,
                )
                for faulty in preview.faulty[:_MOST_SHOWN]
            ]
    return [
        ShownRow(place_text(note.sheet, note.row), "", note_text(note))
        for note in _loose(preview)[:_MOST_SHOWN]
    ]


def parts_of(preview: Preview) -> list[Part]:
    """The tabs with their counts; changed rows and notes only where there are any."""
    counts = _counts(preview).items()
    return [Part(bin_, _bin_text(bin_), number_text(count, 0)) for bin_, count in counts]


def _counts(preview: Preview) -> Mapping[Bin, int]:
    return {
        Bin.GOOD: len(preview.good),
        Bin.DUPLICATE: len(preview.duplicates),
        Bin.CHANGED: len(preview.changed),
        Bin.FAULTY: len(preview.faulty),
        Bin.NOTE: len(_loose(preview)),
    }


def first_bin(preview: Preview) -> Bin:
    """What a person looks at first: the rows that will come in, else why none will."""
    if preview.good:
        return Bin.GOOD
    return Bin.FAULTY if preview.faulty else Bin.DUPLICATE


def columns() -> list[Column]:
    """What a table shows of them; words that don't fit are told in full by the tip."""
    return [
        Column(_("Row"), lambda row: _cell(row.place, "text2")),
        Column(_("Content of the row"), lambda row: _cell(row.text, "text")),
        Column(_("Remark"), lambda row: _cell(row.remark, "bad" if row.is_wrong else "text2")),
    ]


def _cell(words: str, ink: str) -> TableCell:
    return TableCell(words, ink=ink, tip=words)


def _good(preview: Preview) -> list[ShownRow]:
    shown = preview.good[:_MOST_SHOWN]
    remarks: dict[_Place, list[str]] = {(new.good.sheet, new.good.row): [] for new in shown}
    for note in preview.notes:
        if (note.sheet, note.row) in remarks:
            remarks[note.sheet, note.row].append(note_text(note))
    understood = rows_of_kind(preview.kind)
    return [
        ShownRow(
            place_text(new.good.sheet, new.good.row),
            _short(understood.summary(new.good.values)),
            "; ".join(remarks[new.good.sheet, new.good.row]),
        )
        for new in shown
    ]


def _loose(preview: Preview) -> list[Note]:
    """Notes that belong to no good row: about the file, or about what was left out."""
    told = {(new.good.sheet, new.good.row) for new in preview.good}
    told |= {(copy.sheet, copy.row) for copy in preview.duplicates}
    return [note for note in preview.notes if (note.sheet, note.row) not in told]


def place_text(sheet: str | None, row: int | None) -> str:
    """Where a row stands: its sheet if the file has several, and its number."""
    number = "" if row is None else str(row)
    return " · ".join(filter(None, (sheet, number))) or "–"


def _cell_text(cell: Cell) -> str:
    if isinstance(cell, date):
        return f"{cell:%d/%m/%Y}"
    return f"{cell:%H.%M}" if isinstance(cell, time) else text_of(cell)


def _short(text: str) -> str:
    return " ".join(text.split())[:200]


def _copy_text(earlier: int | None) -> str:
    if earlier is None:
        return _("the office has it already")
    return _("exact copy of row %(row)d") % {"row": earlier}


def _bin_text(bin_: Bin) -> str:
    return {
        Bin.GOOD: _("Good"),
        Bin.DUPLICATE: _("Duplicate"),
        Bin.CHANGED: _("Changed"),
        Bin.FAULTY: _("Faulty"),
        Bin.NOTE: _("Notes"),
    }[bin_]


def take_text(count: int) -> str:
    """The words of the button that writes."""
    return ngettext("&Take in %(n)s row", "&Take in %(n)s rows", count) % {
        "n": number_text(count, 0)
    }
