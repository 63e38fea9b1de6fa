"""The asset desk: the same bytes once, facts and rights, where an asset is used, thumbnails."""

import io
import os
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PIL import Image
from sqlalchemy import select

from app.models.account import Account
from app.models.asset import AssetKind, RightsState
from app.models.audit import AuditEvent
from app.models.content import Content
from app.models.variant import Variant, VariantMedia, VariantState
from app.office import Office
from app.resources import resource
from app.services import asset_uses, assets
from app.services.asset_library import files_below
from app.services.asset_uses import ContentRow
from app.services.assets import AddedAsset, AssetFacts, AssetSearch
from app.services.contents.forms import ContentForm, VariantForm
from app.services.contents.writing import make_content
from app.services.errors import Cancelled, ChangedMeanwhile, InvalidValue, NotPermitted
from app.services.platforms import post_kinds
from app.services.reading.errors import FileRefused, Refusal
from app.services.reading.media import NoPreview
from app.services.store import BytesMissing
from app.services.transaction import Transaction
from tests.fixed_clock import FixedClock
from tests.offices import Colleagues

MEDIA = resource("demo", "media")
TODAY = date(2026, 11, 20)


def no_progress(_done: int, _total: int) -> None:
    pass


def bring(office: Office, *names: str) -> list[AddedAsset]:
    """Take demo files into the library."""
    taken = office.library.take_in_all([MEDIA / name for name in names], no_progress)
    assert taken.refused == ()
    return office.act(assets.add_assets, taken.arrivals)


def row_of(office: Office, asset_id: int) -> assets.AssetRow:
    return office.read(assets.assets_by_id, [asset_id])[asset_id]


@pytest.fixture
def cat(sqlite_office: Office) -> int:
    """A photo in the library, nothing typed in about it yet."""
    return bring(sqlite_office, "si-oyen-terminal.jpg")[0].id


def test_a_photo_becomes_an_asset_with_its_facts(office: Office) -> None:
    added = bring(office, "IMG_20260105_073412.jpg")[0]

    detail = office.read(assets.asset, added.id)

    assert detail is not None
    row = detail.row
    assert (added.is_new, row.reference) == (True, "AST-2026-000001")
    assert (row.kind, row.format) == (AssetKind.PICTURE, "image/jpeg")
    assert (row.width, row.height) == (1620, 1215)
    assert row.title == "IMG_20260105_073412"
    assert detail.taken_at == datetime(2026, 1, 5, 0, 34, 12, tzinfo=UTC)
    assert detail.has_position
    assert detail.added_by == "Teh Rina"


@pytest.mark.parametrize(
    ("name", "kind", "no_preview"),
    [
        ("reels-helm-anak-9x16.mp4", AssetKind.VIDEO, None),
        ("poster-angkutan-lebaran.pdf", AssetKind.DOCUMENT, NoPreview.KIND),
        ("feed-rebo-nyunda.psd", AssetKind.OTHER, None),
        ("logo-dishub-contoh.svg", AssetKind.OTHER, NoPreview.KIND),
    ],
)
def test_what_a_file_is_decides_its_content(
    sqlite_office: Office, name: str, kind: AssetKind, no_preview: NoPreview | None
) -> None:
    added = bring(sqlite_office, name)[0]

    row = row_of(sqlite_office, added.id)

    assert (row.kind, row.no_preview) == (kind, no_preview)


def test_the_same_bytes_are_one_asset_whatever_their_name(office: Office, tmp_path: Path) -> None:
    first = bring(office, "si-oyen-terminal.jpg")[0]
    copy = tmp_path / "WhatsApp Image.jpeg"
    copy.write_bytes((MEDIA / "si-oyen-terminal.jpg").read_bytes())

    taken = office.library.take_in_all([copy, copy], no_progress)
    again = office.act(assets.add_assets, taken.arrivals)

    assert [(entry.id, entry.is_new) for entry in again] == [(first.id, False)] * 2
    assert again[0].title == "si-oyen-terminal"
    assert office.read(assets.asset_figures, TODAY).count == 1


def test_several_files_are_one_event_with_their_number(office: Office) -> None:
    bring(office, "si-oyen-terminal.jpg", "kopi-bareng-sopir.jpg")

    acts = office.read(
        lambda session: session.scalars(
            select(AuditEvent.act).where(AuditEvent.subject == "asset")
        ).all()
    )

    assert acts == ["add_assets"]


