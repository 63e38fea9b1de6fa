"""Publishing by hand: what is due, posts set on platforms, material, recap, another moment."""

from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from app.models.content import Category
from app.models.pause import PauseScope
from app.models.policy import PolicyKey
from app.office import Office
from app.services import assets, contents, home, pausing, policies, publishing
from app.services.contents import MediaForm, VariantForm
from app.services.errors import (
    AlreadyThere,
    ChangedMeanwhile,
    InvalidValue,
    NotFound,
    NotPermitted,
    WrongState,
)
from app.services.home import NeedKind
from app.services.pausing import Reach
from app.services.platforms import compose_address
from app.services.publishing import MediaDamaged, UndoReason
from app.services.store import BytesMissing
from tests.content_desk import (
    SLOT,
    account_id,
    approved,
    complete_form,
    made,
    on_instagram,
    picture,
    seen,
    version,
)
from tests.fixed_clock import FixedClock
from tests.offices import Colleagues

SUITE = "Meta Business Suite"
LINK = "https://x.com/dislitbudjabar/status/1987654321098765432"


@pytest.fixture
def planned(office: Office, colleagues: Colleagues) -> int:
    """Approved for Friday at 11 on Facebook and X."""
    content_id = made(office)
    approved(office, colleagues, content_id)
    return content_id


def variants(office: Office, content_id: int) -> dict[str, int]:
    return {row.platform: row.id for row in seen(office, content_id).variants}


def due(office: Office) -> list[str]:
    return [slot.platform for slot in office.read(publishing.due, office.now())]


def undo_reasons(office: Office) -> list[UndoReason]:
    return [undo.reason for undo in office.read(publishing.to_undo, office.now())]


def kinds(office: Office) -> list[NeedKind]:
    actor = office.actor
    assert actor is not None
    return [need.kind for need in office.read(home.needs, actor, office.now())]


def set_on_facebook(office: Office, content_id: int) -> int:
    variant_id = variants(office, content_id)["facebook"]
    return office.act(publishing.set_on_platform, variant_id, SUITE, SLOT)


# What is due


def test_due_is_what_goes_out_today_and_what_was_missed(
    office: Office, clock: FixedClock, planned: int
) -> None:
    before = due(office)
    clock.now = SLOT - timedelta(hours=2)
    today = due(office)
    clock.now = SLOT + timedelta(days=3)

    assert before == []
    assert today == ["facebook", "x"]
    assert due(office) == ["facebook", "x"]


def test_what_nobody_approved_is_never_due(office: Office, clock: FixedClock) -> None:
    made(office)
    clock.now = SLOT + timedelta(hours=1)

    assert due(office) == []


def test_a_missed_slot_is_settled_by_link_skip_unknown_or_another_moment(
    office: Office, colleagues: Colleagues, clock: FixedClock, planned: int
) -> None:
    other = made(office)
    approved(office, colleagues, other)
    clock.now = SLOT + timedelta(hours=1)
    ours, theirs = variants(office, planned), variants(office, other)

    office.act(contents.record_published, ours["x"], LINK)
    office.act(contents.skip, ours["facebook"], "Keburu lewat")
    office.act(contents.record_unknown, theirs["x"])
    office.act(
        contents.replan,
        theirs["facebook"],
        version(office, other),
        office.now() + timedelta(days=1),
    )

    left = office.read(publishing.due, office.now())
    assert [(slot.variant_id, str(slot.state)) for slot in left] == [(theirs["x"], "unknown")]


def test_another_moment_is_to_come_and_of_what_was_shown(
    office: Office, clock: FixedClock, planned: int
) -> None:
    clock.now = SLOT + timedelta(hours=1)
    variant_id = variants(office, planned)["x"]

    with pytest.raises(InvalidValue):
        office.act(contents.replan, variant_id, version(office, planned), SLOT)
    with pytest.raises(ChangedMeanwhile):
        office.act(contents.replan, variant_id, 1, office.now() + timedelta(hours=1))


def test_another_moment_voids_the_approval_where_the_agency_says_so(
    office: Office, clock: FixedClock, planned: int
) -> None:
    office.act(policies.set_policy, PolicyKey.MOVE_VOIDS_APPROVAL, True)
    clock.now = SLOT + timedelta(hours=1)

    moved = office.act(
        contents.replan,
        variants(office, planned)["x"],
        version(office, planned),
        office.now() + timedelta(days=1),
    )

    assert moved.approval_is_void
    assert seen(office, planned).state == "editing"


# Set on the platform itself


def test_a_post_set_on_the_platform_agrees_with_the_plan_until_something_changes(
    office: Office, planned: int
) -> None:
    set_on_facebook(office, planned)

    assert undo_reasons(office) == []


def test_once_its_moment_has_passed_the_link_is_asked_for(
    office: Office, clock: FixedClock, planned: int
) -> None:
    set_on_facebook(office, planned)
    clock.now = SLOT + timedelta(minutes=10)

    assert sorted(kinds(office)) == [NeedKind.LINK, NeedKind.MISSED]


