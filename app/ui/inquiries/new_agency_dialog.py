"""An agency that the directory lacks: name, short name, kind."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.labels import label
from app.language import _
from app.models.agency import BOUND_KINDS, AgencyKind
from app.services import agencies
from app.services.agencies import AgencyFacts
from app.ui.bridge import OfficeBridge
from app.ui.inquiries.act_dialog import ActDialog
from app.ui.widgets import Choice, Field, line_edit, show_errors


class NewAgencyDialog(ActDialog):
    """Adds the agency; `named_so` tells its short name, by which it is found then."""

    named_so = Signal(str)

    def __init__(self, bridge: OfficeBridge, typed: str, parent: QWidget) -> None:
        super().__init__(
            bridge,
            "new_agency",
            _("Add an agency to the directory"),
            _("The Pergub binds agencies of the province; others are only asked."),
            icon="building-2",
            parent=parent,
        )
        self._full_name = Field(_("Name"), line_edit("new_agency.name", typed))
        self._short_name = Field(_("Short name"), line_edit("new_agency.short_name"))
        kinds: list[tuple[str, object]] = [
            (
                label(kind)
                if kind in BOUND_KINDS
                else _("%(kind)s (outside the province)") % {"kind": label(kind)},
                kind,
            )
            for kind in AgencyKind
        ]
        self._kind = Choice("new_agency.kind", kinds)
        for field in (self._full_name, self._short_name, Field(_("Kind"), self._kind)):
            self.box.addWidget(field)
        self.finish(_("Add"), "plus")
        self._full_name.control.setFocus()

    def act(self) -> None:
        name, short_name = self._full_name.control.text(), self._short_name.control.text()
        kind = AgencyKind(str(self._kind.value()))
        missing = "" if name.strip() else _("Write a name.")
        if not show_errors([(self._full_name, missing)]):
            return
        self.acted.connect(lambda _key: self.named_so.emit(short_name.strip() or name.strip()))
        self.run(agencies.add_agency, AgencyFacts(kind, name, short_name))
