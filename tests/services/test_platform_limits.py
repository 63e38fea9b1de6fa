"""The office's own values over the shipped facts."""

import pytest

from app.models.platform_limit import LimitName
from app.office import Office
from app.services import contents
from app.services.counting import Problem
from app.services.errors import InvalidValue, NotPermitted
from app.services.platform_limits import limit_of, own_limits, set_limit
from app.services.platforms import facts
from tests.content_desk import account_id, complete_form
from tests.offices import Colleagues


def test_an_own_value_holds_and_is_known_by_who_set_it_and_why(office: Office) -> None:
    office.act(set_limit, "x", LimitName.TEXT, 4000, reason="Akun berlangganan")

    (own,) = office.read(own_limits).of("x")

    assert (own.value, own.set_by, own.reason) == (4000, "Teh Rina", "Akun berlangganan")
    assert own.set_at == office.now()


def test_an_accounts_own_value_goes_before_that_of_all(office: Office) -> None:
    account = account_id(office, "x")
    office.act(set_limit, "x", LimitName.TEXT, 4000, account_id=account)
    office.act(set_limit, "x", LimitName.TEXT, 500)

    limits = office.read(own_limits)

    mine, others = limits.facts("x", account), limits.facts("x", account + 1)
    assert mine is not None
    assert others is not None
    assert (limit_of(mine, LimitName.TEXT), limit_of(others, LimitName.TEXT)) == (4000, 500)


def test_taking_it_back_lets_the_shipped_fact_hold_again(office: Office) -> None:
    office.act(set_limit, "x", LimitName.HASHTAGS, 2)
    office.act(set_limit, "x", LimitName.HASHTAGS, None)

    assert office.read(own_limits).facts("x") == facts("x")


def test_the_checks_read_it(office: Office) -> None:
    form = complete_form(office, text="#a1 #b2 #c3")
    office.act(set_limit, "x", LimitName.HASHTAGS, 2)

    lacks = contents.lacks_to_finish(form, {}, alt_text_required=True, own=office.read(own_limits))

    assert [lack.detail.over for lack in lacks if isinstance(lack.detail, Problem)] == [1]


@pytest.mark.parametrize("value", [0, -1, 2_000_000])
def test_no_post_can_have_such_a_limit(office: Office, value: int) -> None:
    with pytest.raises(InvalidValue):
        office.act(set_limit, "x", LimitName.TEXT, value)


def test_only_an_admin_or_the_head_sets_one(office: Office, colleagues: Colleagues) -> None:
    colleagues.sit_down(office, "dede")

    with pytest.raises(NotPermitted):
        office.act(set_limit, "x", LimitName.TEXT, 500)
