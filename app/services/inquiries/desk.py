"""What the desk shows: a list with its counts, one inquiry with what helps to answer it."""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy.orm import Session

from app.language import wib
from app.models.roles import AUTHORS, Role
from app.services.accounts import AccountRow, accounts
from app.services.approvals import draft_of
from app.services.approvals.drafts import DraftRow
from app.services.clocks import ClockCounts, running_clocks
from app.services.inquiries.lists import Asker, InquiryRow, Tab, Wanted, count_of, page, tab_counts
from app.services.inquiries.whole import InquiryWhole, inquiry
from app.services.people import PersonRow, people
from app.services.standard_answers import StandardAnswerRow, fitting_answers

DRAFT = "inquiry"  # the subject under which autosave keeps an answer that is being typed


@dataclass(frozen=True, slots=True)
class Listing:
    """The first rows of a list, how many there are in all, and what the tabs hold."""

    wanted: Wanted
    rows: tuple[InquiryRow, ...]
    in_all: int
    tabs: dict[Tab, int]
    clocks: ClockCounts
    accounts: tuple[AccountRow, ...]


def listing(
    session: Session,
    wanted: Wanted,
    asker: Asker,
    size: int,
    urgent: timedelta,
    notice: timedelta,
) -> Listing:
    """Everything that the list shows, from one state of the office."""
    return Listing(
        wanted,
        tuple(page(session, wanted, asker, size=size)),
        count_of(session, wanted, asker),
        tab_counts(session, asker),
        running_clocks(session, asker.now, urgent, notice),
        tuple(accounts(session, with_closed=False)),
    )


@dataclass(frozen=True, slots=True)
class InquiryView:
    """One inquiry, what this person had typed for it, and what helps to answer it.

    `handlers` are those who may deal with it; `decider` is the official if there is only one.
    """

    whole: InquiryWhole
    draft: DraftRow | None
    fitting: tuple[StandardAnswerRow, ...]
    handlers: tuple[PersonRow, ...]
    decider: str | None


def inquiry_view(session: Session, inquiry_id: int, asker: Asker) -> InquiryView:
    """One inquiry as one person works on it.

    Raises:
        NotFound: there is no such inquiry.
    """
    whole = inquiry(session, inquiry_id, asker.now)
    question = " ".join(comment.text for comment in whole.comments)
    active = people(session, with_inactive=False)
    deciders = [person for person in active if Role.OFFICIAL in person.roles]
    return InquiryView(
        whole,
        draft_of(session, asker.person_id, DRAFT, inquiry_id) if asker.person_id else None,
        tuple(fitting_answers(session, question, wib(asker.now).date())),
        tuple(person for person in active if person.roles & AUTHORS),
        deciders[0].addressed if len(deciders) == 1 else None,
    )
