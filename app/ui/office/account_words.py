"""An account in the lists of Kantor."""

from app.language import _
from app.services.accounts import AccountRow
from app.services.platform_names import handle_text, is_named
from app.ui.widgets import Cell, ChipLook


def account_cell(row: AccountRow) -> Cell:
    """Its platform and handle; of a stand-in, that nobody has filled in which account it is."""
    if not is_named(row.platform, row.handle):
        return Cell(_("address not filled in"), ink="waiting", platforms=(row.platform,))
    words = handle_text(row.handle)
    return Cell(words, platforms=(row.platform,), tip=words)


def designation_cell(row: AccountRow) -> Cell:
    """Official by the head's letter, or not yet."""
    if row.is_official:
        chip = ChipLook(_("Designated"), "file-check", "good", "soft")
    else:
        chip = ChipLook(_("No letter yet"), "file-warning", "waiting", "soft")
    return Cell(chip.text, chip=chip)
