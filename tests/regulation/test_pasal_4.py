"""Pasal 4: messages that are apt and accurate, spread on the agency's own media, perhaps with
the help of influencers."""

import pytest

from app.office import Office
from app.services import approvals, contents
from app.services.errors import Incomplete, RevisionSuperseded
from app.services.ethics import ALL_LETTERS
from tests.content_desk import complete_form, made, seen, selected, version
from tests.contents import retype
from tests.offices import Colleagues


def test_1_what_is_spread_is_exactly_what_was_found_apt_and_accurate(
    office: Office, colleagues: Colleagues
) -> None:
    content = made(office)
    selected(office, colleagues, content)
    office.act(contents.finish, content, version(office, content))
    revision = seen(office, content).revision_id
    assert revision is not None
    office.act(retype, content, "Tidak tepat lagi.")
    colleagues.sit_down(office, "tatang")

    with pytest.raises(RevisionSuperseded):
        office.act(approvals.approve, revision, ALL_LETTERS)


def test_1_it_is_spread_on_accounts_of_the_agency(office: Office, colleagues: Colleagues) -> None:
    content = made(office, variants=())
    selected(office, colleagues, content)

    with pytest.raises(Incomplete):
        office.act(contents.finish, content, version(office, content))
    form = complete_form(office)
    office.act(contents.change_content, content, version(office, content), form)
    office.act(contents.finish, content, version(office, content))

    known = {choice.id for choice in office.read(contents.account_choices, office.now().date())}
    assert {variant.account_id for variant in seen(office, content).variants} <= known


def test_2_influencers_who_help_are_named_to_the_official_who_decides(office: Office) -> None:
    content = made(office, influencers=("Kang Asep Mulyadi", "Teh Nia"))
    office.act(contents.submit, content, version(office, content))

    (row,) = office.read(approvals.queue)
    view = office.read(approvals.for_decision, row.revision_id)

    assert view.body["influencers"] == ["Kang Asep Mulyadi", "Teh Nia"]
