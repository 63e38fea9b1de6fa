"""An account's facts, and the letter that makes it official (Pasal 6(1))."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from app.labels import label
from app.language import _
from app.models.account import AudienceSegment, MediaKind
from app.services import accounts
from app.services.accounts import AccountFacts, AccountRow
from app.services.errors import InvalidValue
from app.services.people import PersonRow
from app.services.platform_names import handle_text, is_named, platform_label, platforms
from app.services.platforms import media_kinds
from app.ui.bridge import OfficeBridge
from app.ui.office.forms import FormDialog
from app.ui.widgets import Choice, named


class AccountDialog(FormDialog):
    """Adds or changes an account."""

    def __init__(
        self,
        bridge: OfficeBridge,
        row: AccountRow | None,
        persons: Sequence[PersonRow],
        parent: QWidget,
    ) -> None:
        title = _("Add an account") if row is None else _("Change an account")
        super().__init__(bridge, "office.account", title, parent=parent)
        self._row = row
        self._platform = Choice(
            "office.account.platform", [(platform_label(key), key) for key in platforms()]
        )
        self._kind = Choice("office.account.kind", [(label(kind), kind) for kind in MediaKind])
        self._responsible = Choice(
            "office.account.responsible",
            [(_("Nobody yet"), None), *((one.addressed, one.id) for one in persons)],
        )
        self._segments = {
            segment: named(QCheckBox(label(segment)), f"office.account.segment.{segment}")
            for segment in AudienceSegment
        }
        self._build_form()
        self._platform.chosen.connect(self._on_platform_chosen)

    def _build_form(self) -> None:
        row = self._row
        self.add("platform", _("Platform"), self._platform, 0, 0)
        self.add("kind", _("Type (Lampiran B)"), self._kind, 0, 1)
        self.add_line("handle", _("Handle"), _known_handle(row), 1, 0, 1, "dinas.jabar")
        self.add_line("name", _("Name shown"), row.name if row else None, 1, 1)
        self.add_line("address", _("Address"), row.address if row else None, 2, 0, 2, "https://")
        self.add_line("audience", _("Target audience"), row.audience if row else None, 3, 0)
        self.add("responsible", _("Responsible"), self._responsible, 3, 1)
        self.add_day("opened_on", _("Opened on"), row.opened_on if row else None, 4, 0)
        self.add_day("closed_on", _("Closed on"), row.closed_on if row else None, 4, 1)
        self.add("segments", _("Audience segments (Pasal 5 huruf a)"), self._boxes(), 5, 0, 2)
        if row is None:
            self._on_platform_chosen(self._platform.value())
            return
        self._platform.set_value(row.platform)
        self._kind.set_value(row.media_kind)
        self._responsible.set_value(row.responsible_id)
        for segment in row.segments:
            self._segments[segment].setChecked(True)

    def _boxes(self) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        for number, box in enumerate(self._segments.values()):
            grid.addWidget(box, number // 3, number % 3)
        return holder

    @Slot(object)
    def _on_platform_chosen(self, platform: object) -> None:
        """The type that Lampiran B (or our reading of it) gives this platform."""
        self._kind.set_value(media_kinds(str(platform))[0])

    def _acting(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        responsible = self._responsible.value()
        facts = AccountFacts(
            str(self._platform.value()),
            self.text("handle"),
            MediaKind(str(self._kind.value())),
            self.text("name"),
            self.text("address"),
            self.text("audience"),
            frozenset(key for key, box in self._segments.items() if box.isChecked()),
            responsible if isinstance(responsible, int) else None,
            self.day("opened_on"),
            self.day("closed_on"),
            self._row.review_on if self._row else None,
        )
        if self._row is None:
            return accounts.add_account, (facts,)
        return accounts.change_account, (self._row.id, self._row.version, facts)


def _known_handle(row: AccountRow | None) -> str:
    return row.handle if row is not None and is_named(row.platform, row.handle) else ""


class DesignationDialog(FormDialog):
    """Records the head's letter by which an account is official."""

    def __init__(self, bridge: OfficeBridge, row: AccountRow, parent: QWidget) -> None:
        super().__init__(
            bridge,
            "office.designation",
            _("Record the designation of %(account)s") % {"account": _title(row)},
            _("The head of the agency names official accounts (Pasal 6 ayat (1))."),
            width=460,
            parent=parent,
        )
        self._row = row
        self.add_line(
            "designation_number", _("Number of the letter"), row.designation_number, 0, 0, 2
        )
        self.add_day("designation_on", _("Day of the letter"), row.designation_on, 1, 0)
        self.add_line("signer", _("Signed by"), row.designation_signer, 1, 1)

    def _acting(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        on = self.day("designation_on")
        if on is None:
            raise InvalidValue("designation_on", "empty")
        row = self._row
        return accounts.record_designation, (
            row.id,
            row.version,
            self.text("designation_number"),
            on,
            self.text("signer"),
        )


def _title(row: AccountRow) -> str:
    handle = _known_handle(row)
    return handle_text(handle) if handle else platform_label(row.platform)
