"""Beranda's question: what needs whose act, and in which order."""

from datetime import date, timedelta

from app.models.roles import Role
from app.office import Office
from app.services import approvals, contents, home, inquiries, people
from app.services.contents import VariantForm
from app.services.home import NeedKind
from app.services.people import PersonFacts
from app.services.transaction import Actor
from tests.content_desk import SLOT, account_id, approved, made, seen, selected, version
from tests.fixed_clock import FixedClock
from tests.inquiry_desk import Desk
from tests.offices import PASSWORD, Colleagues


def actor_of(office: Office) -> Actor:
    actor = office.actor
    assert actor is not None
    return actor


def kinds(office: Office) -> list[NeedKind]:
    return [need.kind for need in office.read(home.needs, actor_of(office), office.now())]


def test_a_new_inquiry_needs_the_admin(office: Office, desk: Desk) -> None:
    desk.receive()

    (need,) = office.read(home.needs, actor_of(office), office.now())

    assert need.kind is NeedKind.INQUIRY
    assert need.reference == "INQ-2026-000001"
    assert need.title.startswith("Jalan menuju Pustaka Cikapundung")
    assert need.platforms == ("facebook",)


def test_a_referral_that_runs_needs_nobody_here_until_it_is_broken(
    office: Office, desk: Desk, clock: FixedClock
) -> None:
    inquiry = desk.receive()
    desk.refer(inquiry)
    assert NeedKind.OVERDUE not in kinds(office)

    clock.advance(hours=25)

    (need,) = office.read(home.needs, actor_of(office), office.now())
    assert need.kind is NeedKind.OVERDUE
    assert need.holders == ("DBMPR",)
    assert need.clock is not None
    assert need.clock.is_overdue(clock())


def test_broken_promises_stand_above_what_was_planned_earlier(
    office: Office, desk: Desk, colleagues: Colleagues, clock: FixedClock
) -> None:
    approved(office, colleagues, made(office))
    clock.now = SLOT
    inquiry = desk.receive()
    desk.refer(inquiry)
    clock.advance(hours=25)

    assert kinds(office) == [NeedKind.OVERDUE, NeedKind.MISSED]


def test_a_matter_handed_over_is_called_for_on_its_day_until_somebody_asked(
    office: Office, desk: Desk, clock: FixedClock
) -> None:
    inquiry = desk.receive()
    today = clock.now.date()
    facts = inquiries.HandOver("SP4N-LAPOR!", today, "8812345", today + timedelta(days=5))
    office.act(inquiries.hand_over, inquiry, None, facts)
    assert kinds(office) == []
    clock.advance(days=5)

    (need,) = office.read(home.needs, actor_of(office), office.now())

    assert (need.kind, need.holders) == (NeedKind.REMIND, ("SP4N-LAPOR!",))
    waiting = office.read(home.waiting, actor_of(office), office.now())
    assert waiting.counts["inquiries"] == 1
    office.act(inquiries.settle_reminder, inquiry, None)
    assert kinds(office) == []


def test_an_approved_slot_of_today_is_to_be_published_and_then_missed(
    office: Office, colleagues: Colleagues, clock: FixedClock
) -> None:
    approved(office, colleagues, made(office))
    assert kinds(office) == []

    clock.now = SLOT - timedelta(hours=1)
    assert kinds(office) == [NeedKind.PUBLISH]

    clock.now = SLOT + timedelta(minutes=1)
    assert kinds(office) == [NeedKind.MISSED]


def test_what_was_returned_names_who_and_why(office: Office, colleagues: Colleagues) -> None:
    content = made(office)
    office.act(contents.submit, content, version(office, content))
    colleagues.sit_down(office, "tatang")
    revision = seen(office, content).revision_id
    assert revision is not None
    office.act(approvals.return_to_author, revision, "Sebut batas umur.")
    colleagues.sit_down(office, "rina")

    (need,) = office.read(home.needs, actor_of(office), office.now())

    assert (need.kind, need.by, need.reason) == (
        NeedKind.RETURNED,
        "Pak Tatang",
        "Sebut batas umur.",
    )


def test_a_selected_idea_is_called_for_a_week_ahead(
    office: Office, colleagues: Colleagues, clock: FixedClock
) -> None:
    selected(office, colleagues, made(office))
    clock.now = SLOT - timedelta(days=8)
    assert kinds(office) == []

    clock.now = SLOT - timedelta(days=6)

    assert kinds(office) == [NeedKind.FINISH]


