"""The Surat Perintah (Pasal 6)."""

from datetime import date

import pytest

from app.models.person import Duty
from app.office import Office
from app.services import assignments
from app.services.assignments import AssignmentFacts, MemberFacts
from app.services.errors import ChangedMeanwhile, InvalidValue, NotPermitted
from app.services.obligations import GapKind, gaps
from tests.offices import Colleagues

RINA, TATANG, DEDE, CECEP = 1, 2, 5, 6
TEAM = (
    MemberFacts(TATANG, Duty.RESPONSIBLE_OFFICIAL),
    MemberFacts(RINA, Duty.ADMIN),
    MemberFacts(DEDE, Duty.GRAPHIC_DESIGN),
    MemberFacts(CECEP, Duty.CREATIVE_TEAM, until_on=date(2026, 10, 31)),
)


def _missing_duties(office: Office) -> tuple[str, ...]:
    found = office.read(gaps, office.now())
    return next((gap.names for gap in found if gap.kind is GapKind.DUTY_NOT_GIVEN), ())


def test_an_order_is_in_force_once_it_is_signed(office: Office) -> None:
    key = office.act(assignments.draw_up, AssignmentFacts(TEAM, basis=("Pergub 29/2019",)))
    drawn = office.read(assignments.assignment, key)
    assert [member.duty for member in drawn.members] == [member.duty for member in TEAM]
    assert not drawn.is_in_force(date(2026, 11, 20))

    signed = AssignmentFacts(TEAM, number="800.1.11.1/041", signed_on=date(2026, 1, 6))
    office.act(assignments.change_assignment, key, drawn.version, signed)

    order = office.read(assignments.assignment, key)
    assert order.is_in_force(date(2026, 11, 20))
    assert not order.is_in_force(date(2026, 1, 5))


def test_a_member_whose_time_is_over_leaves_his_duty_empty(office: Office) -> None:
    facts = AssignmentFacts(TEAM, number="800.1.11.1/041", signed_on=date(2026, 1, 6))

    office.act(assignments.draw_up, facts)

    assert _missing_duties(office) == (Duty.CREATIVE_TEAM.value,)


def test_a_voided_order_gives_no_duty(office: Office) -> None:
    facts = AssignmentFacts(TEAM, number="800.1.11.1/041", signed_on=date(2026, 1, 6))
    key = office.act(assignments.draw_up, facts)
    order = office.read(assignments.assignment, key)

    office.act(assignments.void_assignment, key, order.version)

    assert len(_missing_duties(office)) == 3


def test_an_order_names_somebody_and_nobody_twice_for_one_duty(office: Office) -> None:
    with pytest.raises(InvalidValue):
        office.act(assignments.draw_up, AssignmentFacts(()))
    with pytest.raises(InvalidValue):
        office.act(assignments.draw_up, AssignmentFacts((TEAM[0], TEAM[0])))


def test_a_form_saved_over_a_colleagues_is_refused(office: Office) -> None:
    key = office.act(assignments.draw_up, AssignmentFacts(TEAM))
    order = office.read(assignments.assignment, key)
    office.act(assignments.change_assignment, key, order.version, AssignmentFacts(TEAM[:2]))

    with pytest.raises(ChangedMeanwhile):
        office.act(assignments.change_assignment, key, order.version, AssignmentFacts(TEAM[1:]))

    assert len(office.read(assignments.assignment, key).members) == 2


def test_a_designer_draws_up_no_order(office: Office, colleagues: Colleagues) -> None:
    colleagues.sit_down(office, "dede")

    with pytest.raises(NotPermitted):
        office.act(assignments.draw_up, AssignmentFacts(TEAM))
