"""Which contents the calendar shows, the same on both engines."""

from datetime import date, timedelta

import pytest

from app.models.content import Category
from app.office import Office
from app.services import calendar, calendar_filter, calendar_views
from app.services.calendar_filter import EVERYTHING, StateName, Wanted
from app.services.errors import InvalidValue, NotFound
from tests.content_desk import SLOT, account_id, approved, made, version
from tests.offices import Colleagues


def titles(office: Office, wanted: Wanted) -> list[str]:
    """What a month with these filters shows."""
    first, end = date(2026, 11, 1), date(2026, 12, 1)
    tiles = office.read(calendar.tiles, first, end, office.now(), wanted)
    return [tile.title for tile in tiles]


@pytest.mark.parametrize(
    ("words", "fits"),
    [
        ("arsip", True),
        ("ars", True),
        ("rsi", True),
        ("ARSIP hujan", True),
        ("hujan arsip", True),
        ("Ársip", True),
        ("%", True),
        ("ars%p", True),
        ("a_hujan", True),
        ("arsipp", False),
        ("arsip kemarau", False),
        ("KTN-2026-000001", True),
    ],
)
def test_words_their_beginnings_and_parts_of_them_are_found(
    office: Office, words: str, fits: bool
) -> None:
    made(office)

    assert bool(titles(office, Wanted(words=words))) is fits


def test_each_filter_lets_only_its_own_pass(office: Office, colleagues: Colleagues) -> None:
    made(office, title="Milik Rina", campaign="Siaga")
    colleagues.sit_down(office, "cecep")
    made(office, title="Milik Cecep", category=Category.CULTURAL_HERITAGE, variants=())
    people = {person.name: person.id for person in office.read(calendar_filter.choices).people}

    def shown(**wanted: object) -> list[str]:
        return titles(office, Wanted(**wanted))  # type: ignore[arg-type]

    assert shown(campaign="Siaga") == ["Milik Rina"]
    assert shown(category=Category.CULTURAL_HERITAGE) == ["Milik Cecep"]
    assert shown(account_id=account_id(office, "x")) == ["Milik Rina"]
    assert shown(person_id=people["Kang Cecep"]) == ["Milik Cecep"]
    assert shown(campaign="Siaga", person_id=people["Kang Cecep"]) == []


def test_a_derived_state_is_a_filter_too(office: Office, colleagues: Colleagues) -> None:
    approved(office, colleagues, made(office, title="Disetujui"))
    made(office, title="Terkumpul")

    assert titles(office, Wanted(state=StateName("content", "scheduled"))) == ["Disetujui"]
    assert titles(office, Wanted(state=StateName("content", "collected"))) == ["Terkumpul"]
    assert titles(office, Wanted(state=StateName("variant", "missed"))) == []


def test_the_tray_obeys_the_same_filters(office: Office) -> None:
    made(office, title="Ide arsip", planned_at=None, variants=())

    def held(wanted: Wanted) -> int:
        return office.read(calendar.undated, wanted).total

    assert held(EVERYTHING) == held(Wanted(words="arsip")) == 1
    assert held(Wanted(state=StateName("content", "collected"))) == 1
    assert held(Wanted(words="kemarau")) == 0
    assert held(Wanted(state=StateName("content", "scheduled"))) == 0
    assert held(Wanted(account_id=account_id(office, "x"))) == 0


def test_a_search_finds_contents_of_all_days(office: Office) -> None:
    made(office, title="Dulu", planned_at=SLOT - timedelta(days=300), variants=())
    made(office, title="Nanti", planned_at=SLOT + timedelta(days=300), variants=())
    made(office, title="Tanpa hari", planned_at=None, variants=())

    all_of_them = office.read(calendar.found, office.now(), Wanted(words="hujan"))
    cut = office.read(calendar.found, office.now(), Wanted(words="hujan"), 2)

    assert [tile.title for tile in all_of_them.tiles] == ["Dulu", "Nanti"]
    assert not all_of_them.is_cut
    assert [tile.title for tile in cut.tiles] == ["Nanti"]
    assert cut.is_cut


def test_a_year_counts_what_its_days_show(office: Office) -> None:
    made(office)
    made(office, title="Lain", variants=())
    made(office, planned_at=SLOT + timedelta(days=60), variants=())

    counts = office.read(calendar.year, 2026, office.now())

    assert counts == {date(2026, 11, 27): 2}
    assert office.read(calendar.year, 2026, office.now(), Wanted(words="lain")) == {
        date(2026, 11, 27): 1
    }


def test_there_is_to_choose_from_what_the_office_has(office: Office) -> None:
    made(office, campaign="Siaga")
    made(office, campaign="Arsip")
    made(office, campaign="Siaga")

    choices = office.read(calendar_filter.choices)

    assert choices.campaigns == ("Arsip", "Siaga")
    assert [person.name for person in choices.people] == ["Teh Rina"]
    assert [account.platform for account in choices.accounts] == [
        "facebook",
        "instagram",
        "x",
        "youtube",
    ]


# Views that a person keeps


def views(office: Office) -> calendar_views.Views:
    actor = office.actor
    assert actor is not None
    assert actor.id is not None
    return office.read(calendar_views.views_of, actor.id)


WANTED = Wanted(3, StateName("variant", "missed"), Category.DISASTER, "Siaga", 1, "arsip")


def test_a_view_comes_back_as_it_was_kept_and_only_to_its_owner(
    office: Office, colleagues: Colleagues
) -> None:
    office.act(calendar_views.save_view, "Bencana", "week", EVERYTHING)
    office.act(calendar_views.save_view, "Bencana", "board", WANTED)
    office.act(calendar_views.keep_left, "year")

    mine = views(office)
    colleagues.sit_down(office, "wulan")

    assert [(view.name, view.kind, view.wanted) for view in mine.named] == [
        ("Bencana", "board", WANTED)
    ]
    assert mine.left_as == "year"
    assert views(office) == calendar_views.Views()
    with pytest.raises(NotFound):
        office.act(calendar_views.drop_view, mine.named[0].id)


def test_a_view_needs_a_name_and_can_be_let_go(office: Office) -> None:
    with pytest.raises(InvalidValue):
        office.act(calendar_views.save_view, "  ", "week", EVERYTHING)
    office.act(calendar_views.save_view, "Bencana", "week", EVERYTHING)

    office.act(calendar_views.drop_view, views(office).named[0].id)

    assert views(office).named == ()


def test_how_the_calendar_was_left_changes_no_content(office: Office) -> None:
    content_id = made(office)
    before = version(office, content_id)

    office.act(calendar_views.keep_left, "week")
    office.act(calendar_views.keep_left, "month")

    assert version(office, content_id) == before
    assert views(office).left_as == "month"
