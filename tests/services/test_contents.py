"""The content desk: what is written, what is refused, what is kept of it."""

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.models.content import Category, ContentState
from app.models.hoax import HoaxKind, HoaxVerdict
from app.models.policy import PolicyKey
from app.models.variant import VariantState
from app.office import Office
from app.services import approvals, contents, policies
from app.services.contents import ContentForm, HoaxForm, LackCode, MediaForm, VariantForm
from app.services.errors import (
    AlreadyThere,
    BeforeLastEvent,
    ChangedMeanwhile,
    Incomplete,
    InvalidValue,
    NotPermitted,
    ReasonMissing,
    WrongState,
)
from app.services.links import LinkDoubt
from tests.content_desk import (
    SLOT,
    account_id,
    approved,
    complete_form,
    made,
    on_instagram,
    picture,
    seen,
    selected,
    version,
)
from tests.fixed_clock import FixedClock
from tests.offices import Colleagues


def test_a_new_idea_is_collected_with_its_author_and_reference(office: Office) -> None:
    content_id = made(office)

    view = seen(office, content_id)
    assert (view.reference, view.state) == ("KTN-2026-000001", ContentState.COLLECTED)
    assert view.authors == ("Teh Rina",)
    assert view.verified_by == "Teh Rina"
    assert view.form == complete_form(office)


def test_an_idea_needs_a_title(office: Office) -> None:
    with pytest.raises(InvalidValue) as refused:
        made(office, title="  ")

    assert (refused.value.field, refused.value.code) == ("title", "empty")


def test_an_official_writes_nothing(office: Office, colleagues: Colleagues) -> None:
    colleagues.sit_down(office, "tatang")

    with pytest.raises(NotPermitted):
        made(office)


def test_a_variant_goes_only_to_an_account_of_its_platform(office: Office) -> None:
    wrong = VariantForm(account_id(office, "x"), "instagram_reel")

    with pytest.raises(InvalidValue) as refused:
        made(office, variants=(wrong,))

    assert refused.value.field == "post_kind"


def test_variants_are_added_changed_and_taken_out(office: Office) -> None:
    content_id = made(office)
    tweet = VariantForm(account_id(office, "x"), "x", "Hujan rapat.", SLOT + timedelta(hours=2))
    post = on_instagram(office, MediaForm(picture(office), "Rak arsip"))

    form = complete_form(office, variants=(tweet, post))
    office.act(contents.change_content, content_id, version(office, content_id), form)

    assert set(seen(office, content_id).form.variants) == {tweet, post}


def test_saving_what_is_already_there_changes_nothing(office: Office) -> None:
    content_id = made(office)
    before = version(office, content_id)

    after = office.act(contents.change_content, content_id, before, complete_form(office))

    assert after == before


def test_the_second_of_two_people_saving_is_told(office: Office, colleagues: Colleagues) -> None:
    content_id = made(office)
    shown = version(office, content_id)
    colleagues.sit_down(office, "cecep")
    first = complete_form(office, title="Siaga arsip")
    office.act(contents.change_content, content_id, shown, first)

    with pytest.raises(ChangedMeanwhile) as refused:
        office.act(contents.change_content, content_id, shown, complete_form(office, text="Lain"))

    assert refused.value.reference == "KTN-2026-000001"
    view = seen(office, content_id)
    assert view.form.title == "Siaga arsip"
    assert view.authors == ("Teh Rina", "Kang Cecep")


def test_changing_only_a_variants_alt_text_counts_as_a_change(office: Office) -> None:
    asset_id = picture(office)
    content_id = made(office, variants=(on_instagram(office, MediaForm(asset_id)),))
    shown = version(office, content_id)

    form = complete_form(office, variants=(on_instagram(office, MediaForm(asset_id, "Rak")),))
    office.act(contents.change_content, content_id, shown, form)

    with pytest.raises(ChangedMeanwhile):
        office.act(contents.change_content, content_id, shown, complete_form(office))


def test_a_source_that_was_rewritten_is_verified_anew(
    office: Office, colleagues: Colleagues
) -> None:
    content_id = made(office)
    colleagues.sit_down(office, "cecep")

    form = complete_form(office, source="BPBD, 21 November 2026")
    office.act(contents.change_content, content_id, version(office, content_id), form)

    assert seen(office, content_id).verified_by == "Kang Cecep"


def test_submitting_needs_title_category_and_source(office: Office) -> None:
    content_id = made(office, category=None, source="")

    with pytest.raises(Incomplete) as refused:
        office.act(contents.submit, content_id, version(office, content_id))

    codes = [lack.code for lack in refused.value.problems]  # type: ignore[attr-defined]
    assert codes == [LackCode.NO_CATEGORY, LackCode.NO_SOURCE]


