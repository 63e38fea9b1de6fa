"""What is done to the current asset: its facts and rights are written, it is put into a content."""

from datetime import date
from typing import cast

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.language import _, ngettext, wib
from app.models.roles import AUTHORS
from app.services import asset_uses, assets
from app.services.asset_uses import POSTABLE, ContentRow
from app.services.assets import AssetDetail, AssetFacts, AssetRow
from app.ui.assets.facts_dialog import FactsDialog
from app.ui.assets.use_dialog import UseDialog
from app.ui.bridge import ActRunner, OfficeBridge
from app.ui.widgets import Telling


class AssetDesk(QObject):
    """Opens the forms of the asset that is shown and runs their acts."""

    busy = Signal(bool)
    told = Signal(object)  # the Telling of what was done
    failed = Signal(Exception)

    def __init__(self, bridge: OfficeBridge, over: QWidget) -> None:
        super().__init__(over)
        self._bridge, self._over = bridge, over
        self._shown: AssetDetail | None = None
        self._acts = ActRunner(bridge, self)
        self._acts.busy.connect(self.busy)
        self._acts.failed.connect(self.failed)
        self._acts.done.connect(self._on_done)

    @property
    def may_write(self) -> bool:
        """Whoever writes contents may add and describe; the others look."""
        actor = self._bridge.office.actor
        return actor is not None and actor.is_any(AUTHORS)

    @property
    def today(self) -> date:
        return wib(self._bridge.office.now()).date()

    def take_up(self, detail: AssetDetail) -> None:
        """From now on it is about this asset."""
        self._shown = detail

    @Slot()
    def edit(self, _row: object = None) -> None:
        self._open_facts()

    @Slot()
    def edit_rights(self) -> None:
        dialog = self._open_facts()
        if dialog is not None:
            dialog.focus_rights()

    def _open_facts(self) -> FactsDialog | None:
        detail = self._shown
        if detail is None or not self.may_write:
            return None
        dialog = FactsDialog(detail, self.today, self._over)
        row = detail.row
        dialog.saved.connect(lambda facts: self._save(row, facts))
        dialog.open()
        return dialog

    def _save(self, row: AssetRow, facts: object) -> None:
        self._acts.run(assets.change_asset, row.id, row.version, cast("AssetFacts", facts))

    @Slot()
    def use(self) -> None:
        """Ask for the content that takes it."""
        detail = self._shown
        if detail is None or not self.may_write or detail.row.kind not in POSTABLE:
            return
        dialog = UseDialog(self._bridge, detail.row, self._over)
        asset_id = detail.row.id
        dialog.chosen.connect(lambda content: self._attach(asset_id, content))
        dialog.open()

    def _attach(self, asset_id: int, content: object) -> None:
        row = cast("ContentRow", content)
        self._acts.run(asset_uses.attach_to_content, asset_id, row.id, row.version)

    @Slot(object)
    def _on_done(self, result: object) -> None:
        words = _("Facts saved")
        if isinstance(result, int):
            added = ngettext("Added to %(n)d variant", "Added to %(n)d variants", result)
            words = added % {"n": result}
        self.told.emit(Telling(words))
