"""The right pane: the facts of the current asset, and the act below them."""

from datetime import date

from PySide6.QtWidgets import QSizePolicy, QWidget

from app.language import _
from app.services.asset_uses import POSTABLE
from app.services.assets import AssetDetail
from app.ui.assets.panel import FactsPanel
from app.ui.shelf import Thumbnails
from app.ui.theme import scaled
from app.ui.widgets import Button, Label, Pane, Rule, Scroll, named

_WIDTH = 315


class SidePane(Pane):
    """Facts that scroll, and the use that stays in view; why there is none, is said there."""

    def __init__(self, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(across=True, parent=parent)
        self.panel = FactsPanel(thumbnails)
        self.use = named(Button(_("&Use in a content…"), "primary", "plus", key="U"), "assets.use")
        self.use.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._note = named(Label("", "meta", "text2", wrap=True), "assets.use_note")
        self._foot = Pane(margins=(16, 10, 16, 12), gap=6)
        self._foot.box.addWidget(self._note)
        self._foot.box.addWidget(self.use)
        inner = Pane()
        inner.box.addWidget(Scroll(self.panel), 1)
        inner.box.addWidget(Rule())
        inner.box.addWidget(self._foot)
        self.box.addWidget(Rule(upright=True))
        self.box.addWidget(inner, 1)
        self.setFixedWidth(scaled(_WIDTH))

    def show_detail(self, detail: AssetDetail, today: date, *, may_write: bool) -> None:
        """This asset; whoever only looks is offered no act."""
        self.panel.show_detail(detail, today)
        may_post = detail.row.kind in POSTABLE
        self._foot.setVisible(may_write)
        self.use.setVisible(may_post)
        note = (
            "" if may_post else _("This kind is not posted as it is: save it as a picture first.")
        )
        self._note.setText(note)
        self._note.setVisible(bool(note))
