"""What the page of one's own agency does: facts, letterhead, rules."""

from concurrent.futures import Future
from pathlib import Path

import shiboken6
from PySide6.QtCore import QByteArray, QObject, Signal, Slot
from PySide6.QtGui import QImage

from app.models.policy import PolicyKey, PolicyValue
from app.services import agencies, policies
from app.services.agencies import AgencyFacts
from app.services.letterheads import check_letterhead
from app.services.overview import Overview
from app.services.reading.process import ReaderProcess
from app.ui.bridge import ActRunner, OfficeBridge
from app.ui.office.agency_page import AgencyPage


class OwnAgency(QObject):
    """Saves what is changed on the page, and fetches the picture of the letterhead for it."""

    saved = Signal()
    failed = Signal(Exception)

    def __init__(self, bridge: OfficeBridge, page: AgencyPage) -> None:
        super().__init__(page)
        self._bridge, self._page = bridge, page
        self._kop_shown: str | None = None
        self._acts = ActRunner(bridge, self)
        self._acts.done.connect(self._on_done)
        self._acts.failed.connect(self.failed)
        page.saved.connect(self._on_saved)
        page.kop_chosen.connect(self._on_kop_chosen)
        page.kop_removed.connect(self._on_kop_removed)
        page.rule_set.connect(self._on_rule_set)

    def show_overview(self, view: Overview) -> None:
        self._page.show_overview(view)
        self._fetch_kop(view.agency.letterhead_sha256)

    def _fetch_kop(self, sha256: str | None) -> None:
        if sha256 is None or sha256 == self._kop_shown:
            return
        store = self._bridge.office.assets
        self._bridge.submit(lambda: (sha256, store.path(sha256).read_bytes()), self._on_kop_read)

    def _on_kop_read(self, done: "Future[object]") -> None:
        """A kop whose bytes are away is told by the check; the form works without it."""
        if not shiboken6.isValid(self) or done.exception() is not None:
            return
        answer = done.result()
        assert isinstance(answer, tuple)  # noqa: S101 what _fetch_kop asked for
        self._kop_shown, encoded = answer
        picture = QImage.fromData(QByteArray(encoded))
        if not picture.isNull():
            self._page.show_kop(picture)

    @Slot(object)
    def _on_done(self, _result: object) -> None:
        self.saved.emit()

    @Slot(int, object, str)
    def _on_saved(self, version: int, facts: AgencyFacts, paper: str) -> None:
        self._acts.run(agencies.change_own_agency, version, facts, paper)

    @Slot(object)
    def _on_kop_chosen(self, file: Path) -> None:
        office = self._bridge.office

        def take() -> None:
            with ReaderProcess() as reader:
                check_letterhead(reader, file)
            arrival = office.library.take_in(file, file.name)
            office.act(agencies.set_letterhead, arrival.sha256)

        self._acts.call(take)

    @Slot()
    def _on_kop_removed(self) -> None:
        self._kop_shown = None
        self._acts.run(agencies.set_letterhead, None)

    @Slot(object, object)
    def _on_rule_set(self, key: PolicyKey, value: PolicyValue) -> None:
        self._acts.run(policies.set_policy, key, value)