def test_the_agencys_own_category_needs_its_word(office: Office) -> None:
    content_id = made(office, category=Category.OTHER)

    with pytest.raises(Incomplete):
        office.act(contents.submit, content_id, version(office, content_id))


def test_what_waits_can_not_be_changed(office: Office) -> None:
    content_id = made(office)
    office.act(contents.submit, content_id, version(office, content_id))

    with pytest.raises(WrongState):
        office.act(
            contents.change_content,
            content_id,
            version(office, content_id),
            complete_form(office, text="Lain"),
        )


def test_a_variant_taken_out_after_the_selection_stays_in_what_was_selected(
    office: Office, colleagues: Colleagues
) -> None:
    content_id = made(office)
    selected(office, colleagues, content_id)
    revision = seen(office, content_id).revision_id
    only_x = (complete_form(office).variants[1],)

    form = complete_form(office, variants=only_x)
    office.act(contents.change_content, content_id, version(office, content_id), form)

    assert seen(office, content_id).form.variants == only_x
    assert revision is not None
    body = office.read(approvals.for_decision, revision).body
    assert [variant["platform"] for variant in body["variants"]] == ["facebook", "x"]


def test_finishing_needs_a_variant(office: Office, colleagues: Colleagues) -> None:
    content_id = made(office, variants=())
    selected(office, colleagues, content_id)

    with pytest.raises(Incomplete) as refused:
        office.act(contents.finish, content_id, version(office, content_id))

    assert [lack.code for lack in refused.value.problems] == [LackCode.NO_VARIANT]  # type: ignore[attr-defined]


def test_finishing_needs_every_variant_within_its_limits_and_alt_text(
    office: Office, colleagues: Colleagues
) -> None:
    variants = (
        VariantForm(account_id(office, "x"), "x", "a" * 294, SLOT),
        on_instagram(office),
        VariantForm(
            account_id(office, "facebook"),
            "facebook_page",
            None,
            SLOT,
            (MediaForm(picture(office)),),
        ),
    )
    content_id = made(office, variants=variants)
    selected(office, colleagues, content_id)

    with pytest.raises(Incomplete) as refused:
        office.act(contents.finish, content_id, version(office, content_id))

    found = [(lack.code, lack.where) for lack in refused.value.problems]  # type: ignore[attr-defined]
    assert found == [
        (LackCode.TEXT, "X (Twitter)"),
        (LackCode.MEDIA, "Instagram (feed)"),
        (LackCode.NO_ALT_TEXT, "Facebook (Halaman)"),
    ]


def test_alt_text_is_the_agencys_policy(office: Office, colleagues: Colleagues) -> None:
    office.act(policies.set_policy, PolicyKey.ALT_TEXT_REQUIRED, False)
    content_id = made(office, variants=(on_instagram(office, MediaForm(picture(office))),))
    selected(office, colleagues, content_id)

    office.act(contents.finish, content_id, version(office, content_id))

    assert seen(office, content_id).state is ContentState.READY


def test_a_cancelled_idea_keeps_its_reason(office: Office) -> None:
    content_id = made(office)

    with pytest.raises(ReasonMissing):
        office.act(contents.cancel, content_id, version(office, content_id), " ")
    office.act(contents.cancel, content_id, version(office, content_id), "Acara dibatalkan")

    view = seen(office, content_id)
    assert (view.state, view.closing_reason) == (ContentState.CANCELLED, "Acara dibatalkan")


def test_nothing_published_is_cancelled(
    office: Office, colleagues: Colleagues, clock: FixedClock
) -> None:
    content_id = made(office)
    approved(office, colleagues, content_id)
    clock.advance(days=8)
    tweet = seen(office, content_id).variants[1]
    office.act(contents.record_published, tweet.id, "https://x.com/dislitbudjabar/status/12")

    with pytest.raises(WrongState):
        office.act(contents.cancel, content_id, version(office, content_id), "Keliru")


def test_a_publication_needs_an_approval(office: Office) -> None:
    content_id = made(office)
    tweet = seen(office, content_id).variants[1]

    with pytest.raises(WrongState) as refused:
        office.act(contents.record_published, tweet.id, "https://x.com/dislitbudjabar/status/12")

    assert refused.value.reference == "KTN-2026-000001"


