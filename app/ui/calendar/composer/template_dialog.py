"""Choosing a template: what it will say here, and what has to be filled in by hand."""

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.labels import label
from app.language import _
from app.services.contents import TemplateRow, fill
from app.ui.widgets import Choice, Dialog, Field, Label, ReadingLabel, Scroll, named


class TemplateDialog(Dialog):
    """Shows the text as it would be written; a single narrative is taken word by word."""

    chosen = Signal(object, str)  # the TemplateRow, and its text with what is known filled in

    def __init__(
        self,
        templates: tuple[TemplateRow, ...],
        values: Mapping[str, str],
        parent: QWidget,
        *,
        replaces: bool,
    ) -> None:
        super().__init__(
            "composer.template",
            _("Which template?"),
            _("It replaces the text; Ctrl+Z brings that back.") if replaces else "",
            width=560,
            parent=parent,
        )
        self._templates = {template.id: template for template in templates}
        self._values = values
        self._choice = Choice(
            "composer.template.choice",
            [(f"{label(it.kind)}: {it.name}", it.id) for it in templates],
        )
        self._text = named(ReadingLabel(), "composer.template.text", _("What it will say"))
        self._missing = Label("", "meta", "waiting", wrap=True)
        shown = Scroll(self._text)
        shown.setMinimumHeight(150)
        self.box.addWidget(Field(_("&Template"), self._choice))
        self.box.addWidget(shown, 1)
        self.box.addWidget(self._missing)
        self.add_cancel()
        take = self.add_verb(_("&Take"), "primary", name="yes", slot=self._on_take, default=True)
        take.setEnabled(bool(templates))
        if not templates:
            self.foot_note.setText(_("No template yet; an admin keeps them."))
        self._choice.chosen.connect(self._show)
        self._show()

    def _current(self) -> TemplateRow | None:
        key = self._choice.value()
        return self._templates.get(key) if isinstance(key, int) else None

    def _filled(self, template: TemplateRow) -> tuple[str, tuple[str, ...]]:
        if template.is_locked:
            return template.text, ()
        filled = fill(template.text, self._values)
        return filled.text, filled.missing

    @Slot()
    def _show(self) -> None:
        template = self._current()
        if template is None:
            return
        text, missing = self._filled(template)
        self._text.setText(text)
        words = ""
        if template.is_locked:
            words = _("A single narrative: its words can't be edited, only divided into a thread.")
        elif missing:
            names = ", ".join(f"{{{name}}}" for name in missing)
            words = _("To be filled in by hand: %(names)s") % {"names": names}
        self._missing.setText(words)
        self._missing.setVisible(bool(words))

    @Slot()
    def _on_take(self) -> None:
        template = self._current()
        if template is not None:
            self.chosen.emit(template, self._filled(template)[0])
            self.accept()
