"""What was understood of a pasted column, row by row and in one line."""

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from app.language import _, ngettext, number_text
from app.services.comments import Understood
from app.services.importing.pasted import PastedComment
from app.services.platforms import platform_label
from app.ui.widgets import ROOT, Index, InkRole, NoteRole


class PastedTable(QAbstractTableModel):
    """Author and text of what was understood, or the lines that were left out."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._comments: tuple[PastedComment, ...] = ()
        self._lines: tuple[str, ...] = ()

    def show_comments(self, understood: tuple[PastedComment, ...]) -> None:
        self._replace(understood, ())

    def show_lines(self, lines: tuple[str, ...]) -> None:
        self._replace((), lines)

    def _replace(self, understood: tuple[PastedComment, ...], lines: tuple[str, ...]) -> None:
        self.beginResetModel()
        self._comments, self._lines = understood, lines
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._comments) + len(self._lines)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else 2

    def headerData(
        self, section: int, across: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole or across is Qt.Orientation.Vertical:
            return None
        return (_("Author"), _("Comment"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if self._lines:
            is_words = role == Qt.ItemDataRole.DisplayRole and index.column() == 1
            if role == InkRole:
                return "text2"
            return self._lines[index.row()] if is_words else None
        comment = self._comments[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return (comment.author, comment.text)[index.column()]
        if role == NoteRole:
            return (comment.age_text, _remarks(comment))[index.column()]
        return "text2" if role == InkRole and comment.is_own else None


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
