"""What was understood of a pasted column, row by row and in one line."""

from app.language import _, ngettext, number_text
from app.services.comments import Understood
from app.services.importing.pasted import PastedComment
from app.services.platform_names import platform_label
from app.ui.widgets import Cell, Column


def pasted_columns() -> list[Column]:
    """Author and text of what was understood, or (a text) of a line that was left out."""
    return [Column(_("Author"), _author_cell), Column(_("Comment"), _text_cell)]


def _author_cell(row: PastedComment | str) -> Cell:
    if isinstance(row, str):
        return Cell("")
    return Cell(row.author, note=row.age_text, ink=_ink(row))


def _text_cell(row: PastedComment | str) -> Cell:
    if isinstance(row, str):
        return Cell(row, ink="text2")
    return Cell(row.text, note=_remarks(row), ink=_ink(row))


def _ink(comment: PastedComment) -> str:
    return "text2" if comment.is_own else ""


def summary(understood: Understood) -> str:
    """What was understood, in one line; what was not copied or cut is said, never hidden."""
    pasted, taken = understood.pasted, understood.taken
    told = [platform_label(pasted.platform)]
    if taken is not None:
        told.append(
            _("%(new)s new, %(known)s there already")
            % {"new": number_text(taken.new, 0), "known": number_text(taken.known, 0)}
        )
    own = sum(comment.is_own for comment in pasted.comments)
    if own:
        told.append(ngettext("%(n)d of our own", "%(n)d of our own", own) % {"n": own})
    cut = sum(comment.is_incomplete for comment in pasted.comments)
    if cut:
        told.append(ngettext("%(n)d cut by the site", "%(n)d cut by the site", cut) % {"n": cut})
    hidden = pasted.hidden_replies
    if hidden:
        told.append(
            ngettext("%(n)d reply not copied", "%(n)d replies not copied", hidden) % {"n": hidden}
        )
    unknown = understood.month_unknown
    if unknown:
        words = ngettext("month of %(n)d only about", "month of %(n)d only about", unknown)
        told.append(words % {"n": unknown})
    return " · ".join(told)


def store_words(understood: Understood | None) -> str:
    """The verb that stores them, with how many are new."""
    new = understood.taken.new if understood and understood.taken else 0
    if not new:  # likes may have grown all the same
        return _("Store")
    return ngettext("Store %(n)d comment", "Store %(n)d comments", new) % {"n": new}


def _remarks(comment: PastedComment) -> str:
    remarks = []
    if comment.is_own:
        remarks.append(_("our account"))
    if comment.is_pinned:
        remarks.append(_("pinned"))
    if comment.is_reply_guess:
        remarks.append(_("probably a reply"))
    if comment.is_incomplete:
        remarks.append(_("cut by the site"))
    return " · ".join(remarks)
