"""What the wizard has been told, and making an office of it."""

from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from app.services.pc_clock import Clock, pc_clock

if TYPE_CHECKING:
    from app.office import Office
    from app.services.people import PersonFacts

# Choices of their own in the wizard that are Perangkat Daerah with a parent in the directory.
KIND_OF = {
    "regional_agency": "regional_agency",
    "bureau": "bureau",
    "technical_unit": "technical_unit",
    "branch": "regional_agency",
    "hospital": "regional_agency",
    "non_structural_body": "non_structural_body",
}
WITH_PARENT = frozenset({"technical_unit", "branch", "hospital"})


@dataclass(slots=True)
class PersonAnswer:
    """Somebody who will sign in."""

    name: str = ""
    address_term: str = ""
    call_name: str = ""
    sign_in_name: str = ""
    password: str = ""


@dataclass(slots=True)
class Answers:
    """Filled step by step. `accounts` are (platform, what was typed or pasted for it)."""

    folder: Path = field(default_factory=Path)
    choice: str = "regional_agency"
    parent: str = ""
    name: str = ""
    short_name: str = ""
    email: str = ""
    code: str = ""
    letterhead: Path | None = None
    me: PersonAnswer = field(default_factory=PersonAnswer)
    decider: PersonAnswer | None = None
    accounts: tuple[tuple[str, str], ...] = ()


def make_office(answers: Answers, clock: Clock = pc_clock) -> "Office":
    """Make the office with its agency, its first people and its accounts; on a worker.

    Raises:
        OfficeExists, OnNetworkShare, OfficeUnreachable: the folder can't hold it.
        ActError: something that was typed in is refused; then nothing is left.
    """
    from app.models.agency import AgencyKind
    from app.office import Office

    office = Office.create(
        answers.folder,
        name=answers.name,
        kind=AgencyKind(KIND_OF[answers.choice]),
        admin=answers.me.name,
        password=answers.me.password,
        sign_in_name=answers.me.sign_in_name,
        clock=clock,
    )
    with ExitStack() as unless_filled:
        unless_filled.callback(_take_back, office, answers.folder)
        _fill_agency(office, answers)
        _fill_people(office, answers)
        _fill_accounts(office, answers)
        unless_filled.pop_all()
    return office


def _fill_agency(office: "Office", answers: Answers) -> None:
    from app.services import agencies

    own = office.read(agencies.own_agency)
    parent = None
    if answers.choice in WITH_PARENT and answers.parent:
        rows = office.read(agencies.directory, answers.parent)
        parent = next((row.id for row in rows if row.name == answers.parent), None)
    facts = agencies.AgencyFacts(
        own.kind,
        answers.name,
        answers.short_name or own.short_name,
        parent,
        answers.code or None,
        email=answers.email or None,
    )
    office.act(agencies.change_own_agency, own.version, facts, own.paper)
    if answers.letterhead is not None:
        use_letterhead(office, answers.letterhead)


def use_letterhead(office: "Office", picture: Path) -> None:
    """Keep a picture and print it as the kop from now on; it was looked at when it was chosen.

    Raises:
        FileRefused: it can't be read any more.
    """
    from app.services import agencies

    arrival = office.library.take_in(picture, picture.name)
    office.act(agencies.set_letterhead, arrival.sha256)


def _fill_people(office: "Office", answers: Answers) -> None:
    from app.models.roles import Role
    from app.services import people

    me = next(row for row in office.read(people.people) if row.sign_in_name)
    office.act(people.change_person, me.id, me.version, _facts(answers.me))
    if answers.decider is not None:
        office.act(
            people.add_person,
            _facts(answers.decider),
            frozenset({Role.OFFICIAL}),
            answers.decider.sign_in_name,
            answers.decider.password,
        )


def _facts(answer: PersonAnswer) -> "PersonFacts":
    from app.services.people import PersonFacts

    return PersonFacts(answer.name, answer.address_term or None, answer.call_name or None)


def _fill_accounts(office: "Office", answers: Answers) -> None:
    from app.services import accounts
    from app.services.platforms import media_kinds

    for platform, written in answers.accounts:
        facts = accounts.AccountFacts(platform, written, media_kinds(platform)[0])
        office.act(accounts.add_account, facts)


def _take_back(office: "Office", folder: Path) -> None:
    """What was made lies in a folder that held nothing before."""
    import shutil

    office.close()
    shutil.rmtree(folder, ignore_errors=True)
