"""The right pane: everything about the asset that is current, and where it is used."""

from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import (
    QAbstractButton,
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.language import (
    _,
    date_pattern_text,
    day_text,
    moment_text,
    ngettext,
    number_text,
    pgettext,
    wib,
)
from app.models.asset import RightsState
from app.services.asset_uses import AssetUse
from app.services.assets import AssetDetail, AssetRow
from app.services.platform_names import platform_label
from app.services.reading.media import NoPreview
from app.ui.shelf import Thumbnails, dimensions_text, format_word, seconds_text, size_text
from app.ui.theme import (
    colours,
    font,
    paint_frame,
    paint_icon,
    paint_text,
    scaled,
    text_width,
    tokens,
)
from app.ui.widgets import (
    IconButton,
    IconLabel,
    Label,
    Rule,
    StateChip,
    clear,
    named,
    paint_platform,
    set_tip,
    state_chip,
)
from app.ui.widgets.tile_painter import paint_picture, paint_stand_in

_MARGINS = (16, 12, 16, 12)


class _Preview(QWidget):
    """The picture, whole, on a quiet ground; or why there is none."""

    def __init__(self, thumbnails: Thumbnails) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._thumbnails = thumbnails
        self._row: AssetRow | None = None
        thumbnails.arrived.connect(self._on_arrived)

    def show_row(self, row: AssetRow) -> None:
        self._row = row
        self.update()

    @Slot(str)
    def _on_arrived(self, _sha256: str) -> None:
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(scaled(280), scaled(156))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._row is None:
            return
        look = colours(self.palette())
        painter = QPainter(self)
        rect, radius = QRectF(self.rect()), tokens().radius["control"]
        picture = self._thumbnails.picture(self._row.sha256)
        paint_frame(painter, rect, radius, look.sunken, look.line)
        if isinstance(picture, QPixmap):
            inner = rect.adjusted(1, 1, -1, -1)
            paint_picture(painter, inner, picture, look, whole=True, radius=radius - 1)
        elif picture:
            paint_stand_in(painter, rect, picture, format_word(self._row.format), look)


class _UseLine(QAbstractButton):
    """One use: state, platform, title, day; a click leads there."""

    def __init__(self, number: int, use: AssetUse, today: date) -> None:
        super().__init__()
        named(self, f"assets.use.{number}")
        self.use = use
        self._state = state_chip("variant", use.variant_state)
        self._day = _short_day(wib(use.moment).date(), today) if use.moment else ""
        platform = platform_label(use.platform)
        self.setAccessibleName(f"{use.title}, {platform}, {self._state.text}, {self._day}")
        set_tip(self, f"{use.reference} · {use.title}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(scaled(200), scaled(26))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = colours(self.palette())
        painter = QPainter(self)
        rect = QRectF(self.rect())
        icon = QRectF(0, 0, 16, rect.height())
        paint_icon(painter, icon, self._state.icon, look.ink(self._state.tone))
        at = QPointF(icon.right() + 8, rect.center().y() - scaled(16) / 2)
        badge = paint_platform(painter, at, self.use.platform, look)
        width = text_width(self._day, font("meta"))
        left = badge.right() + 8
        room = QRectF(left, 0, rect.width() - left - width - 10, rect.height())
        ink = look.accent if self.underMouse() else look.text
        paint_text(painter, room, self.use.title, "body", ink)
        spot = QRectF(rect.right() - width, 0, width + 1, rect.height())
        paint_text(painter, spot, self._day, "meta", look.text2)


class FactsPanel(QWidget):
    """Shows one asset; changing it is for whoever may."""

    edit_asked = Signal()
    use_chosen = Signal(str)  # the reference of the content that was clicked

    def __init__(self, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "assets.facts", _("Facts of the file"))
        self._preview = _Preview(thumbnails)
        self._title = named(Label("", "heading", wrap=True), "assets.title")
        self.edit = named(IconButton("pencil-line", _("Edit facts")), "assets.edit")
        self._line = named(Label("", "meta", "text2", wrap=True), "assets.line")
        self._chip = named(StateChip("rights", "unknown"), "assets.rights")
        self._until = named(Label("", "meta", "text2", wrap=True), "assets.until")
        self._no_preview = named(Label("", "meta", "text2", wrap=True), "assets.no_preview")
        self._facts = QGridLayout()
        self._uses_title = named(Label("", "label", "text2"), "assets.uses")
        self._uses = QVBoxLayout()
        self._lay_out()
        self.edit.clicked.connect(self.edit_asked)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.edit, 0, Qt.AlignmentFlag.AlignTop)
        rights = QHBoxLayout()
        rights.setSpacing(8)
        rights.addWidget(self._chip)
        rights.addWidget(self._until, 1)
        self._facts.setHorizontalSpacing(10)
        self._facts.setVerticalSpacing(4)
        self._facts.setColumnStretch(1, 1)
        upper = QVBoxLayout()
        upper.setContentsMargins(*_MARGINS)
        upper.setSpacing(6)
        upper.addWidget(self._preview)
        upper.addLayout(head)
        upper.addWidget(self._line)
        upper.addWidget(self._no_preview)
        upper.addLayout(rights)
        upper.addSpacing(2)
        upper.addLayout(self._facts)
        lower = QVBoxLayout()
        lower.setContentsMargins(*_MARGINS)
        lower.setSpacing(4)
        lower.addWidget(self._uses_title)
        self._uses.setSpacing(0)
        lower.addLayout(self._uses)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(upper)
        column.addWidget(Rule())
        column.addLayout(lower)
        column.addStretch(1)

    def show_detail(self, detail: AssetDetail, today: date) -> None:
        row = detail.row
        self._preview.show_row(row)
        self._title.setText(row.title)
        self._line.setText(_line(row))
        reason = no_preview_text(row.no_preview)
        self._no_preview.setText(reason)
        self._no_preview.setVisible(bool(reason))
        self._chip.set_state("rights", row.rights(today))
        self._until.setText(_until_text(row, today))
        self._show_facts(detail)
        self._show_uses(detail, today)

    def _show_facts(self, detail: AssetDetail) -> None:
        clear(self._facts)
        for number, (name, words) in enumerate(_facts(detail)):
            heading = Label(name, "meta", "text2")
            self._facts.addWidget(heading, number, 0, Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(Label(words, "meta", "text", wrap=True), number, 1)

    def _show_uses(self, detail: AssetDetail, today: date) -> None:
        clear(self._uses)
        count = number_text(len(detail.uses), 0)
        title = pgettext("asset", "Used in")
        self._uses_title.setText(f"{title}  {count}" if detail.uses else title)
        if not detail.uses:
            self._uses.addWidget(Label(_("No content uses it yet."), "meta", "text2", wrap=True))
        for number, use in enumerate(detail.uses):
            line = _UseLine(number, use, today)
            line.clicked.connect(self._on_use_clicked)
            self._uses.addWidget(line)
            if use.moment is not None and use.is_after_rights(detail.row.rights_until):
                self._uses.addLayout(_too_late(wib(use.moment).date()))

    @Slot()
    def _on_use_clicked(self) -> None:
        line = self.sender()
        if isinstance(line, _UseLine):
            self.use_chosen.emit(line.use.reference)


def _too_late(day: date) -> QHBoxLayout:
    words = _("Planned for %(day)s, after the rights have ended.") % {"day": day_text(day)}
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 4)
    row.setSpacing(8)
    row.addWidget(IconLabel("triangle-alert", "waiting"), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Label(words, "meta", "waiting", wrap=True), 1)
    return row


def _short_day(day: date, today: date) -> str:
    """`24 Nov`; with its year when it is another."""
    return date_pattern_text(day, "d MMM" if day.year == today.year else "d MMM y")


def _line(row: AssetRow) -> str:
    parts = [row.reference]
    if row.width and row.height:
        parts.append(dimensions_text(row))
    if row.seconds:
        parts.append(seconds_text(row.seconds))
    return " · ".join([*parts, size_text(row.size)])


def _until_text(row: AssetRow, today: date) -> str:
    if row.rights_unlimited:
        return _("without end")
    if row.rights_until is None:
        return ""
    day = date_pattern_text(row.rights_until, "d MMM y")
    days = (row.rights_until - today).days
    if row.rights(today) is not RightsState.ENDING:
        return _("until %(day)s") % {"day": day}
    if days == 0:
        return _("%(day)s, today is the last day") % {"day": day}
    left = ngettext("%(n)d day left", "%(n)d days left", days) % {"n": days}
    return f"{day}, {left}"


def _facts(detail: AssetDetail) -> list[tuple[str, str]]:
    """What people typed in and what the file tells; nothing is said where nothing is known."""
    row = detail.row
    place = _("inside the file (GPS)") if detail.has_position else ""
    facts = (
        (_("Alt text"), row.alt_text),
        (_("Made by"), detail.creator),
        (_("Rights holder"), detail.rights_holder),
        (_("Permitted use"), detail.licence),
        (_("Taken"), moment_text(detail.taken_at) if detail.taken_at else ""),
        (_("Place"), place),
        (_("File"), row.file_name),
        (_("Added"), _added(detail)),
    )
    return [(name, words) for name, words in facts if words]


def _added(detail: AssetDetail) -> str:
    day = day_text(wib(detail.row.added_at).date())
    return f"{detail.added_by}, {day}" if detail.added_by else day


def no_preview_text(reason: str | None) -> str:
    """Why a file that is kept has no picture here."""
    if reason is None:
        return ""
    match NoPreview(reason):
        case NoPreview.KIND:
            return _("This kind of file is kept; its picture is not shown here.")
        case NoPreview.NO_PICTURE:
            return _("The file holds no picture to show: save the design with its preview.")
        case NoPreview.NO_DECODER:
            return _("Pictures of videos are not installed on this PC.")
        case NoPreview.TOO_MANY_PIXELS:
            return _("Too many pixels to show it here; the file itself is kept whole.")
        case NoPreview.TOO_SLOW:
            return _("Reading it took too long, so its picture is not shown.")
        case NoPreview.READER_DIED:
            return _("Reading it needed too much memory, so its picture is not shown.")
        case NoPreview.DAMAGED:
            return _("The kept bytes are damaged. Add the original file again to repair it.")
