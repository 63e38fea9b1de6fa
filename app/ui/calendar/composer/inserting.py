"""Putting templates, hashtags and links into the text, dividing it, and keeping what lies ready."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.language import _
from app.models.ready_text import TemplateKind
from app.models.roles import ADMIN_ONLY
from app.services import contents
from app.services.contents import GroupRow, ReadyTexts, TemplateFacts, TemplateRow
from app.services.counting import text_limit
from app.services.errors import ActError
from app.services.platform_limits import SETTERS, set_limit
from app.services.threads import DIVIDER
from app.ui.bridge import OfficeBridge
from app.ui.calendar.composer.acts import ComposerActs
from app.ui.calendar.composer.editing import Editing
from app.ui.calendar.composer.hashtag_dialog import HashtagDialog
from app.ui.calendar.composer.limits_dialog import LimitsDialog
from app.ui.calendar.composer.link_dialog import CampaignLinkDialog
from app.ui.calendar.composer.ready_dialog import ReadyTextsDialog
from app.ui.calendar.composer.template_dialog import TemplateDialog
from app.ui.calendar.composer.text_pane import TextPane
from app.ui.calendar.composer.text_tools import Tool
from app.ui.calendar.composer.why_dialog import WhyDialog
from app.wording import sentence


class Inserting(QObject):
    """Opens the dialogs over `page`; what was chosen stands in the text then."""

    changed = Signal()  # the form has changed otherwise than by its text

    def __init__(
        self,
        bridge: OfficeBridge,
        editing: Editing,
        text: TextPane,
        acts: ComposerActs,
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._bridge, self._editing = bridge, editing
        self._text, self._acts, self._page = text, acts, page
        self._ready = ReadyTexts((), ())
        self._values: Mapping[str, str] = {}
        self._keeping: ReadyTextsDialog | None = None
        text.tools.asked.connect(self._on_asked)
        text.counters.why_asked.connect(self._on_why_asked)

    def begin(self, ready: ReadyTexts, values: Mapping[str, str]) -> None:
        """What lies ready now, and what the office fills into placeholders."""
        self._ready, self._values = ready, values
        actor = self._bridge.office.actor
        self._text.tools.may_keep = actor is not None and bool(actor.roles & ADMIN_ONLY)

    @Slot(object)
    def _on_asked(self, tool: Tool) -> None:
        match tool:
            case Tool.TEMPLATE:
                self._ask_template()
            case Tool.HASHTAGS:
                self._ask_hashtags()
            case Tool.LINK:
                self._ask_link()
            case Tool.DIVIDE:
                self._divide()
            case Tool.DIVIDER:
                self._text.insert(f"\n{DIVIDER}\n")
            case Tool.FREE:
                self._editing.change(narrative_id=None)
                self._text.refresh()
                self.changed.emit()
            case Tool.KEEP:
                self._keep()

    # Writing

    def _ask_template(self) -> None:
        day, at = self._editing.planning.moment()
        values = {**self._values, **contents.moment_values(day, at)}
        has_text = bool(self._editing.text().strip())
        dialog = TemplateDialog(self._ready.templates, values, self._page, replaces=has_text)
        dialog.chosen.connect(self._on_template_chosen)
        dialog.open()

    @Slot(object, str)
    def _on_template_chosen(self, template: TemplateRow, text: str) -> None:
        if template.kind is TemplateKind.SINGLE_NARRATIVE:
            self._editing.say_narrative(template.id, text, template.source)
            self._text.choose(self._editing.target)
            self.changed.emit()
        else:
            self._text.rewrite(text)

    def _ask_hashtags(self) -> None:
        editing = self._editing
        dialog = HashtagDialog(self._ready.groups, editing.text(), editing.facts(), self._page)
        dialog.chosen.connect(self._on_hashtags_chosen)
        dialog.open()

    @Slot(str)
    def _on_hashtags_chosen(self, words: str) -> None:
        text = self._editing.text().rstrip()
        self._text.rewrite(f"{text}\n\n{words}" if text else words)

    def _ask_link(self) -> None:
        facts = self._editing.facts()
        source = facts.platform if facts else ""
        dialog = CampaignLinkDialog(source, self._editing.form.campaign, self._page)
        dialog.chosen.connect(self._text.insert)
        dialog.open()

    def _divide(self) -> None:
        facts, text = self._editing.facts(), self._editing.text()
        limit = text_limit(facts.text, with_media=bool(self._editing.media())) if facts else None
        if facts is not None and limit:
            self._text.rewrite(contents.divided(text, facts.text, limit))

    # Limits

    @Slot()
    def _on_why_asked(self) -> None:
        facts, actor = self._editing.facts(), self._bridge.office.actor
        if facts is not None:
            may_set = actor is not None and bool(actor.roles & SETTERS)
            dialog = WhyDialog(self._editing, facts, may_set=may_set, parent=self._page)
            dialog.limits_wanted.connect(self._ask_limit)
            dialog.open()

    @Slot()
    def _ask_limit(self) -> None:
        variant = self._editing.variant()
        if variant is None:
            return
        handle = self._editing.handle(variant.target)
        dialog = LimitsDialog(
            variant.post_kind, variant.account_id, handle, self._editing.limits, self._page
        )
        kind, office = variant.post_kind, self._bridge.office
        dialog.given.connect(
            lambda name, value, account, reason: self._acts.do(
                lambda: office.act(set_limit, kind, name, value, account_id=account, reason=reason),
                lambda: self._acts.tell(_("Saved.")),
            )
        )
        dialog.open()

    # Keeping what lies ready

    def _keep(self) -> None:
        dialog = self._keeping = ReadyTextsDialog(self._ready, self._page)
        dialog.group_kept.connect(self._on_group_kept)
        dialog.template_kept.connect(self._on_template_kept)
        dialog.retired.connect(self._on_retired)
        dialog.finished.connect(self._on_keeping_finished)
        dialog.open()

    @Slot()
    def _on_keeping_finished(self) -> None:
        self._keeping = None

    def complain(self, error: Exception) -> bool:
        """Say it in the dialog that keeps templates; False if it is not open."""
        if self._keeping is None or not isinstance(error, ActError):
            return False
        self._keeping.complain(sentence(error))
        return True

    @Slot(str, str, object)
    def _on_group_kept(self, name: str, tags: str, row: GroupRow | None) -> None:
        office = self._bridge.office
        key, seen = (row.id, row.version) if row is not None else (None, None)
        self._acts.do(
            lambda: office.act(contents.keep_group, name, tags, group_id=key, seen=seen),
            self._on_kept,
        )

    @Slot(object, object)
    def _on_template_kept(self, facts: TemplateFacts, row: TemplateRow | None) -> None:
        office = self._bridge.office
        key, seen = (row.id, row.version) if row is not None else (None, None)
        self._acts.do(
            lambda: office.act(contents.keep_template, facts, template_id=key, seen=seen),
            self._on_kept,
        )

    @Slot(object)
    def _on_retired(self, row: GroupRow | TemplateRow) -> None:
        office = self._bridge.office
        act = contents.retire_group if isinstance(row, GroupRow) else contents.retire_template
        self._acts.do(lambda: office.act(act, row.id, row.version), self._on_kept)

    def _on_kept(self) -> None:
        if self._keeping is not None:
            self._keeping.accept()
        self._acts.tell(_("Saved."))
