"""Hashtag groups, templates, what they stand for, single narratives, links with marks."""

from dataclasses import replace
from datetime import date

import pytest

from app.models.ready_text import TemplateKind
from app.office import Office
from app.services import contents
from app.services.contents import TemplateFacts
from app.services.contents.placeholders import office_values
from app.services.errors import AlreadyThere, ChangedMeanwhile, InvalidValue, NotPermitted
from tests.content_desk import complete_form, made, seen, version
from tests.offices import Colleagues

NARRATIVE = TemplateFacts(
    "Mudik aman", TemplateKind.SINGLE_NARRATIVE, "Mudik aman dan nyaman. Patuhi petugas."
)


def test_a_group_keeps_each_hashtag_once_without_its_sign(office: Office) -> None:
    office.act(contents.keep_group, "Siaga", "#Siaga, Hujan  #Siaga")

    (group,) = office.read(contents.ready_texts).groups

    assert (group.name, group.tags, group.changed_by) == ("Siaga", ("Siaga", "Hujan"), "Teh Rina")


@pytest.mark.parametrize("tags", ["", "siaga!", "123", "#"])
def test_what_is_no_hashtag_is_refused(office: Office, tags: str) -> None:
    with pytest.raises(InvalidValue):
        office.act(contents.keep_group, "Siaga", tags)


def test_two_groups_have_two_names_and_a_retired_name_comes_back(office: Office) -> None:
    first = office.act(contents.keep_group, "Siaga", "Siaga")
    with pytest.raises(AlreadyThere):
        office.act(contents.keep_group, "Siaga", "Hujan")
    office.act(contents.retire_group, first, 1)

    assert office.act(contents.keep_group, "Siaga", "Hujan") == first
    assert office.read(contents.ready_texts).groups[0].tags == ("Hujan",)


def test_a_template_that_somebody_changed_meanwhile_is_not_overwritten(office: Office) -> None:
    key = office.act(contents.keep_template, replace(NARRATIVE, kind=TemplateKind.EVENT))
    office.act(contents.keep_template, replace(NARRATIVE, text="Lain"), template_id=key, seen=1)

    with pytest.raises(ChangedMeanwhile):
        office.act(contents.keep_template, NARRATIVE, template_id=key, seen=1)


def test_only_an_admin_keeps_them(office: Office, colleagues: Colleagues) -> None:
    colleagues.sit_down(office, "cecep")

    with pytest.raises(NotPermitted):
        office.act(contents.keep_template, NARRATIVE)


def test_what_is_known_is_filled_in_and_the_rest_is_named(office: Office) -> None:
    values = office.read(office_values) | contents.moment_values(date(2026, 11, 27), None)

    filled = contents.fill("{nama_kantor}, {tanggal}: {nama} {nama}", values)

    assert filled.text.endswith(", 27 November 2026: {nama} {nama}")
    assert filled.missing == ("nama",)
    assert not filled.text.startswith("{")


def test_a_placeholder_that_is_left_stands_in_the_way(office: Office) -> None:
    form = complete_form(office, text="Turut berdukacita atas wafatnya {nama}.")

    lacks = contents.lacks_to_finish(form, {}, alt_text_required=True)

    assert {(lack.code, lack.detail) for lack in lacks} == {("placeholder", "nama")}


def test_a_single_narrative_is_said_word_by_word(office: Office) -> None:
    key = office.act(contents.keep_template, NARRATIVE)
    content_id = made(office, text=NARRATIVE.text, narrative_id=key)
    form = seen(office, content_id).form

    with pytest.raises(InvalidValue):
        office.act(
            contents.change_content,
            content_id,
            version(office, content_id),
            replace(form, text="Mudik nyaman."),
        )

    assert seen(office, content_id).narrative == "Mudik aman"


def test_a_narrative_may_be_divided_but_not_be_said_otherwise_on_one_account(
    office: Office,
) -> None:
    key = office.act(contents.keep_template, NARRATIVE)
    content_id = made(office, text=NARRATIVE.text, narrative_id=key)
    form = seen(office, content_id).form
    facebook, x = form.variants
    thread = replace(x, text="Mudik aman dan nyaman. (1/2)\n---\nPatuhi petugas. (2/2)")

    office.act(
        contents.change_content,
        content_id,
        version(office, content_id),
        replace(form, variants=(facebook, thread)),
    )
    with pytest.raises(InvalidValue):
        office.act(
            contents.change_content,
            content_id,
            version(office, content_id),
            replace(form, variants=(replace(facebook, text="Mudik!"), thread)),
        )

    assert seen(office, content_id).form.variants[1].text == thread.text


def test_a_narrative_that_is_taken_off_sets_the_text_free(office: Office) -> None:
    key = office.act(contents.keep_template, NARRATIVE)
    content_id = made(office, text=NARRATIVE.text, narrative_id=key)
    form = seen(office, content_id).form

    office.act(
        contents.change_content,
        content_id,
        version(office, content_id),
        replace(form, text="Mudik.", narrative_id=None),
    )

    assert seen(office, content_id).form.text == "Mudik."


def test_a_link_gets_its_marks_in_one_form() -> None:
    link = contents.campaign_link(
        "HTTPS://Dishub.JabarProv.go.id/Berita?id=7&UTM_source=lama#isi",
        source="Instagram",
        medium="Media Sosial",
        campaign="Siaga Hujan 2026!",
    )

    assert link == (
        "https://dishub.jabarprov.go.id/Berita?id=7&utm_source=instagram"
        "&utm_medium=media-sosial&utm_campaign=siaga-hujan-2026#isi"
    )
    assert (
        contents.campaign_link(
            link, source="instagram", medium="media sosial", campaign="siaga hujan 2026"
        )
        == link
    )


@pytest.mark.parametrize("address", ["", "dishub", "ftp://a.id", "https://[", "javascript:1"])
def test_what_is_no_web_address_gets_none(address: str) -> None:
    with pytest.raises(InvalidValue):
        contents.campaign_link(address, source="x", medium="", campaign="")
