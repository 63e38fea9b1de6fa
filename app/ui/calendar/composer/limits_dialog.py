"""The office's own values of what a platform accepts: for all its accounts, or for one."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.labels import label
from app.language import _, medium_day_text, number_text, wib
from app.models.platform_limit import LimitName
from app.services.platform_limits import OwnLimits, limit_of
from app.services.platforms import entries
from app.ui.widgets import Choice, Dialog, Field, Label, line_edit, show_errors


class LimitsDialog(Dialog):
    """Takes one value with its reason; what holds now is said below the field."""

    given = Signal(object, object, object, str)  # LimitName, value or None, account or None, reason

    def __init__(
        self, post_kind: str, account_id: int, handle: str, limits: OwnLimits, parent: QWidget
    ) -> None:
        shipped = entries()[post_kind]
        super().__init__(
            "composer.limits",
            _("Change a limit"),
            _("The checks read it at once. Who set it and why stays to be seen."),
            note=shipped.label,
            width=480,
            parent=parent,
        )
        self._shipped, self._limits = shipped, limits
        self._account_id = account_id
        self._which = Choice("composer.limits.name", [(label(it), it) for it in LimitName])
        self._scope = Choice(
            "composer.limits.scope",
            [
                (_("All accounts there"), None),
                (_("Only %(account)s") % {"account": handle}, account_id),
            ],
        )
        self._value = line_edit("composer.limits.value", limit=9)
        self._reason = line_edit(
            "composer.limits.reason", placeholder=_("Where you know it from, such as a letter")
        )
        self._value_field = Field(_("&Limit"), self._value)
        self._holds = Label("", "meta", "text2", wrap=True)
        for part in (
            Field(_("&Which"), self._which),
            Field(_("&For"), self._scope),
            self._value_field,
            self._holds,
            Field(_("&Reason"), self._reason),
        ):
            self.box.addWidget(part)
        self.add_cancel()
        self._clear = self.add_verb(_("Use the &shipped limit"), name="clear", slot=self._on_clear)
        self.add_verb(_("&Save"), "primary", name="yes", slot=self._on_save, default=True)
        self._which.chosen.connect(self._show_what_holds)
        self._scope.chosen.connect(self._show_what_holds)
        self._show_what_holds()

    def _chosen_name(self) -> LimitName:
        return LimitName(str(self._which.value()))

    @Slot()
    def _show_what_holds(self) -> None:
        name, scope = self._chosen_name(), self._scope.value()
        shipped = limit_of(self._shipped, name)
        rows = (it for it in self._limits.rows if it.post_kind == self._shipped.key)
        own = next((it for it in rows if (it.name, it.account_id) == (name, scope)), None)
        words = [
            _("Shipped: %(value)s (checked on %(day)s).")
            % {
                "value": number_text(shipped) if shipped is not None else _("not known"),
                "day": medium_day_text(self._shipped.checked_on),
            }
        ]
        if own is not None:
            words.append(
                _("Yours: %(value)s (%(person)s, %(day)s).")
                % {
                    "value": number_text(own.value),
                    "person": own.set_by,
                    "day": medium_day_text(wib(own.set_at).date()),
                }
            )
        self._holds.setText(" ".join(words))
        self._value.setText(str(own.value) if own else "")
        self._clear.setEnabled(own is not None)

    @Slot()
    def _on_clear(self) -> None:
        self._give(None)

    @Slot()
    def _on_save(self) -> None:
        typed = self._value.text().strip().replace(".", "")
        is_number = typed.isascii() and typed.isdecimal() and 0 < int(typed) <= 1_000_000
        words = _("Write a number between 1 and 1,000,000.")
        if show_errors([(self._value_field, "" if is_number else words)]):
            self._give(int(typed))

    def _give(self, value: int | None) -> None:
        self.given.emit(
            self._chosen_name(), value, self._scope.value(), self._reason.text().strip()
        )
        self.accept()
