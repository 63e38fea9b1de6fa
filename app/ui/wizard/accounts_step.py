"""The accounts that the office speaks through; what stays empty is not made."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from app.language import _
from app.services.platform_names import platform_label
from app.services.platforms import is_handle
from app.ui.widgets import Box, Field, Label, PlatformBadge, line_edit, show_errors
from app.ui.wizard.answers import Answers
from app.ui.wizard.step import Step

_OFFERED = ("instagram", "facebook", "x", "youtube", "tiktok", "whatsapp", "wordpress")


class AccountsStep(Step):
    """A line for each common platform."""

    def __init__(self, answers: Answers, parent: QWidget | None = None) -> None:
        super().__init__(
            _("Accounts"),
            _("Leave empty what you don't have. Designation letters follow in Office."),
            parent,
        )
        self._answers = answers
        self._fields: dict[str, Field[QLineEdit]] = {}
        box = Box()
        grid = QGridLayout(box)
        grid.setContentsMargins(16, 14, 16, 14)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        for number, platform in enumerate(_OFFERED):
            field: Field[QLineEdit] = Field(
                platform_label(platform),
                line_edit(f"wizard.account.{platform}", placeholder=_("name of the account")),
            )
            self._fields[platform] = field
            row, column = divmod(number, 2)
            badge = PlatformBadge(platform, large=True)
            grid.addWidget(badge, row, 2 * column, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(field, row, 2 * column + 1, Qt.AlignmentFlag.AlignTop)
        self.box.addWidget(box)
        words = _("Kohkol never signs in to these accounts and never posts by itself.")
        self.box.addWidget(Label(words, "meta", "text2", wrap=True))

    def enter(self) -> None:
        self._fields[_OFFERED[0]].control.setFocus()

    def is_filled(self) -> bool:
        typed = {
            platform: field.control.text().strip().removeprefix("@")
            for platform, field in self._fields.items()
        }
        self._answers.accounts = tuple(
            (platform, handle) for platform, handle in typed.items() if handle
        )
        wrong = _("This is no account name of %(platform)s.")
        return show_errors(
            (
                self._fields[platform],
                ""
                if not handle or is_handle(platform, handle)
                else wrong % {"platform": platform_label(platform)},
            )
            for platform, handle in typed.items()
        )
