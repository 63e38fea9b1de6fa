"""Choosing accounts and media for a content, and leading to where something is mended."""

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.services.assets import AssetRow
from app.services.contents import AttachedFacts, Lack, LackCode, MediaForm
from app.ui.bridge import OfficeBridge
from app.ui.calendar.composer.allowed import may_edit
from app.ui.calendar.composer.checks import asset_of
from app.ui.calendar.composer.dialogs import TargetDialog
from app.ui.calendar.composer.editing import Editing
from app.ui.calendar.composer.text_pane import TextPane
from app.ui.shelf import pick_assets

_OF_IDEA = {
    LackCode.NO_TITLE: "composer.title",
    LackCode.NO_CATEGORY: "composer.category",
    LackCode.NO_SOURCE: "composer.source",
    LackCode.SOURCE_NOT_VERIFIED: "composer.verified",
    LackCode.NO_CLAIM: "composer.hoax.claim",
    LackCode.NO_EVIDENCE: "composer.hoax.evidence",
    LackCode.NO_HOAX_KIND: "composer.hoax.kind",
    LackCode.NO_VERDICT: "composer.hoax.verdict",
}


class Choosing(QObject):
    """Opens the dialogs over `page` and writes what was chosen into the form."""

    chosen = Signal()  # the form has changed
    leads = Signal(str, object)  # to another place

    def __init__(
        self, bridge: OfficeBridge, editing: Editing, text: TextPane, page: QWidget
    ) -> None:
        super().__init__(page)
        self._bridge, self._editing, self._text, self._page = bridge, editing, text, page

    def _may_edit(self) -> bool:
        actor = self._bridge.office.actor
        return actor is not None and may_edit(self._editing, actor.roles)

    @Slot()
    def ask_target(self) -> None:
        if self._may_edit():
            dialog = TargetDialog(self._editing.free_targets(), self._page)
            dialog.chosen.connect(self._on_target_chosen)
            dialog.open()

    @Slot(int, str)
    def _on_target_chosen(self, account_id: int, post_kind: str) -> None:
        self._editing.add_variant(account_id, post_kind)
        self._text.choose(self._editing.target)
        self.chosen.emit()

    @Slot()
    def drop_target(self) -> None:
        """It will not go to the account that is shown."""
        self._editing.remove_variant()
        self._text.choose(None)
        self.chosen.emit()

    @Slot()
    def ask_media(self) -> None:
        if self._editing.form.variants and self._may_edit():
            pick_assets(self._bridge, self._page, self._on_media_picked)

    def _on_media_picked(self, rows: tuple[AssetRow, ...]) -> None:
        self._editing.attached |= {row.id: _facts(row) for row in rows}
        self._editing.attaching.attach([MediaForm(row.id, row.alt_text) for row in rows])
        self._text.refresh()
        self.chosen.emit()

    @Slot(object)
    def lead_to(self, lack: Lack) -> None:
        """Where what is lacking can be mended."""
        if lack.code in _OF_IDEA:
            field = self._page.findChild(QWidget, _OF_IDEA[lack.code])
            if field is not None:
                field.setFocus(Qt.FocusReason.OtherFocusReason)
        elif lack.code is LackCode.NO_VARIANT:
            self.ask_target()
        elif lack.code is LackCode.NO_ALT_TEXT and isinstance(lack.detail, int):
            self._text.focus_media(lack.target, lack.detail)
        elif lack.code is LackCode.RIGHTS_UNKNOWN:
            asset = self._editing.attached.get(asset_of(self._editing, lack))
            self.leads.emit("assets", asset.title if asset else None)
        elif lack.code in (LackCode.MEDIA, LackCode.RIGHTS_END):
            self._text.focus_attaching(lack.target)
        else:
            self._text.focus_text(lack.target)


def _facts(row: AssetRow) -> AttachedFacts:
    return AttachedFacts(
        sha256=row.sha256,
        title=row.title,
        kind=row.kind,
        format=row.format,
        size=row.size,
        width=row.width,
        height=row.height,
        seconds=row.seconds,
        rights_until=row.rights_until,
        rights_unlimited=row.rights_unlimited,
    )