def test_a_selected_idea_without_an_hour_or_a_day_is_called_for_too(
    office: Office, colleagues: Colleagues, clock: FixedClock
) -> None:
    variants = (VariantForm(account_id(office, "x"), "x", None, None),)
    near, far = SLOT.date(), SLOT.date() + timedelta(days=30)
    on_day = {"planned_at": None, "variants": variants}
    selected(office, colleagues, made(office, title="Tanpa hari", **on_day))
    selected(office, colleagues, made(office, title="Jauh", planned_on=far, **on_day))
    selected(office, colleagues, made(office, title="Tanpa jam", planned_on=near, **on_day))
    clock.now = SLOT - timedelta(days=3)

    found = office.read(home.needs, actor_of(office), office.now())

    assert [(need.kind, need.title, need.day) for need in found] == [
        (NeedKind.FINISH, "Tanpa jam", near),
        (NeedKind.FINISH, "Tanpa hari", None),
    ]


def test_the_official_sees_what_he_may_decide_and_nothing_of_the_desk(
    office: Office, colleagues: Colleagues, desk: Desk
) -> None:
    content = made(office)
    office.act(contents.submit, content, version(office, content))
    desk.receive()

    colleagues.sit_down(office, "tatang")

    assert kinds(office) == [NeedKind.DECIDE]


def test_the_counters_of_the_rail_are_those_of_the_person(
    office: Office, colleagues: Colleagues, desk: Desk, clock: FixedClock
) -> None:
    content = made(office)
    office.act(contents.submit, content, version(office, content))
    desk.refer(desk.receive())
    desk.receive("Apakah hari Minggu buka?", handle="kang.ujang")
    clock.advance(hours=25)

    of_admin = office.read(home.waiting, actor_of(office), office.now())
    colleagues.sit_down(office, "tatang")
    of_official = office.read(home.waiting, actor_of(office), office.now())

    assert of_admin.agency == "Dinas Literasi dan Warisan Budaya"
    assert of_admin.counts["inquiries"] == 2
    assert of_admin.alarming == {"inquiries"}
    assert of_admin.counts["office"] > 0
    assert of_official.counts["approvals"] == 1
    assert of_official.counts["office"] == 0
    assert of_official.alarming == frozenset()


def test_the_view_shows_running_clocks_and_the_months_punctuality(
    office: Office, desk: Desk, clock: FixedClock
) -> None:
    answered, late, running = (desk.receive(f"Tanya {n}?", handle=f"h{n}") for n in range(3))
    for inquiry in (answered, late, running):
        desk.refer(inquiry)
    clock.advance(hours=2)
    desk.agency_answers(answered)
    clock.advance(hours=30)
    desk.agency_answers(late)

    view = office.read(home.home_view, actor_of(office), office.now())

    assert view.addressed == "Teh Rina"
    assert view.greets_in_sundanese
    assert (view.punctuality.met, view.punctuality.ended) == (1, 2)
    assert [line.agency for line in view.clocks] == ["DBMPR"]
    assert view.running == 1


def test_the_week_begins_on_monday_and_workdays_without_content_are_named(office: Office) -> None:
    made(office)

    view = office.read(home.home_view, actor_of(office), office.now())

    assert view.monday == date(2026, 11, 16)
    assert view.today == date(2026, 11, 20)
    assert date(2026, 11, 27) not in view.empty_days
    assert view.empty_days == tuple(date(2026, 11, day) for day in (20, 23, 24, 25, 26, 30))


def test_the_number_of_statements_does_not_depend_on_the_rows(
    office: Office, desk: Desk, colleagues: Colleagues
) -> None:
    from sqlalchemy import event
    from sqlalchemy.orm import Session

    def statements() -> int:
        count = 0

        def counted(session: Session) -> object:
            nonlocal count
            connection = session.connection()

            def note(*_args: object) -> None:
                nonlocal count
                count += 1

            event.listen(connection, "before_cursor_execute", note)
            return home.home_view(session, actor_of(office), office.now())

        office.read(counted)
        return count

    desk.receive()
    made(office)
    few = statements()
    for number in range(12):
        desk.refer(desk.receive(f"Tanya {number}?", handle=f"h{number}"))
        made(office, title=f"Konten {number}")

    assert statements() == few


def test_somebody_without_any_role_has_nothing_to_do(office: Office, desk: Desk) -> None:
    desk.receive()
    facts = PersonFacts("Evaluator")
    office.act(people.add_person, facts, frozenset({Role.EVALUATOR}), "eva", PASSWORD)
    office.sign_in("eva", PASSWORD)

    assert kinds(office) == []
