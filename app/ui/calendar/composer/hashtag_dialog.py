"""Hashtags of a group, as many as the platform takes."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.language import _, ngettext, number_text
from app.services.contents import GroupRow
from app.services.entities import hashtags
from app.services.platforms import PlatformFacts
from app.ui.widgets import Choice, Dialog, Field, Label


class HashtagDialog(Dialog):
    """Which group; it says which of its hashtags have no room there."""

    chosen = Signal(str)  # what is to be written

    def __init__(
        self,
        groups: tuple[GroupRow, ...],
        text: str,
        facts: PlatformFacts | None,
        parent: QWidget,
    ) -> None:
        super().__init__("composer.hashtags", _("Which hashtags?"), parent=parent)
        self._groups = {group.id: group for group in groups}
        self._there = {tag.text.lower() for tag in hashtags(text)}
        self._limit = facts.text.hashtag_limit if facts else None
        self._used = len(hashtags(text))
        self._choice = Choice(
            "composer.hashtags.choice", [(group.name, group.id) for group in groups]
        )
        self._shown = Label("", "body", wrap=True)
        self._left_out = Label("", "meta", "waiting", wrap=True)
        self.box.addWidget(Field(_("&Group"), self._choice))
        self.box.addWidget(self._shown)
        self.box.addWidget(self._left_out)
        self.add_cancel()
        self._add = self.add_verb(
            _("&Insert"), "primary", name="yes", slot=self._on_insert, default=True
        )
        if not groups:
            self.foot_note.setText(_("No group yet; an admin keeps them."))
        self._choice.chosen.connect(self._show)
        self._show()

    def _tags(self) -> tuple[list[str], int]:
        """What fits, in the group's order, and how many have no room."""
        key = self._choice.value()
        group = self._groups.get(key) if isinstance(key, int) else None
        new = [tag for tag in group.tags if tag.lower() not in self._there] if group else []
        room = len(new) if self._limit is None else max(0, self._limit - self._used)
        return new[:room], max(0, len(new) - room)

    @Slot()
    def _show(self) -> None:
        fitting, left_out = self._tags()
        self._shown.setText(" ".join(f"#{tag}" for tag in fitting) or "–")
        words = ngettext(
            "%(n)s hashtag has no room: at most %(limit)s there.",
            "%(n)s hashtags have no room: at most %(limit)s there.",
            left_out,
        ) % {"n": number_text(left_out), "limit": number_text(self._limit or 0)}
        self._left_out.setText(words if left_out else "")
        self._left_out.setVisible(bool(left_out))
        self._add.setEnabled(bool(fitting))

    @Slot()
    def _on_insert(self) -> None:
        self.chosen.emit(" ".join(f"#{tag}" for tag in self._tags()[0]))
        self.accept()