def test_a_bad_file_is_named_and_does_not_stop_the_rest(office: Office, tmp_path: Path) -> None:
    fake = tmp_path / "undangan.jpg"
    fake.write_text("bukan gambar", encoding="utf-8")
    cut = tmp_path / "potong.jpg"
    cut.write_bytes((MEDIA / "si-oyen-terminal.jpg").read_bytes()[:9000])
    gone = tmp_path / "hilang.jpg"

    taken = office.library.take_in_all(
        [fake, MEDIA / "kopi-bareng-sopir.jpg", cut, gone], no_progress
    )

    assert [arrival.file_name for arrival in taken.arrivals] == ["kopi-bareng-sopir.jpg"]
    reasons = {
        refused.file_name: refused.error.reason
        for refused in taken.refused
        if isinstance(refused.error, FileRefused)
    }
    assert reasons == {
        "undangan.jpg": Refusal.NO_MEDIA,
        "potong.jpg": Refusal.DAMAGED,
        "hilang.jpg": Refusal.MISSING,
    }


def test_stopping_leaves_no_asset(sqlite_office: Office) -> None:
    def stop_at_the_second(done: int, _total: int) -> None:
        if done == 1:
            raise Cancelled

    files = [MEDIA / "si-oyen-terminal.jpg", MEDIA / "kopi-bareng-sopir.jpg"]

    with pytest.raises(Cancelled):
        sqlite_office.library.take_in_all(files, stop_at_the_second)

    assert sqlite_office.read(assets.asset_figures, TODAY).count == 0


def test_a_picture_without_a_file_comes_in_too(sqlite_office: Office) -> None:
    pasted = io.BytesIO()
    Image.new("RGB", (300, 200), "navy").save(pasted, "PNG")
    pasted.seek(0)

    arrival = sqlite_office.library.take_in(pasted, "tempelan.png")
    added = sqlite_office.act(assets.add_assets, [arrival])[0]

    assert (row_of(sqlite_office, added.id).width, added.title) == (300, "tempelan")


def test_bytes_that_no_asset_names_are_swept_once_they_are_old(sqlite_office: Office) -> None:
    added = bring(sqlite_office, "kopi-bareng-sopir.jpg")[0]
    kept = row_of(sqlite_office, added.id).sha256
    orphan = sqlite_office.library.take_in(MEDIA / "si-oyen-terminal.jpg", "a.jpg").sha256
    for sha256 in (kept, orphan):
        os.utime(sqlite_office.assets.path(sha256), (0, 0))

    swept = sqlite_office.sweep()

    assert swept == [orphan]
    assert sqlite_office.assets.exists(kept)


def test_folders_bring_what_people_see_in_them(tmp_path: Path) -> None:
    for name in ("b.jpg", "a.jpg", "dalam/c.png", ".git/d.png", "Thumbs.db", "dalam/.DS_Store"):
        file = tmp_path / "folder" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"x")
    single = tmp_path / "e.mp4"
    single.write_bytes(b"x")

    found = files_below([tmp_path / "folder", single])

    names = [file.relative_to(tmp_path).as_posix() for file in found]
    assert names == ["folder/a.jpg", "folder/b.jpg", "folder/dalam/c.png", "e.mp4"]


def test_an_official_can_not_add(office: Office, colleagues: Colleagues) -> None:
    arrival = office.library.take_in(MEDIA / "si-oyen-terminal.jpg", "a.jpg")
    colleagues.sit_down(office, "tatang")

    with pytest.raises(NotPermitted):
        office.act(assets.add_assets, [arrival])

    assert office.read(assets.asset_figures, TODAY).count == 0


def test_typed_facts_are_kept_and_found(office: Office) -> None:
    added = bring(office, "si-oyen-terminal.jpg")[0]
    facts = AssetFacts(
        title="Si Oyen",
        alt_text="Kucing oranye di peron terminal",
        creator="Kang Dede",
        rights_holder="Dislitbud",
        licence="Izin tertulis 12/2026",
        rights_until=date(2027, 3, 1),
    )

    office.act(assets.change_asset, added.id, 1, facts)

    detail = office.read(assets.asset, added.id)
    assert detail is not None
    assert (detail.row.title, detail.row.version) == ("Si Oyen", 2)
    assert (detail.row.alt_text, detail.creator) == (facts.alt_text, facts.creator)
    assert (detail.rights_holder, detail.licence) == (facts.rights_holder, facts.licence)
    page = office.read(assets.asset_page, AssetSearch("KUCING peron"), TODAY)
    assert [row.id for row in page.rows] == [added.id]
    assert office.read(assets.asset_page, AssetSearch("anjing"), TODAY).rows == ()


def test_a_form_that_a_colleague_overtook_is_refused(sqlite_office: Office, cat: int) -> None:
    sqlite_office.act(assets.change_asset, cat, 1, AssetFacts("Si Oyen"))

    with pytest.raises(ChangedMeanwhile):
        sqlite_office.act(assets.change_asset, cat, 1, AssetFacts("Kucing"))


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        (AssetFacts("  "), "title"),
        (AssetFacts("a", rights_until=TODAY, rights_unlimited=True), "rights_until"),
    ],
)
def test_facts_that_can_not_be_are_refused(
    sqlite_office: Office, cat: int, facts: AssetFacts, field: str
) -> None:
    with pytest.raises(InvalidValue) as refused:
        sqlite_office.act(assets.change_asset, cat, 1, facts)

    assert refused.value.field == field


