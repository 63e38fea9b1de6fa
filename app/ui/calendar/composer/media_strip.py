"""Media of a target: small pictures in their order, and the alt text of the one selected."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.language import _, number_text
from app.models.asset import AssetKind
from app.models.limits import ALT_TEXT
from app.services.counting import length
from app.services.platforms import Unit
from app.ui.calendar.composer.editing import Editing
from app.ui.shelf import Thumbnails
from app.ui.theme import colours, paint_frame, paint_icon, paint_text, scaled, tokens
from app.ui.widgets import Button, IconButton, Label, clear, line_edit, named

_SIDE = 68
_FOOT = 18


class _Thumb(QAbstractButton):
    """One picture: number, thumbnail, whether it has its alt text."""

    def __init__(
        self, number: int, title: str, picture: QPixmap | str | None, sign: tuple[str, str, str]
    ) -> None:
        super().__init__()
        self._number, self._picture, self._sign = number, picture, sign
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        spoken = _("%(n)d: %(title)s, %(sign)s")
        named(
            self,
            f"composer.medium.{number}",
            spoken % {"n": number, "title": title, "sign": sign[2]},
        )

    def set_sign(self, sign: tuple[str, str, str]) -> None:
        self._sign = sign
        self.update()

    def set_picture(self, picture: QPixmap | str | None) -> None:
        self._picture = picture
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(scaled(_SIDE), scaled(_SIDE + _FOOT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = colours(self.palette())
        painter = QPainter(self)
        side, radius = scaled(_SIDE), tokens().radius["control"]
        spot = QRectF(0, 0, side, side)
        paint_frame(painter, spot, radius, look.sunken, look.line)
        if isinstance(self._picture, QPixmap) and not self._picture.isNull():
            self._paint_picture(painter, spot, self._picture)
        else:
            name = self._picture if isinstance(self._picture, str) else "image"
            paint_icon(painter, spot, name, look.text3, 20)
        badge = QRectF(4, 4, scaled(18), scaled(18))
        paint_frame(painter, badge, tokens().radius["small"], look.tooltip)
        middle = Qt.AlignmentFlag.AlignHCenter
        paint_text(painter, badge, str(self._number), "badge", look.on_tooltip, middle)
        if self.isChecked():
            paint_frame(painter, spot, radius, None, look.accent, 2)
        icon, ink, words = self._sign
        foot = QRectF(0, side, side, scaled(_FOOT))
        paint_icon(
            painter, QRectF(foot.left(), foot.top(), 14, foot.height()), icon, look.ink(ink), 12
        )
        paint_text(painter, foot.adjusted(16, 0, 0, 0), words, "badge", look.ink(ink))

    def _paint_picture(self, painter: QPainter, spot: QRectF, picture: QPixmap) -> None:
        side = min(picture.width(), picture.height())
        middle = QRectF((picture.width() - side) / 2, (picture.height() - side) / 2, side, side)
        around = QPainterPath()
        around.addRoundedRect(spot, tokens().radius["control"], tokens().radius["control"])
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setClipPath(around)
        painter.drawPixmap(spot, picture, middle)
        painter.restore()


class MediaStrip(QWidget):
    """Shows the media of the current target and edits them in the form."""

    changed = Signal()
    wanted = Signal()  # the person wants to choose from the library

    def __init__(
        self, editing: Editing, thumbnails: Thumbnails, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._editing, self._thumbnails = editing, thumbnails
        self._selected: int | None = None
        self._is_read_only = False
        self._thumbs: dict[int, _Thumb] = {}
        self._heading = named(Label("", "label", "text2"), "composer.media")
        self._row = QHBoxLayout()
        self._add = named(
            Button(_("From the &library…"), "plain", "image-plus", size="small"),
            "composer.add_media",
        )
        self._about = QWidget()
        self._alt_heading = Label("", "label", "text2")
        self._alt_count = Label("", "meta", "text2")
        self._alt = line_edit(
            "composer.alt_text",
            placeholder=_("Write what can be seen, such as “Archive building with white pillars”"),
            limit=ALT_TEXT,
        )
        self._front = named(
            IconButton("chevron-left", _("Further to the front"), size="small"),
            "composer.medium_front",
        )
        self._back = named(
            IconButton("chevron-right", _("Further to the back"), size="small"),
            "composer.medium_back",
        )
        self._drop = named(IconButton("x", _("Take it out"), size="small"), "composer.medium_drop")
        self._build()
        self._connect()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(self._add)
        self._row.setSpacing(9)
        below = QHBoxLayout()
        below.setSpacing(4)
        below.addWidget(self._alt_heading)
        below.addWidget(self._alt_count, 1)
        for part in (self._front, self._back, self._drop):
            below.addWidget(part)
        about = QVBoxLayout(self._about)
        about.setContentsMargins(0, 0, 0, 0)
        about.setSpacing(4)
        about.addLayout(below)
        about.addWidget(self._alt)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(self._row)
        column.addWidget(self._about)

    def _connect(self) -> None:
        self._add.clicked.connect(self.wanted)
        self._alt.textEdited.connect(self._on_alt_edited)
        self._front.clicked.connect(lambda: self._shift(-1))
        self._back.clicked.connect(lambda: self._shift(1))
        self._drop.clicked.connect(self._on_drop)
        self._thumbnails.arrived.connect(self._on_arrived)

    def show_media(self, *, read_only: bool) -> None:
        """Show the current target's media; the selected one stays selected."""
        self._is_read_only = read_only
        media = self._editing.media()
        keys = [medium.asset_id for medium in media]
        if self._selected not in keys:
            self._selected = keys[0] if keys else None
        clear(self._row)
        self._thumbs = {}
        for number, medium in enumerate(media, 1):
            self._add_thumb(number, medium.asset_id, medium.alt_text)
        self._row.addStretch(1)
        has_targets = bool(self._editing.form.variants)
        self._heading.setText(self._heading_text(len(media), has_targets=has_targets))
        self._add.setVisible(not read_only)
        self._add.setEnabled(has_targets)
        self._show_alt_text()

    def _heading_text(self, count: int, *, has_targets: bool) -> str:
        if not has_targets and not self._is_read_only:
            return _("Media: choose an account first")
        facts = self._editing.facts()
        if facts is None:
            if not self._editing.attaching.is_shared:
                return _("Media differ: choose an account to see its own")
            if not count:
                return _("No media yet")
            return _("Media: %(n)d, for all accounts") % {"n": count}
        limit = facts.images.count if facts.images else None
        if limit is None:
            return _("Media: %(n)d") % {"n": count}
        return _("Media: %(n)d of %(limit)d") % {"n": count, "limit": limit}

    def _add_thumb(self, number: int, asset_id: int, alt_text: str) -> None:
        known = self._editing.attached.get(asset_id)
        picture = self._thumbnails.picture(known.sha256) if known else None
        title = known.title if known else ""
        thumb = _Thumb(number, title, picture, self._sign(asset_id, alt_text))
        thumb.setChecked(asset_id == self._selected)
        thumb.clicked.connect(lambda: self._select(asset_id))
        self._row.addWidget(thumb)
        self._thumbs[asset_id] = thumb

    def _sign(self, asset_id: int, alt_text: str) -> tuple[str, str, str]:
        """Icon, ink and words below a picture."""
        known = self._editing.attached.get(asset_id)
        if known is not None and known.kind is not AssetKind.PICTURE:
            return "video", "text2", _("video")
        if alt_text.strip():
            return "check", "good", _("alt text")
        return "triangle-alert", "waiting", _("no alt text")

    def focus_alt_text(self, number: int) -> None:
        """Select the picture of this number and lead to its alt text."""
        media = self._editing.media()
        if 0 < number <= len(media):
            self._select(media[number - 1].asset_id)
            self._alt.setFocus()

    def focus_attaching(self) -> None:
        """Lead to where media are attached; where nothing can be, to what is there."""
        thumbs = iter(self._thumbs.values())
        target = self._add if self._add.isVisible() else next(thumbs, None)
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _select(self, asset_id: int) -> None:
        self._selected = asset_id
        for key, thumb in self._thumbs.items():
            thumb.setChecked(key == asset_id)
        self._show_alt_text()

    def _show_alt_text(self) -> None:
        media = self._editing.media()
        numbers = {medium.asset_id: number for number, medium in enumerate(media, 1)}
        self._about.setVisible(self._selected is not None)
        if self._selected is None:
            return
        number = numbers[self._selected]
        alt_text = media[number - 1].alt_text
        heading = _("Alt text of picture %(n)d") % {"n": number}
        self._alt_heading.setText(heading)
        self._alt.setAccessibleName(heading)
        if self._alt.text() != alt_text:
            self._alt.setText(alt_text)
        self._alt.setReadOnly(self._is_read_only)
        for part in (self._front, self._back, self._drop):
            part.setVisible(not self._is_read_only)
        self._front.setEnabled(number > 1)
        self._back.setEnabled(number < len(media))
        self._show_alt_count(alt_text)

    def _show_alt_count(self, alt_text: str) -> None:
        facts = self._editing.facts()
        rules = facts.images if facts else None
        unit = rules.alt_text_unit if rules else Unit.UTF16
        found = number_text(length(alt_text, unit).units)
        limit = rules.alt_text if rules else None
        words = _("%(found)s of %(limit)s") % {"found": found, "limit": number_text(limit or 0)}
        self._alt_count.setText(words if limit else found)

    @Slot(str)
    def _on_alt_edited(self, text: str) -> None:
        if self._selected is None:
            return
        self._editing.attaching.describe(self._selected, text)
        thumb = self._thumbs[self._selected]
        thumb.set_sign(self._sign(self._selected, text))
        self._show_alt_count(text)
        self.changed.emit()

    def _shift(self, by: int) -> None:
        if self._selected is not None:
            self._editing.attaching.shift(self._selected, by)
            self.show_media(read_only=False)
            self.changed.emit()

    @Slot()
    def _on_drop(self) -> None:
        if self._selected is not None:
            self._editing.attaching.detach(self._selected)
            self.show_media(read_only=False)
            self.changed.emit()

    @Slot(str)
    def _on_arrived(self, sha256: str) -> None:
        for asset_id, thumb in self._thumbs.items():
            known = self._editing.attached.get(asset_id)
            if known is not None and known.sha256 == sha256:
                thumb.set_picture(self._thumbnails.picture(sha256))
