"""Beginning an emergency pause: what it holds, and why; what that means is shown before."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.labels import category_label, label
from app.language import _, ngettext
from app.models.content import Category
from app.models.pause import OF_CATEGORY, PauseScope
from app.services import contents, pausing
from app.services.contents import AccountChoice
from app.services.pausing import Held, Reach
from app.services.platform_names import platform_label
from app.ui.bridge import ActRunner, OfficeBridge, QueryRunner
from app.ui.widgets import Choice, Dialog, Field, Label, TextArea, named, show_errors
from app.ui.widgets.cards import CardChoice, Option
from app.wording import sentence

# The likeliest first: in an emergency one category goes on.
_SCOPES = (
    PauseScope.ALL_BUT_CATEGORY,
    PauseScope.ALL,
    PauseScope.CATEGORY,
    PauseScope.ACCOUNT,
)


class PauseDialog(Dialog):
    """Asks; the pause is begun here, so that what is wrong can be mended here."""

    help_page = "publishing"
    begun = Signal(int)  # how many posts have to be cancelled on platforms

    def __init__(self, bridge: OfficeBridge, parent: QWidget) -> None:
        super().__init__(
            "pause.ask",
            _("Begin an emergency pause?"),
            _("What is planned is held until somebody ends the pause. Nothing is deleted."),
            icon="siren",
            tone="bad",
            width=560,
            parent=parent,
        )
        self._office = bridge.office
        self._held: Held | None = None
        self._accounts = QueryRunner(bridge, self)
        self._reach = QueryRunner(bridge, self)
        self._acts = ActRunner(bridge, self)
        self._lay_out()
        self._connect()
        self._accounts.run(contents.account_choices, self._office.now().date())
        self._ask_reach()

    def _lay_out(self) -> None:
        options = [Option(scope.value, label(scope)) for scope in _SCOPES]
        self._scope = CardChoice("pause.scope", _("What is held"), options, columns=2)
        self._category = Choice(
            "pause.category", [(category_label(category), category) for category in Category]
        )
        self._category.set_value(Category.DISASTER)
        self._category_field = Field(_("Cate&gory that goes on"), self._category)
        self._account = Choice("pause.account")
        self._account_field = Field(_("A&ccount"), self._account)
        self._account_field.hide()
        self._reason = TextArea("pause.reason", lines=2)
        self._reason.setMaximumHeight(self._reason.minimumHeight())
        self._reason_field = Field(
            _("&Reason"), self._reason, _("everybody reads it in the banner")
        )
        self._means = named(Label("", "body", "text2", wrap=True), "pause.means")
        fields = (self._scope, self._category_field, self._account_field, self._reason_field)
        for part in (*fields, self._means):
            self.box.addWidget(part)
        self.add_cancel()
        self._yes = self.add_verb(
            _("&Pause now"), "primary", "siren", name="yes", slot=self._on_begin, default=True
        )
        self._reason.setFocus()

    def _connect(self) -> None:
        self._scope.chosen.connect(self._on_scope_chosen)
        self._category.chosen.connect(self._ask_reach)
        self._account.chosen.connect(self._ask_reach)
        self._accounts.answered.connect(self._show_accounts)
        self._reach.answered.connect(self._show_reach)
        self._acts.busy.connect(self._yes.setDisabled)
        self._acts.done.connect(self._on_begun)
        for runner in (self._accounts, self._reach, self._acts):
            runner.failed.connect(self._on_failed)

    def _wanted(self) -> Reach:
        scope = PauseScope(self._scope.value())
        account, category = self._account.value(), self._category.value()
        return Reach(
            scope,
            account if scope is PauseScope.ACCOUNT and isinstance(account, int) else None,
            category if scope in OF_CATEGORY and isinstance(category, Category) else None,
        )

    @Slot(str)
    def _on_scope_chosen(self, value: str) -> None:
        scope = PauseScope(value)
        goes_on = scope is PauseScope.ALL_BUT_CATEGORY
        words = _("Cate&gory that goes on") if goes_on else _("Cate&gory that is held")
        self._category_field.label.setText(words)
        self._category.setAccessibleName(words.replace("&", ""))
        self._category_field.setVisible(scope in OF_CATEGORY)
        self._account_field.setVisible(scope is PauseScope.ACCOUNT)
        self._ask_reach()

    @Slot()
    def _ask_reach(self) -> None:
        self._reach.run(pausing.held_by, self._wanted(), self._office.now())

    @Slot(object)
    def _show_accounts(self, choices: Sequence[AccountChoice]) -> None:
        self._account.set_entries(
            [(f"{platform_label(row.platform)} {row.handle}", row.id) for row in choices]
        )

    @Slot(object)
    def _show_reach(self, held: Held) -> None:
        self._held = held
        words = ngettext(
            "%(n)d planned post is held.", "%(n)d planned posts are held.", held.planned
        ) % {"n": held.planned}
        if held.on_platform:
            there = ngettext(
                "%(n)d of them is scheduled on a platform: it has to be cancelled there too, "
                "and is listed first.",
                "%(n)d of them are scheduled on platforms: they have to be cancelled there too, "
                "and are listed first.",
                held.on_platform,
            )
            words += " " + there % {"n": held.on_platform}
        self._means.setText(words)

    @Slot()
    def _on_begin(self) -> None:
        reason = self._reason.toPlainText().strip()
        if show_errors([(self._reason_field, "" if reason else _("Write a reason."))]):
            self._acts.run(pausing.pause, self._wanted(), reason)

    @Slot(object)
    def _on_begun(self, _pause_id: object) -> None:
        self.begun.emit(self._held.on_platform if self._held else 0)
        self.accept()

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        self._reason_field.set_error(sentence(error))