@pytest.mark.parametrize("how", ["pause", "move", "reopen", "skip", "cancel", "publish", "remove"])
def test_what_stops_the_plan_lists_the_post_to_cancel_there(
    office: Office, colleagues: Colleagues, planned: int, how: str
) -> None:
    set_on_facebook(office, planned)
    expected = stop(office, planned, how)

    (undo,) = office.read(publishing.to_undo, office.now())

    assert undo.reason is expected
    assert (undo.place, undo.set_for, undo.set_by) == (SUITE, SLOT, "Teh Rina")
    assert kinds(office)[0] is NeedKind.UNDO


def stop(office: Office, content_id: int, how: str) -> UndoReason:
    from app.services import approvals

    facebook = variants(office, content_id)["facebook"]
    shown = version(office, content_id)
    match how:
        case "pause":
            office.act(pausing.pause, Reach(PauseScope.ALL), "Longsor")
            return UndoReason.PAUSED
        case "move":
            office.act(contents.replan, facebook, shown, SLOT + timedelta(days=1))
            return UndoReason.MOVED
        case "reopen":
            office.act(approvals.reopen_content, content_id, shown, "Salah tanggal")
            return UndoReason.NOT_APPROVED
        case "skip":
            office.act(contents.skip, facebook, "Tidak perlu")
            return UndoReason.SKIPPED
        case "cancel":
            office.act(contents.cancel, content_id, shown, "Batal")
            return UndoReason.CANCELLED
        case "publish":
            link = "https://www.facebook.com/DislitbudJabar/posts/pfbid0Abcdefgh"
            office.act(contents.record_published, facebook, link)
            return UndoReason.PUBLISHED
        case _:
            office.act(approvals.reopen_content, content_id, shown, "Tanpa Facebook")
            on_x = VariantForm(account_id(office, "x"), "x", None, SLOT)
            form = complete_form(office, variants=(on_x,))
            office.act(contents.change_content, content_id, version(office, content_id), form)
            return UndoReason.TAKEN_OUT


def test_ticked_off_it_is_gone_and_may_be_scheduled_anew(office: Office, planned: int) -> None:
    schedule = set_on_facebook(office, planned)
    with pytest.raises(AlreadyThere):
        set_on_facebook(office, planned)

    office.act(publishing.undo_on_platform, schedule)

    with pytest.raises(NotFound):
        office.act(publishing.undo_on_platform, schedule)
    assert set_on_facebook(office, planned) != schedule


def test_only_what_may_go_out_is_scheduled_there_for_a_moment_to_come_by_an_admin(
    office: Office, colleagues: Colleagues, planned: int
) -> None:
    idea = variants(office, made(office))["facebook"]
    facebook = variants(office, planned)["facebook"]

    with pytest.raises(WrongState):
        office.act(publishing.set_on_platform, idea, SUITE, SLOT)
    with pytest.raises(InvalidValue):
        office.act(publishing.set_on_platform, facebook, " ", SLOT)
    with pytest.raises(InvalidValue):
        office.act(publishing.set_on_platform, facebook, SUITE, office.now())
    colleagues.sit_down(office, "cecep")
    with pytest.raises(NotPermitted):
        office.act(publishing.set_on_platform, facebook, SUITE, SLOT)


# Material


def picture_of(office: Office, colour: str) -> int:
    """A real picture in the store; returns the key of its asset."""
    stream = BytesIO()
    Image.new("RGB", (320, 400), colour).save(stream, "JPEG")
    stream.seek(0)
    arrived = office.library.take_in(stream, f"final_banget_{colour}.JPG")
    (added,) = office.act(assets.add_assets, (arrived,))
    return added.id


@pytest.fixture
def pictured(office: Office, colleagues: Colleagues) -> int:
    """Approved: two pictures on Instagram, the second of them on Facebook too."""
    red, blue = picture_of(office, "red"), picture_of(office, "blue")
    both = (MediaForm(red, "Halaman merah"), MediaForm(blue, "Halaman biru"))
    facebook = account_id(office, "facebook")
    content_id = made(
        office,
        variants=(
            on_instagram(office, *both),
            VariantForm(facebook, "facebook_page", "Naskah Facebook", SLOT, both[1:]),
        ),
    )
    approved(office, colleagues, content_id)
    return content_id


def test_material_has_the_text_of_the_account_and_media_under_neutral_names(
    office: Office, pictured: int
) -> None:
    keys = variants(office, pictured)

    on_facebook = office.read(publishing.material, keys["facebook"])
    on_instagram = office.read(publishing.material, keys["instagram"])

    assert on_facebook.text == "Naskah Facebook"
    assert on_instagram.text.startswith("Hujan mulai rapat")
    assert [medium.name for medium in on_instagram.media] == [
        "KTN-2026-000001-1.jpg",
        "KTN-2026-000001-2.jpg",
    ]
    assert [medium.name for medium in on_facebook.media] == ["KTN-2026-000001-2.jpg"]
    assert on_facebook.media[0].alt_text == "Halaman biru"
    assert on_facebook.revision_code == seen(office, pictured).revision_code


