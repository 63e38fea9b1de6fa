"""The row under the toolbar: words to search for, filters, the person's own views."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from app.labels import category_label
from app.language import _
from app.models.content import Category
from app.services.calendar_filter import EVERYTHING, TILE_STATES, Choices, StateName, Wanted
from app.services.calendar_views import ViewRow
from app.services.platform_names import platform_label
from app.ui.theme import icon, scaled
from app.ui.widgets import Button, Choice, Pane, SearchBox, named, state_chip

_LEAST, _MOST = 84, 156  # widths of a filter
_SEARCH = 130


class FilterRow(Pane):
    """Says what is wanted, and which view is asked for; knows nothing of how it is found."""

    wanted = Signal(object)  # a Wanted
    view_chosen = Signal(object)  # a ViewRow
    save_asked = Signal()
    drop_asked = Signal(object)  # a ViewRow

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", across=True, margins=(20, 5, 20, 5), gap=8, parent=parent)
        self._search = SearchBox("calendar.search", _("Search"))
        self._account = Choice("calendar.account", _accounts(Choices()), prefix=_("Account"))
        self._state = Choice("calendar.state", _states(), prefix=_("State"))
        self._category = Choice("calendar.category", _categories(), prefix=_("Category"))
        self._campaign = Choice("calendar.campaign", _campaigns(Choices()), prefix=_("Campaign"))
        self._person = Choice("calendar.person", _people(Choices()), prefix=_("Author"))
        self._clear = named(Button(_("Clear filters"), "link"), "calendar.clear")
        self._views = named(Button(_("My views"), "plain", "layout-grid"), "calendar.views")
        self._menu = named(QMenu(self), "calendar.views.menu")
        self._named: Sequence[ViewRow] = ()
        self._build()

    def _build(self) -> None:
        self._search.setMinimumWidth(scaled(_SEARCH))
        self.box.addWidget(self._search, 9)
        for choice in self._choices():
            choice.setMinimumWidth(scaled(_LEAST))
            choice.setMaximumWidth(scaled(_MOST))
            choice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self.box.addWidget(choice, 10)
            choice.chosen.connect(self._on_wanted)
        self.box.addWidget(self._clear)
        self.box.addWidget(self._views)
        self._clear.hide()
        self._views.setMenu(self._menu)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._fill_menu()
        self._search.searched.connect(self._on_wanted)
        self._clear.clicked.connect(self.clear)

    def _choices(self) -> tuple[Choice, ...]:
        return (self._account, self._state, self._category, self._campaign, self._person)

    def minimumSizeHint(self) -> QSize:
        """Filters give way before the row makes the window wider."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), scaled(760)), hint.height())

    # What is wanted

    def wanted_now(self) -> Wanted:
        """What the fields say."""
        account, state, person = (
            self._account.value(),
            self._state.value(),
            self._person.value(),
        )
        category = self._category.value()
        return Wanted(
            account if isinstance(account, int) else None,
            state if isinstance(state, StateName) else None,
            Category(str(category)) if category is not None else None,
            str(self._campaign.value() or ""),
            person if isinstance(person, int) else None,
            self._search.text().strip(),
        )

    def show_wanted(self, wanted: Wanted) -> None:
        """Show these filters, without asking for anything."""
        self._account.set_value(wanted.account_id)
        self._state.set_value(wanted.state)
        self._category.set_value(wanted.category)
        self._campaign.set_value(wanted.campaign or None)
        self._person.set_value(wanted.person_id)
        self._search.blockSignals(True)
        self._search.setText(wanted.words)
        self._search.blockSignals(False)
        self._clear.setVisible(wanted != EVERYTHING)

    @Slot()
    def clear(self) -> None:
        """Take every filter away."""
        had_focus = self._clear.hasFocus()
        self.show_wanted(EVERYTHING)
        if had_focus:
            self._search.setFocus()
        self.wanted.emit(EVERYTHING)

    @Slot()
    def go_to_search(self) -> None:
        """Ctrl+F."""
        self._search.setFocus()
        self._search.selectAll()

    @Slot()
    def _on_wanted(self, _value: object = None) -> None:
        wanted = self.wanted_now()
        self._clear.setVisible(wanted != EVERYTHING)
        self.wanted.emit(wanted)

    # What there is to choose from

    @Slot(object)
    def show_choices(self, choices: Choices) -> None:
        """The accounts, campaigns and people of the office; what is chosen stays so."""
        self._account.set_entries(_accounts(choices))
        self._campaign.set_entries(_campaigns(choices))
        self._person.set_entries(_people(choices))

    def show_views(self, views: Sequence[ViewRow]) -> None:
        """The person's own views."""
        self._named = views

    @Slot()
    def _fill_menu(self) -> None:
        self._menu.clear()
        for view in self._named:
            entry = self._menu.addAction(icon("bookmark"), _plain(view.name))
            entry.setObjectName(f"calendar.views.{view.id}")
            entry.triggered.connect(lambda _on=False, view=view: self.view_chosen.emit(view))
        if self._named:
            self._menu.addSeparator()
        keep = self._menu.addAction(icon("plus"), _("Keep this view…"))
        keep.setObjectName("calendar.views.keep")
        keep.triggered.connect(self.save_asked)
        if not self._named:
            return
        drop = self._menu.addMenu(icon("x"), _("Let a view go"))
        drop.setObjectName("calendar.views.drop")
        for view in self._named:
            entry = drop.addAction(_plain(view.name))
            entry.setObjectName(f"calendar.views.drop.{view.id}")
            entry.triggered.connect(lambda _on=False, view=view: self.drop_asked.emit(view))


def _plain(words: str) -> str:
    """A menu would take an ampersand for a key."""
    return words.replace("&", "&&")


def _accounts(choices: Choices) -> list[tuple[str, object]]:
    named = (
        (f"{platform_label(account.platform)} · {account.name}", account.id)
        for account in choices.accounts
    )
    return [(_("All"), None), *named]


def _states() -> list[tuple[str, object]]:
    return [(_("All"), None), *((state_chip(*state).text, state) for state in TILE_STATES)]


def _categories() -> list[tuple[str, object]]:
    return [(_("All"), None), *((category_label(each, None), each) for each in Category)]


def _campaigns(choices: Choices) -> list[tuple[str, object]]:
    return [(_("All"), None), *((campaign, campaign) for campaign in choices.campaigns)]


def _people(choices: Choices) -> list[tuple[str, object]]:
    return [(_("All"), None), *((person.name, person.id) for person in choices.people)]