def test_the_link_proves_the_publication_at_its_planned_moment(
    office: Office, colleagues: Colleagues, clock: FixedClock
) -> None:
    content_id = made(office)
    approved(office, colleagues, content_id)
    clock.advance(days=8)
    tweet = seen(office, content_id).variants[1]

    office.act(
        contents.record_published, tweet.id, " https://twitter.com/dislitbudjabar/status/12?s=20 "
    )

    row = seen(office, content_id).variants[1]
    assert row.state is VariantState.PUBLISHED
    assert row.proof_url == "https://twitter.com/dislitbudjabar/status/12?s=20"
    assert row.published_at == SLOT


def test_a_doubtful_link_is_kept_only_if_the_person_insists(
    office: Office, colleagues: Colleagues
) -> None:
    content_id = made(office)
    approved(office, colleagues, content_id)
    tweet = seen(office, content_id).variants[1]

    with pytest.raises(contents.DoubtfulLink) as refused:
        office.act(contents.record_published, tweet.id, "https://x.com/tetangga/status/12")
    office.act(
        contents.record_published,
        tweet.id,
        "https://x.com/tetangga/status/12",
        despite_doubt=True,
    )

    assert refused.value.doubt is LinkDoubt.OTHER_ACCOUNT
    assert seen(office, content_id).variants[1].state is VariantState.PUBLISHED


def test_what_is_no_address_proves_nothing_however_one_insists(
    office: Office, colleagues: Colleagues
) -> None:
    content_id = made(office)
    approved(office, colleagues, content_id)
    tweet = seen(office, content_id).variants[1]

    with pytest.raises(contents.DoubtfulLink):
        office.act(contents.record_published, tweet.id, "sudah tayang", despite_doubt=True)


def test_one_link_proves_one_publication(office: Office, colleagues: Colleagues) -> None:
    content_id = made(office)
    approved(office, colleagues, content_id)
    facebook, tweet = seen(office, content_id).variants
    link = "https://x.com/dislitbudjabar/status/12"
    office.act(contents.record_published, tweet.id, link)

    with pytest.raises(AlreadyThere):
        office.act(contents.record_published, facebook.id, link + "?s=20", despite_doubt=True)


def test_nothing_was_published_tomorrow(office: Office, colleagues: Colleagues) -> None:
    content_id = made(office)
    approved(office, colleagues, content_id)
    tweet = seen(office, content_id).variants[1]

    with pytest.raises(BeforeLastEvent):
        office.act(
            contents.record_published,
            tweet.id,
            "https://x.com/dislitbudjabar/status/12",
            published_at=SLOT,
        )


def test_an_unsure_outcome_is_settled_by_the_link_or_skipped(
    office: Office, colleagues: Colleagues
) -> None:
    content_id = made(office)
    approved(office, colleagues, content_id)
    facebook, tweet = seen(office, content_id).variants
    office.act(contents.record_unknown, facebook.id)
    office.act(contents.record_unknown, tweet.id)

    office.act(contents.record_published, tweet.id, "https://x.com/dislitbudjabar/status/12")
    office.act(contents.skip, facebook.id, "Halaman terkunci")

    rows = seen(office, content_id).variants
    assert [row.state for row in rows] == [VariantState.SKIPPED, VariantState.PUBLISHED]
    assert rows[0].closing_reason == "Halaman terkunci"


def test_what_was_taken_down_stays_on_record(office: Office, colleagues: Colleagues) -> None:
    content_id = made(office)
    approved(office, colleagues, content_id)
    tweet = seen(office, content_id).variants[1]
    office.act(contents.record_published, tweet.id, "https://x.com/dislitbudjabar/status/12")

    office.act(contents.withdraw, tweet.id, "Salah tanggal")

    row = seen(office, content_id).variants[1]
    assert (row.state, row.closing_reason) == (VariantState.WITHDRAWN, "Salah tanggal")
    assert row.proof_url == "https://x.com/dislitbudjabar/status/12"


def test_only_an_admin_records_a_publication(office: Office, colleagues: Colleagues) -> None:
    content_id = made(office)
    approved(office, colleagues, content_id)
    colleagues.sit_down(office, "dede")
    tweet = seen(office, content_id).variants[1]

    with pytest.raises(NotPermitted):
        office.act(contents.record_published, tweet.id, "https://x.com/dislitbudjabar/status/12")


def test_moving_keeps_the_time_of_day_and_moving_back_undoes_it(office: Office) -> None:
    content_id = made(office)
    friday, monday = date(2026, 11, 27), date(2026, 11, 30)

    moved = office.act(contents.move, content_id, version(office, content_id), friday, monday)

    there = [row.planned_at for row in seen(office, content_id).variants]
    assert there == [SLOT + timedelta(days=3)] * 2
    office.act(contents.move, content_id, moved.version, monday, friday)
    assert [row.planned_at for row in seen(office, content_id).variants] == [SLOT, SLOT]


