"""Keeping the office's groups of hashtags and its templates."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.labels import label
from app.language import _, medium_day_text, wib
from app.models.ready_text import TemplateKind
from app.services.contents import GroupRow, ReadyTexts, TemplateFacts, TemplateRow
from app.ui.widgets import Choice, Dialog, Field, Label, TextArea, line_edit, show_errors

_NEW_GROUP, _NEW_TEMPLATE = "group", "template"


class ReadyTextsDialog(Dialog):
    """One entry at a time: a new one, or one that is there to be changed or retired."""

    group_kept = Signal(str, str, object)  # name, hashtags, the GroupRow it was or None
    template_kept = Signal(object, object)  # TemplateFacts, the TemplateRow it was or None
    retired = Signal(object)  # a GroupRow or a TemplateRow

    def __init__(self, ready: ReadyTexts, parent: QWidget) -> None:
        super().__init__(
            "composer.ready",
            _("Templates and hashtags"),
            _("Everybody in the office chooses from these. What was written from them stays."),
            width=560,
            parent=parent,
        )
        rows: dict[object, GroupRow | TemplateRow | str] = {
            _NEW_TEMPLATE: _NEW_TEMPLATE,
            _NEW_GROUP: _NEW_GROUP,
        }
        rows |= {f"t{it.id}": it for it in ready.templates}
        rows |= {f"g{it.id}": it for it in ready.groups}
        self._rows = rows
        self._entry = Choice(
            "composer.ready.entry", [(_words(it), key) for key, it in rows.items()]
        )
        self._called = line_edit("composer.ready.name", limit=120)
        self._kind = Choice("composer.ready.kind", [(label(it), it) for it in TemplateKind])
        self._text = TextArea("composer.ready.text", lines=7)
        self._source = line_edit("composer.ready.source")
        self._names = Label(
            _(
                "Filled in: {nama_kantor} {nama_singkat} {hotline} {surel} {situs} {alamat} {kota} "
                "{kepala} {tanggal} {jam}. Others, such as {nama}, are filled in by hand."
            ),
            "meta",
            "text2",
            wrap=True,
        )
        self._note = Label("", "meta", "text2", wrap=True)
        self._lay_out()
        self._entry.chosen.connect(self._show)
        self._show()

    def _lay_out(self) -> None:
        self._name_field = Field(_("&Name"), self._called)
        self._kind_field = Field(_("&Occasion"), self._kind)
        self._text_field = Field(_("&Text or hashtags"), self._text)
        self._source_field = Field(_("&Given out by, on"), self._source)
        for part in (
            Field(_("&Which"), self._entry),
            self._name_field,
            self._kind_field,
            self._text_field,
            self._names,
            self._source_field,
            self._note,
        ):
            self.box.addWidget(part)
        self._retire = self.add_verb(_("&Retire"), name="retire", slot=self._on_retire)
        self.add_cancel()
        self.add_verb(_("&Save"), "primary", name="yes", slot=self._on_save, default=True)

    def _row(self) -> GroupRow | TemplateRow | None:
        row = self._rows[self._entry.value()]
        return None if isinstance(row, str) else row

    def _is_group(self) -> bool:
        row = self._rows[self._entry.value()]
        return row == _NEW_GROUP or isinstance(row, GroupRow)

    @Slot()
    def _show(self) -> None:
        row = self._row()
        self._called.setText(row.name if row else "")
        if isinstance(row, GroupRow):
            self._text.setPlainText(" ".join(f"#{tag}" for tag in row.tags))
        else:
            self._text.setPlainText(row.text if row else "")
        self._kind.set_value(row.kind if isinstance(row, TemplateRow) else TemplateKind.EVENT)
        self._source.setText(row.source if isinstance(row, TemplateRow) else "")
        for part in (self._kind_field, self._source_field, self._names):
            part.setVisible(not self._is_group())
        words = _("Changed by %(person)s, %(day)s.")
        self._note.setText(
            words % {"person": row.changed_by, "day": medium_day_text(wib(row.changed_at).date())}
            if row
            else ""
        )
        self._note.setVisible(row is not None)
        self._retire.setEnabled(row is not None)

    @Slot()
    def _on_save(self) -> None:
        name, text = self._called.text().strip(), self._text.toPlainText().strip()
        is_complete = show_errors(
            [
                (self._name_field, "" if name else _("Write a name.")),
                (self._text_field, "" if text else _("This field can't stay empty.")),
            ]
        )
        if not is_complete:
            return
        if self._is_group():
            self.group_kept.emit(name, text, self._row())
        else:
            kind = TemplateKind(str(self._kind.value()))
            facts = TemplateFacts(name, kind, text, self._source.text().strip())
            self.template_kept.emit(facts, self._row())

    def complain(self, sentence: str) -> None:
        """What was wrong with it, under the text."""
        show_errors([(self._text_field, sentence)])

    @Slot()
    def _on_retire(self) -> None:
        row = self._row()
        if row is not None:
            self.retired.emit(row)


def _words(entry: GroupRow | TemplateRow | str) -> str:
    if isinstance(entry, GroupRow):
        return _("Hashtags: %(name)s") % {"name": entry.name}
    if isinstance(entry, TemplateRow):
        return f"{label(entry.kind)}: {entry.name}"
    return _("New template") if entry == _NEW_TEMPLATE else _("New group of hashtags")