RIGHTS: list[tuple[AssetFacts, RightsState]] = [
    (AssetFacts("a"), RightsState.UNKNOWN),
    (AssetFacts("a", licence="Foto: Komunitas Jelajah Cianjur"), RightsState.UNKNOWN),
    (AssetFacts("a", rights_unlimited=True), RightsState.CLEAR),
    (AssetFacts("a", rights_until=TODAY - timedelta(days=1)), RightsState.ENDED),
    (AssetFacts("a", rights_until=TODAY), RightsState.ENDING),
    (AssetFacts("a", rights_until=TODAY + timedelta(days=90)), RightsState.ENDING),
    (AssetFacts("a", rights_until=TODAY + timedelta(days=91)), RightsState.CLEAR),
]


def test_rights_read_the_same_in_the_row_the_filter_and_the_figures(office: Office) -> None:
    names = [file.name for file in sorted(MEDIA.iterdir())][: len(RIGHTS)]
    added = bring(office, *names)
    for entry, (facts, _state) in zip(added, RIGHTS, strict=True):
        office.act(assets.change_asset, entry.id, 1, facts)

    expected = {entry.id: state for entry, (_facts, state) in zip(added, RIGHTS, strict=True)}
    figures = office.read(assets.asset_figures, TODAY)
    for state in RightsState:
        wanted = {key for key, found in expected.items() if found is state}
        page = office.read(assets.asset_page, AssetSearch(rights=state), TODAY)
        assert {row.id for row in page.rows} == wanted
        assert {row.rights(TODAY) for row in page.rows} == {state}
        assert figures.by_rights[state] == len(wanted)


def test_figures_count_files_and_bytes(office: Office) -> None:
    names = ("si-oyen-terminal.jpg", "kopi-bareng-sopir.jpg", "poster-angkutan-lebaran.pdf")
    bring(office, *names)

    figures = office.read(assets.asset_figures, TODAY)

    assert figures.count == 3
    assert figures.size == sum((MEDIA / name).stat().st_size for name in names)
    assert figures.by_kind == {AssetKind.PICTURE: 2, AssetKind.DOCUMENT: 1}


def test_pages_go_through_the_library_without_a_gap(office: Office, clock: FixedClock) -> None:
    names = [file.name for file in sorted(MEDIA.iterdir())]
    older = bring(office, *names[:5])
    clock.advance(minutes=1)
    newer = bring(office, *names[5:8])

    seen: list[int] = []
    page = office.read(assets.asset_page, AssetSearch(), TODAY, None, 3)
    seen += [row.id for row in page.rows]
    while page.after is not None:
        page = office.read(assets.asset_page, AssetSearch(), TODAY, page.after, 3)
        seen += [row.id for row in page.rows]

    assert page.total == 8
    assert seen == [entry.id for entry in (*reversed(newer), *reversed(older))]


def test_only_wanted_kinds_are_shown(office: Office) -> None:
    bring(office, "si-oyen-terminal.jpg", "reels-helm-anak-9x16.mp4", "logo-dishub-contoh.svg")
    wanted = AssetSearch(kinds=frozenset({AssetKind.PICTURE, AssetKind.VIDEO}))

    page = office.read(assets.asset_page, wanted, TODAY)

    assert {row.title for row in page.rows} == {"si-oyen-terminal", "reels-helm-anak-9x16"}


def use(tx: Transaction, asset_id: int, state: VariantState, moment: datetime) -> None:
    account = tx.session.scalars(select(Account).where(Account.platform == "instagram")).one()
    content = Content(reference=f"KTN-{moment:%d%m%Y}", title="Pustaka keliling", created_at=tx.now)
    published = moment if state is VariantState.PUBLISHED else None
    variant = Variant(
        content=content,
        account=account,
        post_kind="feed",
        state=state,
        planned_at=moment,
        published_at=published,
        proof_url="https://instagram.com/p/a" if published else None,
    )
    variant.media.append(VariantMedia(asset_id=asset_id))
    tx.session.add(content)


def test_an_asset_tells_where_it_is_used_and_which_use_comes_too_late(office: Office) -> None:
    added = bring(office, "si-oyen-terminal.jpg")[0]
    facts = AssetFacts("Si Oyen", rights_until=date(2026, 12, 31))
    office.act(assets.change_asset, added.id, 1, facts)
    published = datetime(2026, 11, 18, 3, tzinfo=UTC)
    planned = datetime(2027, 1, 5, 3, tzinfo=UTC)
    office.act(use, added.id, VariantState.PUBLISHED, published)
    office.act(use, added.id, VariantState.PLANNED, planned)

    detail = office.read(assets.asset, added.id)

    assert detail is not None
    assert detail.row.uses == 2
    assert [found.moment for found in detail.uses] == [planned, published]
    assert {found.platform for found in detail.uses} == {"instagram"}
    late = [found.is_after_rights(detail.row.rights_until) for found in detail.uses]
    assert late == [True, False]


