"""A page as a document: our Markdown in the look's types, flows drawn as tables of their steps."""

from collections.abc import Iterator, Sequence

from PySide6.QtGui import (
    QBrush,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableFormat,
)

from app.labels import label
from app.language import pgettext
from app.services.flow_words import FlowLine, flow_lines
from app.ui.help.pages import FLOW_MARKER, HelpPage
from app.ui.theme import Colours, Tone, font, line_height, scaled, tokens

_MARGIN = 32
_HEADINGS = ("display", "title", "heading")
_TABLE = 99  # per cent of the page; of a whole one Qt rounds the columns to a pixel too much
# Of the columns, per cent: of a flow, and of a page's own tables by their number.
_FLOW_WIDTHS = (22, 22, 19, 20, 17)
_WIDTHS = {2: (32, 68), 3: (24, 38, 38)}
# Whose states a flow's chips look like; an interim reply shares them with others.
_GROUPS = {"interim": ("inquiry", "referral")}


def draw(document: QTextDocument, page: HelpPage, look: Colours) -> None:
    """Fill the document with the page, in these colours and at the person's text size."""
    document.setDefaultFont(font("read"))
    document.setMarkdown(page.text)
    for block in _blocks(document):
        _set_types(block, look)
    for table in _tables(document):
        _dress(table, _table_format(look, _WIDTHS[table.columns()]), look)
    while (marked := _next_marker(document)) is not None:
        _draw_flow(marked[0], marked[1], look)
    frame = document.rootFrame().frameFormat()
    frame.setMargin(scaled(_MARGIN))
    document.rootFrame().setFrameFormat(frame)


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _set_types(block: QTextBlock, look: Colours) -> None:
    """Headings, paragraphs, items and keys as the look has them."""
    level = block.blockFormat().headingLevel()
    in_table = QTextCursor(block).currentTable() is not None
    role = _HEADINGS[min(level, len(_HEADINGS)) - 1] if level else "body" if in_table else "read"
    cursor = QTextCursor(block)
    shape = QTextBlockFormat()
    shape.setLineHeight(line_height(role), QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
    if level:
        shape.setTopMargin(scaled(0 if level == 1 else 20))
        shape.setBottomMargin(scaled(6))
    elif in_table:
        shape.setTopMargin(0)
        shape.setBottomMargin(0)
    else:
        shape.setBottomMargin(scaled(4 if block.textList() else 10))
    cursor.mergeBlockFormat(shape)
    for start, length, given in _fragments(block):
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(_type_of(given, role, look))


def _fragments(block: QTextBlock) -> list[tuple[int, int, QTextCharFormat]]:
    found = []
    pieces = block.begin()
    while not pieces.atEnd():
        piece = pieces.fragment()
        found.append((piece.position(), piece.length(), piece.charFormat()))
        pieces += 1
    return found


def _type_of(given: QTextCharFormat, role: str, look: Colours) -> QTextCharFormat:
    """The format of a piece of text: Markdown says strong, key or link, the look says how."""
    face = font(role)
    shape = QTextCharFormat()
    if given.fontFixedPitch():
        shape.setBackground(QBrush(look.tones["neutral"].soft))
        face.setWeight(QFont.Weight.Medium)
    elif given.fontWeight() > QFont.Weight.Normal.value and role in ("read", "body"):
        face.setWeight(QFont.Weight.DemiBold)
    shape.setFont(face)
    shape.setForeground(QBrush(look.text))
    if given.isAnchor():
        shape.setAnchor(True)
        shape.setAnchorHref(given.anchorHref())
        shape.setForeground(QBrush(look.accent))
        shape.setFontUnderline(True)
    return shape


def _tables(document: QTextDocument) -> list[QTextTable]:
    return [frame for frame in document.rootFrame().childFrames() if isinstance(frame, QTextTable)]


def _table_format(look: Colours, widths: Sequence[int]) -> QTextTableFormat:
    shape = QTextTableFormat()
    shape.setColumnWidthConstraints(
        [QTextLength(QTextLength.Type.PercentageLength, width) for width in widths]
    )
    shape.setBorder(1)
    shape.setBorderCollapse(True)
    shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    shape.setBorderBrush(QBrush(look.line))
    shape.setCellPadding(scaled(7))
    shape.setCellSpacing(0)
    shape.setHeaderRowCount(1)
    shape.setTopMargin(scaled(4))
    shape.setBottomMargin(scaled(14))
    shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, _TABLE))
    return shape


def _dress(table: QTextTable, shape: QTextTableFormat, look: Colours) -> None:
    """Lines, room and a head."""
    table.setFormat(shape)
    for column in range(table.columns()):
        cell = table.cellAt(0, column)
        ground = cell.format()
        ground.setBackground(QBrush(look.sunken))
        cell.setFormat(ground)


def _next_marker(document: QTextDocument) -> tuple[QTextBlock, str] | None:
    for block in _blocks(document):
        if found := FLOW_MARKER.match(block.text().strip()):
            return block, found[1]
    return None


def _draw_flow(block: QTextBlock, name: str, look: Colours) -> None:
    """Put the flow's steps in the place of its marker."""
    lines = flow_lines(name)
    cursor = QTextCursor(block)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    shape = _table_format(look, _FLOW_WIDTHS)
    heads = (
        pgettext("flow", "From"),
        pgettext("flow", "Act"),
        pgettext("flow", "Becomes"),
        pgettext("flow", "Who"),
        pgettext("flow", "Needs"),
    )
    table = cursor.insertTable(len(lines) + 1, len(heads), shape)
    for column, words in enumerate(heads):
        _write(table, 0, column, [(words, None)], look, role="label")
    for row, line in enumerate(lines, 1):
        _draw_line(table, row, line, _GROUPS.get(name, (name,)), look)
    _dress(table, shape, look)


def _draw_line(
    table: QTextTable, row: int, line: FlowLine, groups: Sequence[str], look: Colours
) -> None:
    states = [(label(state), _tone(state, groups, look)) for state in line.states]
    _write(table, row, 0, states, look)
    _write(table, row, 1, [(label(line.act), None)], look, role="strong")
    _write(table, row, 2, [(label(line.to), _tone(line.to, groups, look))], look)
    _write(table, row, 3, [(line.who, None)], look)
    _write(table, row, 4, [(line.needs or "–", None)], look)


def _tone(state: str, groups: Sequence[str], look: Colours) -> Tone:
    known = tokens().states
    found = next(known[group][state] for group in groups if state in known[group])
    return look.tones[found.tone]


def _write(
    table: QTextTable,
    row: int,
    column: int,
    lines: Sequence[tuple[str, Tone | None]],
    look: Colours,
    role: str = "body",
) -> None:
    """One line after the other into a cell, a state on the soft ground of its tone."""
    cursor = table.cellAt(row, column).firstCursorPosition()
    paragraph = QTextBlockFormat()
    paragraph.setLineHeight(line_height(role), QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
    cursor.setBlockFormat(paragraph)
    for number, (words, tone) in enumerate(lines):
        shape = QTextCharFormat()
        shape.setFont(font(role))
        shape.setForeground(QBrush(tone.ink if tone else look.text))
        if tone is not None:
            shape.setBackground(QBrush(tone.soft))
        if number:
            cursor.insertBlock(paragraph)
        cursor.insertText(f"\N{NO-BREAK SPACE}{words}\N{NO-BREAK SPACE}" if tone else words, shape)
