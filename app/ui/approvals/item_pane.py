"""The middle: one revision as the public will see it, and what changed since the last decision."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QByteArray, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QImage
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.labels import category_label
from app.language import _
from app.models.content import Category
from app.models.gate import Subject
from app.services.approvals import DecisionView
from app.services.platforms import facts
from app.ui.approvals.changes import before_text, changes, difference_column, reading, since
from app.ui.approvals.history import decision_line, remark_row
from app.ui.theme import font, scaled
from app.ui.widgets import (
    Box,
    Chip,
    ChipLook,
    Label,
    Pane,
    Part,
    Rule,
    Scroll,
    Tabs,
    clear,
    line_edit,
    named,
    set_tip,
)
from app.ui.widgets.preview import PostPreview

_PREVIEW_WIDTH = 268
_CATEGORY_WIDTH = 220


class ItemPane(QWidget):
    """Shows one DecisionView; asks for pictures by their hash through `wanted`."""

    wanted = Signal(str)  # SHA-256 of a picture to show
    remarked = Signal(str)  # what the person wants to tell the team

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: DecisionView | None = None
        self._places: dict[str, list[Callable[[QImage], None]]] = {}  # by the hash they wait for
        self._reference = named(Label("", "meta", "text2"), "approvals.reference")
        self._category = Chip(ChipLook(""))
        self._title = Label("", "title", wrap=True, most=3)
        self._tabs = Tabs("approvals.variants", [])
        self._body = QVBoxLayout()
        self._build()
        self._tabs.chosen.connect(self._on_variant_chosen)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._reference, 1)
        head.addWidget(self._category)
        top = Pane("surface", margins=(20, 12, 20, 0), gap=6)
        top.box.addLayout(head)
        top.box.addWidget(self._title)
        top.box.addWidget(self._tabs)
        self._below_title = QWidget()
        self._below_title.setFixedHeight(6)
        top.box.addWidget(self._below_title)
        inner = QWidget()
        self._body = QVBoxLayout(inner)
        self._body.setContentsMargins(20, 14, 20, 16)
        self._body.setSpacing(10)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addWidget(Rule())
        column.addWidget(Scroll(inner, "window"), 1)

    def choose_variant(self, place: int) -> None:
        """Show the n-th account (1…9 on the keyboard)."""
        if self._view is None:
            return
        variants = self._view.body.get("variants", [])
        if 0 <= place < len(variants):
            self._tabs.set_value(variants[place]["variant"])
            self._show_variant(place)

    def show_view(self, view: DecisionView) -> None:
        """Show a revision, the first account first."""
        same = self._view is not None and self._view.subject_id == view.subject_id
        self._view = view
        self._reference.setText(
            _("%(reference)s · Revision %(number)d · code %(code)s")
            % {"reference": view.reference, "number": view.number, "code": view.code}
        )
        is_content = view.subject is Subject.CONTENT
        self._title.setText(view.body["title"] if is_content else _("Answer to a citizen"))
        self._category.setVisible(is_content)
        variants = view.body.get("variants", [])
        self._tabs.set_parts([_tab(variant) for variant in variants])
        self._tabs.setVisible(bool(variants))
        self._below_title.setVisible(not variants)
        if is_content:
            category = view.body["category"]
            words = category_label(
                Category(category) if category else None, view.body["own_category"]
            )
            self._show_category(words)
        chosen = self._tabs.value() if same else None
        places = [n for n, variant in enumerate(variants) if variant["variant"] == chosen]
        self._show_variant(places[0] if places else 0)

    def _show_category(self, words: str) -> None:
        """The agency's own word may be longer than there is room; it is told in full."""
        metrics = QFontMetricsF(font("label"))
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, scaled(_CATEGORY_WIDTH))
        self._category.set_look(ChipLook(shown, "", "neutral"))
        self._category.setAccessibleName(words)
        set_tip(self._category, words if shown != words else "")

    @Slot(object)
    def _on_variant_chosen(self, variant_id: object) -> None:
        assert self._view is not None  # noqa: S101 tabs are shown only with a view
        variants = self._view.body["variants"]
        places = [n for n, variant in enumerate(variants) if variant["variant"] == variant_id]
        self._show_variant(places[0])

    def _show_variant(self, place: int) -> None:
        view = self._view
        if view is None:
            return
        self._places.clear()
        clear(self._body)
        if view.subject is Subject.ANSWER:
            self._show_answer(view)
        else:
            self._show_post(view, place)
        self._show_history(view)
        self._body.addStretch(1)

    def _show_post(self, view: DecisionView, place: int) -> None:
        variants = view.body["variants"]
        if not variants:
            self._body.addWidget(Label(_("Text"), "label", "text2"))
            self._body.addWidget(reading("text", view.body["text"] or view.body["brief"] or "–"))
            self._body.addWidget(changes(before_text(view, None), view.body["text"]))
            return
        variant = variants[place]
        columns = QHBoxLayout()
        columns.setSpacing(20)
        columns.addLayout(self._preview_column(variant), 0)
        columns.addLayout(difference_column(view, variant, self._want), 1)
        self._body.addLayout(columns)

    def _preview_column(self, variant: dict[str, Any]) -> QVBoxLayout:
        self._preview = PostPreview()
        self._preview.setFixedWidth(_PREVIEW_WIDTH)
        media = variant["media"]
        self._preview.set_post(
            variant["account_name"] or variant["handle"],
            facts(variant["post_kind"]).label,
            variant["text"],
            has_media=bool(media),
        )
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(Label(_("What the public sees"), "label", "text2"))
        column.addWidget(self._preview)
        column.addWidget(Label(_media_note(media), "meta", "text2", wrap=True))
        column.addStretch(1)
        if media:
            self._want(media[0]["sha256"], self._preview.set_picture)
        return column

    def _want(self, sha256: str, place: Callable[[QImage], None]) -> None:
        self._places.setdefault(sha256, []).append(place)
        self.wanted.emit(sha256)

    @Slot(str, object)
    def set_picture(self, sha256: str, encoded: object) -> None:
        """A picture that was wanted has come (None: it has no preview)."""
        places = self._places.pop(sha256, [])
        if not isinstance(encoded, bytes):
            return
        picture = QImage.fromData(QByteArray(encoded))
        if not picture.isNull():
            for place in places:
                place(picture)

    def _show_answer(self, view: DecisionView) -> None:
        if view.question is not None:
            self._body.addWidget(Label(_("What was written to us"), "label", "text2"))
            box = Box("sunken")
            inner = QVBoxLayout(box)
            inner.setContentsMargins(14, 10, 14, 12)
            inner.addWidget(Label(view.citizen or _("Unnamed"), "strong"))
            inner.addWidget(reading("question", view.question))
            self._body.addWidget(box)
        if view.agency_answer is not None:
            words = _("Answer of %(agency)s (reported, Lampiran huruf C angka 5)")
            self._body.addWidget(Label(words % {"agency": view.agency}, "label", "text2"))
            self._body.addWidget(reading("agency_answer", view.agency_answer))
        words = _("Our interim reply") if view.body["kind"] == "interim" else _("Our answer")
        self._body.addWidget(Label(words, "label", "text2"))
        box = Box("surface")
        inner = QVBoxLayout(box)
        inner.setContentsMargins(14, 10, 14, 12)
        inner.addWidget(reading("answer", view.body["text"]))
        self._body.addWidget(box)
        before = view.before["text"] if view.before else None
        if before is not None and before != view.body["text"]:
            self._body.addWidget(Label(since(view), "label", "text2"))
            self._body.addWidget(changes(before, view.body["text"]))

    def _show_history(self, view: DecisionView) -> None:
        if view.decisions:
            self._body.addWidget(Label(_("Decisions so far"), "label", "text2"))
            for decision in view.decisions:
                self._body.addWidget(Label(decision_line(decision), "meta", "text2", wrap=True))
        for remark in view.remarks:
            self._body.addWidget(remark_row(remark))
        self._remark = line_edit("approvals.remark", "", _("Write a note to the team…"), 2000)
        self._remark.setAccessibleName(_("Note to the team"))
        self._remark.returnPressed.connect(self._on_remark_entered)
        self._body.addWidget(self._remark)

    @Slot()
    def _on_remark_entered(self) -> None:
        edit = self.sender()
        if isinstance(edit, QLineEdit) and edit.text().strip():
            self.remarked.emit(edit.text())
            edit.clear()


def _tab(variant: dict[str, Any]) -> Part:
    return Part(variant["variant"], facts(variant["post_kind"]).label, platform=variant["platform"])


def _media_note(media: list[dict[str, Any]]) -> str:
    if not media:
        return _("No picture or video")
    without = sum(1 for one in media if not one["alt_text"].strip())
    if without:
        return _("%(n)d of %(all)d without alt text") % {"n": without, "all": len(media)}
    return _("%(all)d picture or video, alt text is there") % {"all": len(media)}
