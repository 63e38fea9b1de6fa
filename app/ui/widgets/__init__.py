"""The parts that screens are built of. Nothing here knows an office.

Import from here: `from app.ui.widgets import Button, Card, Label, …`.

Names and tips (every interactive control has a name `screen.thing`; icons only: a spoken name)
    named(widget, "inquiries.table", spoken="") -> widget · set_tip(widget, text) · tip_text(text)
Text (always plain; never QLabel directly)
    Label(text, role="body", ink="text", wrap=False) · ElidedLabel(text, role, ink)
    ReadingLabel(text): 15 px, selectable · roles: display title heading body strong read meta
    label figure badge · inks: text text2 text3 accent wood … or a tone: neutral waiting working
    planned good away bad muted
Buttons
    Button(text, kind="plain", icon_name="", size="normal", key="") · IconButton(icon, spoken)
    kinds primary plain ghost link danger danger_primary · sizes small normal large
States (paint_… for delegates)
    StateChip(group, state) · Chip(ChipLook(text, icon, tone, form)) · state_chip(group, state)
    paint_chip(painter, point, look, colours) · chip_size(look)
    ClockChip(look) · clock_look(started_at, due_at, now, stopped_at=None, narrow=False) ->
    ClockLook · paint_clock · clock_size · elapsed_text(since, now) · paint_ring
    PlatformBadge(key, spoken, large=False) · paint_platform · paint_platforms · platforms_width
    Avatar(name, size=24) · paint_avatar · KeyCap(key) · paint_counter
Grounds
    Pane(ground, across, margins, gap).box · Rule(upright) · Scroll(content, ground)
    Box(ground, edge, dashed) · Card(title, note).box · set_ground(widget, ground) · clear(layout)
    IconLabel(name, ink, size) · IconTile(name, tone)
Fields
    Field(label, control, note).set_error(sentence) · show_errors([(field, sentence), …])
    line_edit(name, text, placeholder, limit) · TextArea(name, placeholder, lines, reading)
    Choice(name, [(words, value)], prefix, placeholder): chosen, value(), set_value()
    DayField · TimeField · SearchBox(name, placeholder): searched
One of several (`cards.CardChoice(name, spoken, [Option(value, title, note)])` as cards)
    Tabs(name, [Part(value, text, count, platform, icon)]) · Segments(name, parts):
    chosen, value(), set_value(), set_parts()
Tables
    Table(name, spoken, rows="compact|row|tall"): opened, moved, current_row(), select_key(),
    set_widths(…) · Cells (delegate) and the roles that it paints: see `tables`
    RowsModel([Column(heading, row -> Cell(text, …))], parent, key=attrgetter("id")).replace(rows)
Telling
    EmptyState(title, sentence, *buttons) · Notice(name, tone, text, *buttons).tell(…)
    ProgressFoot(name): begin(what), set_progress(done, total), end(), cancelled
    Telling(text, undo) for `screen.tell(…)` · announce(widget, text)
    Dialog(name, title, sentence, icon, tone, parent=…).box/add_verb/add_cancel, `open()`
    ask(parent, name, question, sentence, verb, then, danger=False)
Files and differences
    ask_for_file(s) · ask_for_folder · ask_where_to_save(parent, purpose, title, …, then): each
    purpose begins where it was left · DropArea(name, words, kinds=(FileKind.…,)): dropped
    word_changes(before, after) · DiffText(pieces)
A place of the window
    Screen: set_heading(title, note, chips, back), reload(), show_target(), go_back(), panes(),
    keys(), signals leads(place, target), told(Telling)

Painting by hand: `from app.ui.theme import colours, font, paint_text, paint_frame, paint_icon`;
`colours(self.palette())` when painting, never kept. Lengths: `scaled(px)`.
"""

from app.ui.widgets.badges import (
    Avatar,
    KeyCap,
    PlatformBadge,
    counter_size,
    initials,
    paint_avatar,
    paint_counter,
    paint_platform,
    paint_platforms,
    platform_letters,
    platform_tone,
    platforms_width,
)
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.chips import Chip, ChipLook, StateChip, chip_size, paint_chip, state_chip
from app.ui.widgets.clocks import (
    ClockChip,
    ClockLook,
    clock_look,
    clock_size,
    elapsed_text,
    paint_clock,
    paint_ring,
)
from app.ui.widgets.dialog import Dialog, ask
from app.ui.widgets.diff import DiffText, Piece, word_changes
from app.ui.widgets.drop import DropArea
from app.ui.widgets.fields import (
    Choice,
    DayField,
    Field,
    SearchBox,
    TextArea,
    TimeField,
    line_edit,
    show_errors,
)
from app.ui.widgets.files import (
    FileKind,
    LastFolders,
    ask_for_file,
    ask_for_files,
    ask_for_folder,
    ask_where_to_save,
)
from app.ui.widgets.grounds import Box, Card, Pane, Rule, Scroll, clear, set_ground
from app.ui.widgets.icons import IconLabel, IconTile
from app.ui.widgets.labels import ElidedLabel, Label, ReadingLabel
from app.ui.widgets.naming import named, set_tip, tip_text
from app.ui.widgets.notices import EmptyState, Notice, ProgressFoot, announce
from app.ui.widgets.rows import Cell, Column, RowsModel
from app.ui.widgets.screen import Screen
from app.ui.widgets.tables import (
    ROOT,
    AvatarRole,
    Cells,
    ChipRole,
    ClockRole,
    Index,
    InkRole,
    KeyRole,
    NoteRole,
    PlatformsRole,
    RowRole,
    SignRole,
    Table,
    TypeRole,
)
from app.ui.widgets.tabs import Part, Segments, Tabs
from app.ui.widgets.toast import Telling, Toast
from app.ui.widgets.weave import Weave, paint_weave

__all__ = [
    "ROOT",
    "Avatar",
    "AvatarRole",
    "Box",
    "Button",
    "Card",
    "Cell",
    "Cells",
    "Chip",
    "ChipLook",
    "ChipRole",
    "Choice",
    "ClockChip",
    "ClockLook",
    "ClockRole",
    "Column",
    "DayField",
    "Dialog",
    "DiffText",
    "DropArea",
    "ElidedLabel",
    "EmptyState",
    "Field",
    "FileKind",
    "IconButton",
    "IconLabel",
    "IconTile",
    "Index",
    "InkRole",
    "KeyCap",
    "KeyRole",
    "Label",
    "LastFolders",
    "NoteRole",
    "Notice",
    "Pane",
    "Part",
    "Piece",
    "PlatformBadge",
    "PlatformsRole",
    "ProgressFoot",
    "ReadingLabel",
    "RowRole",
    "RowsModel",
    "Rule",
    "Screen",
    "Scroll",
    "SearchBox",
    "Segments",
    "SignRole",
    "StateChip",
    "Table",
    "Tabs",
    "Telling",
    "TextArea",
    "TimeField",
    "Toast",
    "TypeRole",
    "Weave",
    "announce",
    "ask",
    "ask_for_file",
    "ask_for_files",
    "ask_for_folder",
    "ask_where_to_save",
    "chip_size",
    "clear",
    "clock_look",
    "clock_size",
    "counter_size",
    "elapsed_text",
    "initials",
    "line_edit",
    "named",
    "paint_avatar",
    "paint_chip",
    "paint_clock",
    "paint_counter",
    "paint_platform",
    "paint_platforms",
    "paint_ring",
    "paint_weave",
    "platform_letters",
    "platform_tone",
    "platforms_width",
    "set_ground",
    "set_tip",
    "show_errors",
    "state_chip",
    "tip_text",
    "word_changes",
]