def planned_content(office: Office) -> ContentRow:
    """A content with one planned variant for Instagram."""
    account = office.read(
        lambda session: session.scalars(
            select(Account.id).where(Account.platform == "instagram")
        ).one()
    )
    variant = VariantForm(account, post_kinds("instagram")[0].key)
    office.act(make_content, ContentForm("Pustaka keliling", variants=(variant,)))
    return office.read(asset_uses.contents_to_use_in, "PUSTAKA")[0]


def test_a_picture_goes_into_a_content_with_its_alt_text(office: Office) -> None:
    added = bring(office, "si-oyen-terminal.jpg")[0]
    office.act(assets.change_asset, added.id, 1, AssetFacts("Si Oyen", alt_text="Kucing oranye"))
    content = planned_content(office)

    attached = office.act(asset_uses.attach_to_content, added.id, content.id, content.version)

    assert attached == 1
    media = office.read(
        lambda session: session.execute(select(VariantMedia.asset_id, VariantMedia.alt_text)).all()
    )
    assert media == [(added.id, "Kucing oranye")]
    assert row_of(office, added.id).uses == 1


def test_a_picture_is_not_put_twice_into_one_variant(sqlite_office: Office, cat: int) -> None:
    content = planned_content(sqlite_office)
    sqlite_office.act(asset_uses.attach_to_content, cat, content.id, content.version)
    now = sqlite_office.read(asset_uses.contents_to_use_in, "")[0]

    with pytest.raises(InvalidValue) as refused:
        sqlite_office.act(asset_uses.attach_to_content, cat, now.id, now.version)

    assert refused.value.code == "nothing_to_attach"


def test_a_design_is_not_put_into_a_content(sqlite_office: Office) -> None:
    added = bring(sqlite_office, "feed-rebo-nyunda.psd")[0]
    content = planned_content(sqlite_office)

    with pytest.raises(InvalidValue) as refused:
        sqlite_office.act(asset_uses.attach_to_content, added.id, content.id, content.version)

    assert refused.value.code == "not_postable"


def test_an_unknown_asset_is_none(sqlite_office: Office) -> None:
    assert sqlite_office.read(assets.asset, 4711) is None


def test_a_thumbnail_lies_ready_and_is_made_anew_when_thrown_away(
    sqlite_office: Office, cat: int
) -> None:
    sha256 = row_of(sqlite_office, cat).sha256
    ready = sqlite_office.library.thumbnail(sha256)
    empty(sqlite_office.folder / "cache")

    made = sqlite_office.library.thumbnail(sha256)

    assert isinstance(ready, bytes)
    assert made == ready
    assert max(Image.open(io.BytesIO(ready)).size) == 512


def test_what_can_not_be_drawn_is_remembered_and_not_tried_again(sqlite_office: Office) -> None:
    added = bring(sqlite_office, "logo-dishub-contoh.svg")[0]
    sha256 = row_of(sqlite_office, added.id).sha256
    stored = sqlite_office.assets.path(sha256)
    stored.unlink()  # who tried again would now say that the bytes are missing

    assert sqlite_office.library.thumbnail(sha256) is NoPreview.KIND


def test_a_thumbnail_of_missing_bytes_is_said_to_be_missing(
    sqlite_office: Office, cat: int
) -> None:
    sha256 = row_of(sqlite_office, cat).sha256
    empty(sqlite_office.folder / "cache")
    sqlite_office.assets.path(sha256).unlink()

    with pytest.raises(BytesMissing):
        sqlite_office.library.thumbnail(sha256)


def test_damaged_bytes_are_remembered_until_they_are_healed(
    sqlite_office: Office, cat: int
) -> None:
    sha256 = row_of(sqlite_office, cat).sha256
    stored = sqlite_office.assets.path(sha256)
    whole = stored.read_bytes()
    empty(sqlite_office.folder / "cache")
    stored.write_bytes(whole[:5000])

    damaged = sqlite_office.library.thumbnail(sha256)
    bring(sqlite_office, "si-oyen-terminal.jpg")
    healed = sqlite_office.library.thumbnail(sha256)

    assert damaged is NoPreview.DAMAGED
    assert isinstance(healed, bytes)
    assert stored.read_bytes() == whole


def empty(folder: Path) -> None:
    for file in folder.rglob("*"):
        if file.is_file():
            file.unlink()