def test_media_lie_in_one_folder_of_the_content_byte_for_byte(
    office: Office, pictured: int, tmp_path: Path
) -> None:
    keys = variants(office, pictured)
    for platform in ("facebook", "instagram"):
        wanted = office.read(publishing.material, keys[platform])
        folder = publishing.lay_out(office.assets, wanted, tmp_path / "tayang")

    assert sorted(file.name for file in folder.iterdir()) == [
        "KTN-2026-000001-1.jpg",
        "KTN-2026-000001-2.jpg",
    ]
    for medium in wanted.media:
        kept = office.assets.path(medium.sha256).read_bytes()
        assert (folder / medium.name).read_bytes() == kept


def test_a_file_that_was_changed_in_the_folder_is_written_anew(
    office: Office, pictured: int, tmp_path: Path
) -> None:
    wanted = office.read(publishing.material, variants(office, pictured)["facebook"])
    folder = publishing.lay_out(office.assets, wanted, tmp_path)
    (folder / wanted.media[0].name).write_bytes(b"dipotong")

    publishing.lay_out(office.assets, wanted, tmp_path)

    kept = office.assets.path(wanted.media[0].sha256).read_bytes()
    assert (folder / wanted.media[0].name).read_bytes() == kept


def test_damaged_bytes_are_never_handed_out(office: Office, pictured: int, tmp_path: Path) -> None:
    wanted = office.read(publishing.material, variants(office, pictured)["facebook"])
    stored = office.assets.path(wanted.media[0].sha256)
    stored.write_bytes(stored.read_bytes() + b"!")

    with pytest.raises(MediaDamaged):
        publishing.lay_out(office.assets, wanted, tmp_path)
    stored.unlink()
    with pytest.raises(BytesMissing):
        publishing.lay_out(office.assets, wanted, tmp_path)

    assert list((tmp_path / wanted.reference).iterdir()) == []


def test_the_page_to_write_on_is_the_platforms_and_the_accounts_server() -> None:
    assert compose_address("x", "dislitbudjabar") == "https://x.com/compose/post"
    assert compose_address("mastodon", "dinas@mastodon.social") == (
        "https://mastodon.social/publish"
    )
    assert compose_address("mediawiki", "DinasJabar") is None


# Proof and recap


def test_a_screenshot_stays_beside_the_link(
    office: Office, clock: FixedClock, planned: int
) -> None:
    clock.now = SLOT + timedelta(minutes=14)
    screenshot = picture(office, 7)
    variant_id = variants(office, planned)["x"]

    office.act(contents.record_published, variant_id, LINK, proof_asset_id=screenshot)

    row = next(row for row in seen(office, planned).variants if row.id == variant_id)
    assert row.proof_asset_id == screenshot
    assert row.took == timedelta(minutes=14)


def test_a_screenshot_that_is_not_there_proves_nothing(
    office: Office, clock: FixedClock, planned: int
) -> None:
    clock.now = SLOT + timedelta(minutes=14)

    with pytest.raises(NotFound):
        office.act(
            contents.record_published, variants(office, planned)["x"], LINK, proof_asset_id=999
        )


def test_the_recap_names_links_by_campaign_and_what_has_none_last(
    office: Office, colleagues: Colleagues, clock: FixedClock, planned: int
) -> None:
    other = made(
        office, title="Hari *Guru* Nasional", campaign="Guru Jabar", category=Category.POLICY
    )
    approved(office, colleagues, other)
    clock.now = SLOT + timedelta(minutes=5)
    office.act(contents.record_published, variants(office, planned)["x"], LINK)
    office.act(contents.record_published, variants(office, other)["x"], LINK[:-1] + "9")

    told = office.read(publishing.recap, date(2026, 11, 27), date(2026, 11, 27))

    assert told.links == 2
    assert told.text == (
        "Yth. Bapak/Ibu,\n"
        "berikut rekap tayangan media sosial Dinas Literasi dan Warisan Budaya, "
        "Jumat, 27 November 2026:\n\n"
        "*Guru Jabar*\n• Hari Guru Nasional\n"
        f"  X (Twitter) dislitbudjabar (11.00 WIB): {LINK[:-1]}9\n\n"
        "*Lainnya*\n• Siaga arsip musim hujan\n"
        f"  X (Twitter) dislitbudjabar (11.00 WIB): {LINK}\n\n"
        "Mohon berkenan membantu menyebarluaskan. Terima kasih."
    )
    assert office.read(publishing.recap, date(2026, 11, 26), date(2026, 11, 26)).links == 0
