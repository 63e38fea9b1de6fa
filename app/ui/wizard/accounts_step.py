"""The accounts that the office speaks through; what stays empty is not made."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from app.language import _
from app.services.errors import InvalidValue
from app.services.platform_names import platform_label
from app.services.profiles import may_be_account, profile
from app.ui.widgets import Box, Field, Label, PlatformBadge, line_edit, show_errors
from app.ui.wizard.answers import Answers
from app.ui.wizard.step import Step
from app.wording import sentence

_OFFERED = ("instagram", "facebook", "x", "youtube", "tiktok", "whatsapp", "wordpress")


class AccountsStep(Step):
    """A line for each common platform; a pasted address of the account's page will do."""

    def __init__(self, answers: Answers, parent: QWidget | None = None) -> None:
        super().__init__(
            _("Accounts"),
            _(
                "Write the name of each account or paste its address; leave empty what you don't "
                "have. Designation letters follow in Office."
            ),
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
                line_edit(f"wizard.account.{platform}", placeholder=_placeholder(platform)),
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
        typed = {platform: field.control.text().strip() for platform, field in self._fields.items()}
        self._answers.accounts = tuple(
            (platform, written) for platform, written in typed.items() if written
        )
        return show_errors(
            (self._fields[platform], _fault(platform, written) if written else "")
            for platform, written in typed.items()
        )


def _placeholder(platform: str) -> str:
    if platform == "wordpress":
        return _("address of the site")
    return _("name or address of the account")


def _fault(platform: str, written: str) -> str:
    try:
        handle = profile(platform, written).handle
    except InvalidValue as invalid:
        return sentence(invalid)
    if may_be_account(platform, handle):
        return ""
    return sentence(InvalidValue("handle", "not_fitting", platform))