def test_only_what_is_planned_on_that_day_moves(office: Office) -> None:
    later = VariantForm(account_id(office, "x"), "x", None, SLOT + timedelta(days=1))
    content_id = made(office, variants=(complete_form(office).variants[0], later))

    office.act(
        contents.move,
        content_id,
        version(office, content_id),
        date(2026, 11, 27),
        date(2026, 11, 26),
    )

    facebook, tweet = seen(office, content_id).variants
    assert facebook.planned_at == SLOT - timedelta(days=1)
    assert tweet.planned_at == SLOT + timedelta(days=1)


def test_an_undated_idea_takes_the_day_and_no_time(office: Office) -> None:
    content_id = made(office, planned_at=None, variants=())

    moved = office.act(
        contents.move, content_id, version(office, content_id), None, date(2026, 12, 1)
    )

    view = seen(office, content_id)
    assert (view.form.planned_on, view.form.planned_at) == (date(2026, 12, 1), None)
    assert view.state is ContentState.COLLECTED
    office.act(contents.move, content_id, moved.version, date(2026, 12, 1), None)
    assert seen(office, content_id).form.planned_on is None


def test_moving_keeps_an_approval_unless_the_agency_says_otherwise(
    office: Office, colleagues: Colleagues
) -> None:
    content_id = made(office)
    approved(office, colleagues, content_id)
    friday, monday = date(2026, 11, 27), date(2026, 11, 30)

    kept = office.act(contents.move, content_id, version(office, content_id), friday, monday)
    office.act(policies.set_policy, PolicyKey.MOVE_VOIDS_APPROVAL, True)
    fallen = office.act(contents.move, content_id, kept.version, monday, friday)

    assert (kept.approval_is_void, fallen.approval_is_void) == (False, True)
    view = seen(office, content_id)
    assert view.state is ContentState.EDITING
    assert [line.is_void for line in view.decisions] == [False, True]


def test_what_was_typed_is_let_go_once_it_is_saved(office: Office) -> None:
    content_id = made(office)
    subject = contents.DRAFT_SUBJECT
    shown = version(office, content_id)
    office.act(approvals.save_draft, subject, content_id, shown, {"title": "Baru"})

    form = complete_form(office, title="Baru")
    office.act(contents.change_content, content_id, shown, form)

    assert office.actor is not None
    assert office.actor.id is not None
    assert office.read(approvals.draft_of, office.actor.id, subject, content_id) is None


def test_what_was_typed_comes_back_with_what_is_known_of_its_pictures(office: Office) -> None:
    content_id = made(office)
    asset_id = picture(office)
    form = complete_form(office, variants=(on_instagram(office, MediaForm(asset_id, "Rak")),))
    shown = version(office, content_id)
    body = contents.draft_body(form)
    office.act(approvals.save_draft, contents.DRAFT_SUBJECT, content_id, shown, body)

    assert office.actor is not None
    assert office.actor.id is not None
    found = office.read(contents.composition, content_id, office.actor.id, office.now())

    assert found.typed is not None
    assert (found.typed.form, found.typed.base_version) == (form, shown)
    assert found.attached[asset_id].title == "Gambar 1"
    assert found.view is not None
    assert found.view.form == complete_form(office)


def test_a_category_given_after_approval_voids_nothing(
    office: Office, colleagues: Colleagues
) -> None:
    content_id = made(office, variants=(on_instagram(office, MediaForm(picture(office), "Rak")),))
    approved(office, colleagues, content_id)
    before = seen(office, content_id)
    colleagues.sit_down(office, "cecep")

    office.act(
        contents.categorise, content_id, before.version, Category.OTHER, own_category="Literasi"
    )

    view = seen(office, content_id)
    assert (view.form.category, view.form.own_category) == (Category.OTHER, "Literasi")
    assert view.state is ContentState.APPROVED
    colleagues.sit_down(office, "wulan")
    link = "https://www.instagram.com/p/DAbCdEfGhIj/"
    office.act(contents.record_published, view.variants[0].id, link)
    assert seen(office, content_id).variants[0].state is VariantState.PUBLISHED


def test_what_was_published_is_categorised_whatever_became_of_it(
    office: Office, colleagues: Colleagues
) -> None:
    """The annual report counts it, so its line there can be cleared."""
    medium = MediaForm(picture(office), "Rak")
    content_id = made(office, variants=(on_instagram(office, medium),))
    approved(office, colleagues, content_id)
    variant = seen(office, content_id).variants[0].id
    link = "https://www.instagram.com/p/DAbCdEfGhIj/"
    office.act(contents.record_published, variant, link)
    office.act(contents.withdraw, variant, "Salah foto")

    office.act(contents.categorise, content_id, version(office, content_id), Category.CURRENT_ISSUE)

    assert seen(office, content_id).form.category is Category.CURRENT_ISSUE


