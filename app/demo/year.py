"""The invented people taking turns at their PCs, and the clock that they live by."""

import heapq
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.demo.people import PASSWORD, PEOPLE, DemoPerson
from app.language import WIB
from app.models.agency import Agency, AgencyKind
from app.models.base import Base, Versioned
from app.models.gate import Revision
from app.models.person import Person
from app.models.referral import Referral
from app.office import Office
from app.services import people
from app.services.store import AssetStore
from app.services.transaction import Transaction

Given = ParamSpec("Given")
Result = TypeVar("Result")
# One matter from its beginning to where it stands: it yields the moment of what it does next.
Story = Callable[["DemoYear"], Iterator[datetime]]

AGENCY = "Dinas Perhubungan Provinsi Jawa Barat (Contoh)"
FIRST_DAY = datetime(2026, 11, 2, 7, 45, tzinfo=WIB)  # a Monday: the office begins with Kohkol
LAST_MOMENT = datetime(2026, 11, 20, 9, 30, tzinfo=WIB)  # the demo office's own "now"


def at(day: int, time: str) -> datetime:
    """`time` ("14.05", WIB) of a day of November 2026."""
    hour, minute = time.split(".")
    return datetime(2026, 11, day, int(hour), int(minute), tzinfo=WIB)


class DemoYear:
    """One office with everybody signed in; acts happen at the moment that was set last."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._now = FIRST_DAY
        self._desks: dict[str, Office] = {}

    @property
    def _first(self) -> Office:
        return self._desks[PEOPLE[0].sign_in_name]

    def clock(self) -> datetime:
        """The moment, for the offices."""
        return self._now

    @property
    def folder(self) -> Path:
        """Where the office is being made."""
        return self._folder

    @property
    def assets(self) -> AssetStore:
        """The bytes of its assets."""
        return self._first.assets

    def go_to(self, moment: datetime) -> None:
        """Time only goes on."""
        self._now = max(moment, self._now)

    def tell(self, stories: Iterable[Story], told: Callable[[], None]) -> None:
        """Let all stories happen side by side, each step at its moment; `told` after each story."""
        begun = [story(self) for story in stories]
        waiting = [(next(story), number) for number, story in enumerate(begun)]
        heapq.heapify(waiting)
        while waiting:
            moment, number = heapq.heappop(waiting)
            self.go_to(moment)
            following = next(begun[number], None)
            if following is None:
                told()
            else:
                heapq.heappush(waiting, (following, number))

    def act(
        self,
        who: str,
        act: Callable[Concatenate[Transaction, Given], Result],
        *args: Given.args,
        **kwargs: Given.kwargs,
    ) -> Result:
        """Let one of the people do an act."""
        return self._desks[who].act(act, *args, **kwargs)

    def read(
        self,
        query: Callable[Concatenate[Session, Given], Result],
        *args: Given.args,
        **kwargs: Given.kwargs,
    ) -> Result:
        """Ask something."""
        return self._first.read(query, *args, **kwargs)

    def version(self, kind: type[Versioned], key: int) -> int:
        """The version that somebody who looks at it now sees."""
        return self.read(lambda session: session.get_one(kind, key).version)

    def agency(self, short_name: str) -> int:
        """The key of an agency of the directory."""
        query = select(Agency.id).where(Agency.short_name == short_name)
        return self.read(lambda session: session.scalars(query).one())

    def key(self, kind: type[Base], **values: object) -> int:
        """The key of the one row with these values."""
        query = select(kind).filter_by(**values)
        found: Any = self.read(lambda session: session.scalars(query).one())
        return int(found.id)

    def newest_revision(self, content_id: int) -> int:
        """The key of the revision that is to be decided on."""
        query = select(func.max(Revision.id)).where(Revision.content_id == content_id)
        return self.read(lambda session: session.scalars(query).one()) or 0

    def newest_referral(self, inquiry_id: int) -> int:
        """The key of the referral that was made last."""
        query = select(func.max(Referral.id)).where(Referral.inquiry_id == inquiry_id)
        return self.read(lambda session: session.scalars(query).one()) or 0

    def found(self) -> None:
        """Make the office; its first admin sits down."""
        first = PEOPLE[0]
        self._desks[first.sign_in_name] = Office.create(
            self._folder,
            name=AGENCY,
            kind=AgencyKind.REGIONAL_AGENCY,
            admin=first.name,
            password=PASSWORD,
            sign_in_name=first.sign_in_name,
            clock=self.clock,
        )

    def let_in(self, person: DemoPerson) -> None:
        """Somebody of the staff list gets roles and a first password, and sets his own."""
        admin = PEOPLE[0].sign_in_name
        person_id = self.key(Person, name=person.name)
        self.act(admin, people.set_roles, person_id, self.version(Person, person_id), person.roles)
        seen = self.version(Person, person_id)
        self.act(admin, people.set_sign_in, person_id, seen, person.sign_in_name, PASSWORD)
        desk = Office.open(self._folder, self.clock)
        self._desks[person.sign_in_name] = desk
        desk.sign_in(person.sign_in_name, PASSWORD)
        desk.act(people.set_own_password, PASSWORD)

    def end(self) -> None:
        """From now on the office lives at its last moment, its clock running on."""
        self._now = LAST_MOMENT
        self._first.live_at(LAST_MOMENT)

    def close(self) -> None:
        for desk in self._desks.values():
            desk.close()


@contextmanager
def demo_year(folder: Path) -> Iterator[DemoYear]:
    """The year while it is told; every file is closed in the end."""
    year = DemoYear(folder)
    try:
        yield year
    finally:
        year.close()
