"""Pasal 7: what a message may be about; "antara lain": the agency may name more."""

import pytest

from app.labels import category_label
from app.models.content import CATEGORY_LETTERS, Category, ContentState
from app.office import Office
from app.services import approvals, contents
from app.services.contents import HoaxForm, LackCode
from app.services.errors import Incomplete
from tests.content_desk import made, seen, version


def test_the_nine_letters_are_the_nine_subjects_in_the_order_of_the_article() -> None:
    assert [(letter, category.value) for category, letter in CATEGORY_LETTERS.items()] == [
        ("a", "agency_activity"),
        ("b", "current_issue"),
        ("c", "disaster"),
        ("d", "regional_promotion"),
        ("e", "clarification"),
        ("f", "hoax_explanation"),
        ("g", "policy"),
        ("h", "single_narrative"),
        ("i", "cultural_heritage"),
    ]


@pytest.mark.parametrize("category", list(CATEGORY_LETTERS))
def test_a_content_about_any_of_them_is_put_forward_and_shown_to_the_official(
    sqlite_office: Office, category: Category
) -> None:
    hoax = HoaxForm(claim="Lowongan palsu", evidence="Surat Kepala Dinas")
    content = made(sqlite_office, category=category, hoax=hoax)

    sqlite_office.act(contents.submit, content, version(sqlite_office, content))

    (row,) = sqlite_office.read(approvals.queue)
    view = sqlite_office.read(approvals.for_decision, row.revision_id)
    assert view.body["category"] == category
    assert category_label(category).startswith(f"{CATEGORY_LETTERS[category]}. ")


def test_antara_lain_the_agency_names_a_subject_of_its_own(office: Office) -> None:
    content = made(office, category=Category.OTHER, own_category="Ucapan hari raya")

    office.act(contents.submit, content, version(office, content))

    assert seen(office, content).state is ContentState.SUBMITTED
    assert category_label(Category.OTHER, "Ucapan hari raya") == "Ucapan hari raya"


def test_a_content_about_nothing_is_not_put_forward(office: Office) -> None:
    content = made(office, category=None)

    with pytest.raises(Incomplete) as refused:
        office.act(contents.submit, content, version(office, content))

    assert LackCode.NO_CATEGORY in {getattr(lack, "code", None) for lack in refused.value.problems}