def person_id(office: Office) -> int:
    """Who sits at the PC."""
    assert office.actor is not None
    assert office.actor.id is not None
    return office.actor.id


def save_draft(office: Office, content_id: int, form: ContentForm) -> None:
    """Keep what is typed, as the window does after a pause."""
    body = contents.draft_body(form)
    office.act(approvals.save_draft, contents.DRAFT_SUBJECT, content_id, 1, body)


def test_drafts_are_found_again_by_their_title_and_only_by_who_typed_them(
    office: Office, colleagues: Colleagues, clock: FixedClock
) -> None:
    content_id = made(office)
    save_draft(office, 0, ContentForm("Ide di jalan"))
    clock.advance(hours=1)
    save_draft(office, content_id, complete_form(office, title="Judul lain"))

    mine = office.read(contents.unsaved, person_id(office))
    colleagues.sit_down(office, "wulan")
    hers = office.read(contents.unsaved, person_id(office))

    assert [(it.content_id, it.reference, it.title) for it in mine] == [
        (content_id, "KTN-2026-000001", "Judul lain"),
        (0, "", "Ide di jalan"),
    ]
    assert hers == []


def test_a_draft_of_what_can_not_be_edited_any_more_is_not_offered(
    office: Office, colleagues: Colleagues
) -> None:
    content_id = made(office)
    save_draft(office, content_id, complete_form(office, title="Terlambat"))

    office.act(contents.submit, content_id, version(office, content_id))

    assert office.read(contents.unsaved, person_id(office)) == []


def test_rights_that_nobody_filled_in_are_told_and_hinder_nothing(office: Office) -> None:
    known = picture(office, 1, rights_unlimited=True)
    unknown = picture(office, 2)
    media = (MediaForm(known, "Rak"), MediaForm(unknown, "Peta"))
    content_id = made(office, variants=(on_instagram(office, *media),))
    view = seen(office, content_id)

    lacks = contents.lacks_to_finish(view.form, view.attached, alt_text_required=True)

    assert [(lack.code, lack.detail, lack.is_refusal) for lack in lacks] == [
        (LackCode.RIGHTS_UNKNOWN, 2, False)
    ]


def test_a_cancelled_content_keeps_its_category(office: Office) -> None:
    content_id = made(office)
    office.act(contents.cancel, content_id, version(office, content_id), "Acara batal")

    with pytest.raises(WrongState):
        office.act(contents.categorise, content_id, version(office, content_id), Category.DISASTER)


HOAX = HoaxForm("Stiker wajib", "Nomor surat tidak ada", HoaxKind.IMPOSTER, HoaxVerdict.FALSE)


def test_the_explanation_of_a_hoax_rests_on_claim_evidence_kind_and_verdict(
    office: Office,
) -> None:
    form = complete_form(office, category=Category.HOAX_EXPLANATION)

    without = contents.lacks_to_finish(form, {}, alt_text_required=True)
    filled = contents.lacks_to_finish(replace(form, hoax=HOAX), {}, alt_text_required=True)

    assert [lack.code for lack in without if lack.is_refusal] == [
        LackCode.NO_CLAIM,
        LackCode.NO_EVIDENCE,
        LackCode.NO_HOAX_KIND,
        LackCode.NO_VERDICT,
    ]
    assert filled == ()


def test_what_a_hoax_explanation_rests_on_and_who_helps_is_kept(office: Office) -> None:
    content_id = made(office, hoax=HOAX, influencers=("Kang Asep", "Teh Ocoh", "Kang Asep"))
    form = seen(office, content_id).form

    office.act(
        contents.change_content,
        content_id,
        version(office, content_id),
        replace(form, hoax=replace(HOAX, claim="Stiker Rp150.000"), influencers=("Teh Ocoh",)),
    )

    assert form.influencers == ("Kang Asep", "Teh Ocoh")
    after = seen(office, content_id)
    assert (after.form.hoax.claim, after.form.influencers) == ("Stiker Rp150.000", ("Teh Ocoh",))
    assert after.version > 1


def test_a_draft_keeps_all_that_a_form_holds(office: Office) -> None:
    form = complete_form(office, hoax=HOAX, influencers=("Kang Asep",), narrative_id=3)

    assert contents.typed_form(json.loads(json.dumps(contents.draft_body(form)))) == form
