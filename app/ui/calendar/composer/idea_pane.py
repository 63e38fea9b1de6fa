"""The left pane: what the idea is about, where it comes from, who worked on it, what was said."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QCompleter, QHBoxLayout, QVBoxLayout, QWidget

from app.labels import category_label, label
from app.language import _, short_moment_text
from app.models.account import AudienceSegment
from app.models.content import Category
from app.models.limits import CONTENT_TITLE, OWN_CATEGORY
from app.services.contents import ContentForm, ContentView
from app.ui.calendar.composer.hoax_fields import HoaxFields
from app.ui.calendar.composer.notes import Notes
from app.ui.theme import line_height, scaled
from app.ui.widgets import (
    Avatar,
    Choice,
    ElidedLabel,
    Field,
    Label,
    Rule,
    Scroll,
    TextArea,
    clear,
    line_edit,
    named,
    set_ground,
)

WIDTH = 236


class IdeaPane(QWidget):
    """Fields of the idea; `changed` carries the names of ContentForm with their new values."""

    changed = Signal(object)  # a dict; as Signal(dict) its enums would become plain strs
    categorised = Signal(object, str)  # a Category, saved at once; the office's own word

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(scaled(WIDTH))
        self._is_filling = False
        self._saves_category = False
        self._reference = named(Label("", "meta", "text2"), "composer.reference")
        self._title = line_edit("composer.title", limit=CONTENT_TITLE)
        self._category = Choice("composer.category", _categories())
        # As wide as the pane, however long a category's name is.
        self._category.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._own = line_edit("composer.own_category", limit=OWN_CATEGORY)
        self._source = line_edit("composer.source")
        self._verified = named(QCheckBox(_("&verified")), "composer.verified")
        self._verified_note = ElidedLabel("", "meta", "good")
        self._policy = line_edit("composer.policy")
        self._brief = TextArea("composer.brief", lines=2)
        self._brief.setMaximumHeight(5 * line_height("body"))
        self._audience = line_edit("composer.audience")
        self._campaign = line_edit("composer.campaign")
        self._influencers = line_edit(
            "composer.influencers", placeholder=_("Names, parted by commas")
        )
        self._hoax = HoaxFields()
        self._segments = named(Label("", "meta", "text2", wrap=True), "composer.segments")
        self._narrative = named(Label("", "meta", "text2", wrap=True), "composer.narrative")
        self.notes = Notes()
        self._people = QVBoxLayout()
        self._build()
        self._connect()

    def _build(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 12, 14, 14)
        column.setSpacing(11)
        self.title_field = Field(_("&Title"), self._title)
        self.category_field = Field(_("&Category (Pasal 7)"), self._category)
        self._own_field = Field(_("Its name in this office"), self._own)
        self.source_field = Field(_("&Source (Pasal 9 huruf f)"), self._source)
        column.addWidget(self._reference)
        for field in (self.title_field, self.category_field, self._own_field, self.source_field):
            column.addWidget(field)
        verified = QHBoxLayout()
        verified.setSpacing(6)
        verified.addWidget(self._verified)
        verified.addWidget(self._verified_note, 1)
        column.addLayout(verified)
        column.addWidget(self._narrative)
        column.addWidget(self._hoax)
        column.addWidget(Field(_("&Policy it follows"), self._policy))
        column.addWidget(Field(_("&Brief"), self._brief))
        column.addWidget(Field(_("Target &audience"), self._audience))
        column.addWidget(self._segments)
        column.addWidget(Field(_("Ca&mpaign"), self._campaign))
        column.addWidget(Field(_("&Influencers (Pasal 4 ayat (2))"), self._influencers))
        column.addWidget(Label(_("Worked on by"), "label", "text2"))
        column.addLayout(self._people)
        column.addWidget(Rule())
        column.addWidget(self.notes)
        column.addStretch(1)
        set_ground(self, "sunken")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scroll(inner, "sunken"))

    def _connect(self) -> None:
        lines = {
            "title": self._title,
            "own_category": self._own,
            "source": self._source,
            "policy_reference": self._policy,
            "audience": self._audience,
            "campaign": self._campaign,
        }
        for name, edit in lines.items():
            edit.textEdited.connect(lambda text, name=name: self._tell(**{name: text}))
        self._brief.textChanged.connect(lambda: self._tell(brief=self._brief.toPlainText()))
        self._category.chosen.connect(self._on_category_chosen)
        self._own.editingFinished.connect(self._save_category)
        self._verified.toggled.connect(lambda on: self._tell(source_is_verified=on))
        self._influencers.textEdited.connect(lambda text: self._tell(influencers=_names(text)))
        self._hoax.changed.connect(lambda form: self._tell(hoax=form))

    def first(self) -> QWidget:
        return self._title

    def lead_to_first(self, view: ContentView | None) -> None:
        """A new content begins with its title, a settled one with the category that it lacks."""
        if view is None:
            self._title.setFocus()
        elif self._saves_category and view.form.category is None:
            self._category.setFocus()

    def show_form(self, form: ContentForm) -> None:
        """Fill the fields; what has the focus keeps its cursor."""
        self._is_filling = True
        for edit, text in (
            (self._title, form.title),
            (self._own, form.own_category),
            (self._source, form.source),
            (self._policy, form.policy_reference),
            (self._audience, form.audience),
            (self._campaign, form.campaign),
        ):
            if edit.text() != text:
                edit.setText(text)
                edit.setCursorPosition(0)
        if self._brief.toPlainText() != form.brief:
            self._brief.setPlainText(form.brief)
        if _names(self._influencers.text()) != form.influencers:
            self._influencers.setText(", ".join(form.influencers))
        self._hoax.show_form(form.hoax)
        self._hoax.setVisible(form.category is Category.HOAX_EXPLANATION)
        self._category.set_value(form.category)
        self._own_field.setVisible(form.category is Category.OTHER)
        self._verified.setChecked(form.source_is_verified)
        self._is_filling = False

    def show_view(self, view: ContentView | None) -> None:
        """What is known beside the fields: reference, verification, people, notes."""
        self._reference.setText(view.reference if view else _("no number yet"))
        verified = ""
        if view is not None and view.verified_by and view.verified_at:
            verified = f"{view.verified_by}, {short_moment_text(view.verified_at)}"
        self._verified_note.setText(verified)
        clear(self._people)
        for person in view.authors if view else ():
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(Avatar(person))
            row.addWidget(Label(person), 1)
            self._people.addLayout(row)
        words = _("Single narrative “%(name)s”: its words can't be edited.")
        narrative = view.narrative if view else None
        self._narrative.setText(words % {"name": narrative} if narrative else "")
        self._narrative.setVisible(narrative is not None)

    def show_around(self, segments: Sequence[AudienceSegment], influencers: Sequence[str]) -> None:
        """For whom the chosen accounts are meant, and which influencers the office knows."""
        told = ", ".join(label(segment) for segment in segments)
        words = _("Segments of its accounts (Pasal 5 huruf a): %(segments)s")
        self._segments.setText(words % {"segments": told} if told else "")
        self._segments.setVisible(bool(told))
        completer = QCompleter(list(influencers), self._influencers)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._influencers.setCompleter(completer)

    def set_read_only(self, read_only: bool, *, saves_category: bool = False) -> None:
        """With `saves_category` the category alone can be chosen, and is saved at once."""
        self._saves_category = read_only and saves_category
        for edit in (
            self._title,
            self._source,
            self._policy,
            self._audience,
            self._campaign,
            self._influencers,
            self._brief,
        ):
            edit.setReadOnly(read_only)
        self._brief.setPlaceholderText("" if read_only else _("What it should achieve"))
        self._own.setReadOnly(read_only and not saves_category)
        self._category.setEnabled(not read_only or saves_category)
        self._verified.setEnabled(not read_only)
        self._hoax.set_read_only(read_only)

    def _tell(self, **fields: object) -> None:
        if not self._is_filling and not self._saves_category:
            self.changed.emit(fields)

    @Slot(object)
    def _on_category_chosen(self, category: object) -> None:
        self._own_field.setVisible(category is Category.OTHER)
        self._hoax.setVisible(category is Category.HOAX_EXPLANATION)
        if not self._saves_category:
            self._tell(category=category)
        elif category is Category.OTHER and not self._own.text().strip():
            self._own.setFocus()
        else:
            self._save_category()

    @Slot()
    def _save_category(self) -> None:
        category, word = self._category.value(), self._own.text().strip()
        if not self._saves_category or category is None:
            return
        if category is not Category.OTHER or word:
            self.categorised.emit(category, word)


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())


def _categories() -> list[tuple[str, object]]:
    return [
        (_("Not categorised yet"), None),
        *((category_label(category), category) for category in Category),
    ]
