"""Files are taken into an office: history as it was, all or nothing, and never twice."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.models.account import Account
from app.models.agency import Agency, AgencyKind
from app.models.answer import Answer
from app.models.base import Base
from app.models.clock import Clock
from app.models.comment import Citizen, Comment, Tone
from app.models.content import Content, ContentState
from app.models.gate import Decision, Revision
from app.models.imports import ImportKind, ImportRow, ImportRun
from app.models.inquiry import Inquiry, InquiryOrigin, InquiryState
from app.models.measurement import Measure, Measurement
from app.models.person import Assignment, AssignmentMember, Duty, Person, PersonRole
from app.models.referral import Referral, ReferralState
from app.models.roles import DECIDERS, Role
from app.models.variant import Variant, VariantState
from app.office import Office
from app.resources import resource
from app.services.errors import Cancelled, NotPermitted
from app.services.importing.errors import ColumnsMissing, NotRecognised, UnknownField
from app.services.importing.foreign import read_foreign
from app.services.importing.judged import NoteCode
from app.services.importing.previewing import Preview, preview, report_of
from app.services.importing.taking import Taken, take
from app.services.reading.process import ReaderProcess
from app.services.transaction import Transaction
from tests.offices import Colleagues

DEMO = resource("demo")
PLAN = DEMO / "rencana-konten-2026.xlsx"
INQUIRIES = DEMO / "pertanyaan-2026.csv"
Previewing = Callable[..., Preview]
Importing = Callable[..., Taken]


@pytest.fixture
def office(sqlite_office: Office) -> Office:
    """On SQLite alone; the same files go into both databases in `test_taking_databases`."""
    return sqlite_office


@pytest.fixture
def previewed(office: Office) -> Iterator[Previewing]:
    """What taking a file into the office would do."""
    with ReaderProcess() as reader:

        def previewing(
            file: Path, kind: ImportKind | None = None, mapping: Mapping[str, str] | None = None
        ) -> Preview:
            return office.read(preview, read_foreign(reader, file), kind, mapping)

        yield previewing


@pytest.fixture
def imported(office: Office, previewed: Previewing) -> Importing:
    """A file that is taken in."""
    return lambda *about: office.act(take, previewed(*about))


def count(session: Session, table: type[Base]) -> int:
    return session.scalar(select(func.count()).select_from(table)) or 0


def states(session: Session, column: Any) -> dict[Any, int]:
    return dict(session.execute(select(column, func.count()).group_by(column)).all())


def listed(folder: Path, *lines: str) -> Path:
    (folder / "daftar.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder / "daftar.csv"


def test_a_plan_becomes_history_and_no_approval_is_invented(
    office: Office, imported: Importing
) -> None:
    taken = imported(PLAN)

    assert taken.accepted == 141
    assert office.read(states, Content.state) == {
        ContentState.RECORDED: 129,
        ContentState.READY: 3,
        ContentState.COLLECTED: 8,
        ContentState.RETURNED: 1,
    }
    assert office.read(states, Variant.state) == {
        VariantState.PUBLISHED: 284,
        VariantState.PLANNED: 29,
    }
    assert office.read(count, Decision) == 0


def test_published_history_has_its_moment_and_its_proof(
    office: Office, imported: Importing
) -> None:
    imported(PLAN)

    def published(session: Session) -> tuple[datetime | None, int]:
        keys = select(func.count()).where(Variant.post_key.is_not(None))
        first = select(Variant.published_at).where(
            Variant.post_key == "https://x.com/dishubjbrcontoh/status/2684528000509811079"
        )
        return session.scalar(first), session.scalar(keys) or 0

    moment, with_link = office.read(published)
    assert moment == datetime(2026, 1, 9, 3, 0, tzinfo=UTC)
    assert with_link == 244


def test_a_returned_row_keeps_its_reason_and_what_waits_can_be_decided_on(
    office: Office, imported: Importing
) -> None:
    imported(PLAN)

    def waiting(session: Session) -> tuple[list[str | None], int]:
        returned = select(Content.returned_reason).where(Content.state == ContentState.RETURNED)
        ready = (
            select(func.count(Revision.id.distinct()))
            .join(Content, Content.id == Revision.content_id)
            .where(Content.state == ContentState.READY)
        )
        return list(session.scalars(returned)), session.scalar(ready) or 0

    assert office.read(waiting) == (["angka pungli minta dicek lagi"], 3)


def test_a_category_that_nobody_decided_stays_open(office: Office, imported: Importing) -> None:
    imported(PLAN)

    def undecided(session: Session) -> Counter[str | None]:
        words = select(Content.category_word).where(Content.category.is_(None))
        return Counter(session.scalars(words))

    assert office.read(undecided) == {"Hari besar": 25, "Tips": 5, None: 1}


def test_a_platform_without_an_account_gets_a_stand_in_that_a_list_completes(
    office: Office, previewed: Previewing, imported: Importing
) -> None:
    made = {n.facts["platform"] for n in previewed(PLAN).notes if n.code is NoteCode.ACCOUNT_MADE}

    imported(PLAN)
    imported(DEMO / "akun-resmi.xlsx")

    def handles(session: Session) -> list[tuple[str, str]]:
        query = select(Account.platform, Account.handle).order_by(Account.id)
        return [(platform, handle) for platform, handle in session.execute(query)]

    assert made == {"threads", "wordpress", "whatsapp", "tiktok", "linkedin"}
    found = office.read(handles)
    assert ("tiktok", "dishubjabar.contoh") in found
    assert ("tiktok", "tiktok") not in found
    assert len([pair for pair in found if pair[0] == "tiktok"]) == 1


def test_answered_inquiries_are_closed_and_no_clock_runs(
    office: Office, imported: Importing
) -> None:
    imported(INQUIRIES)

    def history(session: Session) -> tuple[int, int, set[InquiryOrigin], set[datetime | None]]:
        return (
            count(session, Clock),
            count(session, Decision),
            set(session.scalars(select(Inquiry.origin))),
            set(session.scalars(select(Inquiry.attention_at))),
        )

    assert office.read(states, Inquiry.state) == {
        InquiryState.CLOSED: 341,
        InquiryState.RECEIVED: 54,
    }
    assert office.read(history) == (0, 0, {InquiryOrigin.IMPORTED}, {None})


def test_comments_of_inquiries_have_their_tone_and_their_citizen(
    office: Office, imported: Importing
) -> None:
    imported(INQUIRIES)

    def enjang(session: Session) -> int:
        query = select(func.count(Comment.id)).join(Citizen, Citizen.id == Comment.citizen_id)
        return session.scalar(query.where(Citizen.handle == "Enjang Koswandi")) or 0

    assert office.read(states, Comment.tone) == {
        Tone.POSITIVE: 56,
        Tone.NEUTRAL: 69,
        Tone.NEGATIVE: 97,
        None: 173,
    }
    assert office.read(count, Comment) == 395
    assert office.read(enjang) == 6


def test_referrals_of_history_are_marked_and_their_agencies_are_known(
    office: Office, previewed: Previewing, imported: Importing
) -> None:
    added = [n.facts["name"] for n in previewed(INQUIRIES).notes if n.code is NoteCode.AGENCY_MADE]

    imported(INQUIRIES)

    def referred(session: Session) -> tuple[set[bool], dict[str, int], AgencyKind | None]:
        by_agency = (
            select(Agency.short_name, func.count())
            .join(Referral, Referral.agency_id == Agency.id)
            .group_by(Agency.short_name)
        )
        return (
            set(session.scalars(select(Referral.is_history))),
            dict(session.execute(by_agency).all()),
            session.scalar(select(Agency.kind).where(Agency.short_name == "Dishub Kota Bandung")),
        )

    marks, by_agency, kind = office.read(referred)
    assert marks == {True}
    assert sum(by_agency.values()) == 81
    assert (by_agency["DBMPR"], by_agency["Polda Jabar"], by_agency["Kota Bandung"]) == (9, 5, 2)
    assert kind is AgencyKind.CITY
    assert "DBMPR" not in added
    assert "KAI" in added
    assert ReferralState.SENT in office.read(states, Referral.state)


def test_people_come_with_roles_and_the_order_that_appoints_them(
    office: Office, imported: Importing
) -> None:
    imported(DEMO / "pegawai.xlsx")

    def staff(session: Session) -> tuple[Assignment, set[Duty], set[Role], int]:
        order = session.scalars(select(Assignment)).one()
        duties = set(session.scalars(select(AssignmentMember.duty)))
        head = select(PersonRole.role).join(Person).where(Person.nip == "197003141996031004")
        users = select(func.count()).where(
            Person.nip.is_not(None), Person.sign_in_name.is_not(None)
        )
        return order, duties, set(session.scalars(head)), session.scalar(users) or 0

    order, duties, roles, users = office.read(staff)
    assert (order.number, order.signed_on) == ("0117/800.1.11.1/Sekre", date(2026, 1, 12))
    assert duties == set(Duty)
    assert roles == {Role.HEAD}
    assert users == 0


def test_a_list_completes_what_is_blank_and_keeps_what_differs(
    tmp_path: Path, office: Office, previewed: Previewing, imported: Importing
) -> None:
    file = listed(
        tmp_path,
        "Nama;NIP;Jabatan;HP",
        "Rina Marlina, S.I.Kom.;199304122019032005;Pranata Humas;0812-0000-0001",
    )
    imported(file)
    other = listed(tmp_path, "Nama;NIP;Jabatan", "Rina Marlina;199304122019032005;Kepala Seksi")

    shown = previewed(other)

    assert (len(shown.good), len(shown.changed)) == (0, 1)
    assert [(d.field, d.theirs, d.ours) for d in shown.changed[0].differences] == [
        ("name", "Rina Marlina", "Rina Marlina, S.I.Kom."),
        ("position", "Kepala Seksi", "Pranata Humas"),
    ]

    def rinas(session: Session) -> list[tuple[str | None, str | None]]:
        query = select(Person.position, Person.phone).where(Person.nip.is_not(None))
        return [(position, phone) for position, phone in session.execute(query)]

    assert office.read(rinas) == [("Pranata Humas", "0812-0000-0001")]


def test_a_preview_that_is_taken_twice_writes_once(office: Office, previewed: Previewing) -> None:
    shown = previewed(INQUIRIES)
    office.act(take, shown)

    again = office.act(take, shown)

    assert again.accepted == 0
    assert office.read(count, Inquiry) == 395


def test_a_row_that_changed_is_shown_and_ours_is_kept(
    tmp_path: Path, office: Office, previewed: Previewing, imported: Importing
) -> None:
    header = "Tanggal;Jam;Kanal;Judul;Caption;Status"
    imported(listed(tmp_path, header, "2/1/2026;9.00;IG;Apel;Teks lama;Draf"))

    shown = previewed(listed(tmp_path, header, "2/1/2026;9.00;IG;Apel;Teks baru;Tayang"))
    office.act(take, shown)

    assert [(d.field, d.theirs, d.ours) for d in shown.changed[0].differences] == [
        ("text", "Teks baru", "Teks lama"),
        ("status", "recorded", "collected"),
    ]
    assert office.read(lambda session: session.scalars(select(Content.text)).all()) == ["Teks lama"]


def test_two_posts_of_one_day_and_title_are_two(
    tmp_path: Path, office: Office, previewed: Previewing, imported: Importing
) -> None:
    header = "Tanggal;Jam;Kanal;Judul;Caption;Status"
    morning, evening = "2/1/2026;9.00;IG;Lalin;pagi;Draf", "2/1/2026;17.00;IG;Lalin;sore;Draf"
    imported(listed(tmp_path, header, morning, evening))

    shown = previewed(
        listed(tmp_path, header, evening, morning, "2/1/2026;20.00;X;Lalin;malam;Draf")
    )

    assert (len(shown.duplicates), len(shown.changed), len(shown.good)) == (2, 0, 1)


def test_newer_figures_take_the_place_of_older_ones(
    tmp_path: Path, office: Office, previewed: Previewing, imported: Importing
) -> None:
    header = "Post id,Date,Post text,Post Link,Impressions,Likes"
    post = '12345,"Fri, Nov 20, 2026",halo,https://x.com/dislitbudjabar/status/12345'
    imported(listed(tmp_path, header, f"{post},100,7"))

    shown = previewed(listed(tmp_path, header, f"{post},250,"))
    taken = office.act(take, shown)

    def figures(session: Session) -> dict[Measure, float]:
        query = select(Measurement.measure, Measurement.value)
        return dict(session.execute(query).all())

    assert (taken.accepted, taken.renewed) == (0, 1)
    assert office.read(figures) == {Measure.IMPRESSIONS: 250, Measure.LIKES: 7}


def test_figures_find_their_post_by_link_or_by_day_and_text(
    office: Office, imported: Importing
) -> None:
    imported(PLAN)
    imported(DEMO / "analytics" / "Jan-01-2026_Nov-20-2026_1190027700012345.csv")

    def posts(session: Session) -> tuple[int, int, float]:
        known = select(func.count(Measurement.post_key.distinct()))
        shares = select(func.sum(Measurement.value)).where(Measurement.measure == Measure.SHARES)
        return (
            session.scalar(known) or 0,
            session.scalar(known.where(Measurement.variant_id.is_(None))) or 0,
            session.scalar(shares) or 0,
        )

    everything, unknown, shares = office.read(posts)
    assert everything == 77
    assert shares == 1464
    assert unknown < 20


def test_a_mapping_by_hand_is_remembered(
    tmp_path: Path, previewed: Previewing, imported: Importing
) -> None:
    file = listed(tmp_path, "Kapan;Di mana;Judul;Warna", "2/1/2026;IG;Apel;biru")
    mapping = {"Kapan": "day", "Di mana": "channels", "Warna": ""}
    imported(file, None, mapping)

    shown = previewed(listed(tmp_path, "KAPAN;Di Mana;Judul;warna", "3/1/2026;IG;Rapat;merah"))

    assert shown.kind is ImportKind.PLAN
    assert (len(shown.good), shown.judged.unknown) == (1, ())


def test_a_table_of_no_known_kind_is_named_with_its_headers(
    tmp_path: Path, previewed: Previewing
) -> None:
    file = listed(tmp_path, "Anggaran 2026", "Kode;Uraian;Pagu", "5.1;Belanja;1000", "5.2;Lain;5")

    with pytest.raises(NotRecognised) as refused:
        previewed(file)

    assert refused.value.headers == ("Kode", "Uraian", "Pagu")


def test_missing_columns_are_named(tmp_path: Path, previewed: Previewing) -> None:
    file = listed(tmp_path, "Tanggal;Judul;Di mana", "2/1/2026;Apel;IG")

    with pytest.raises(ColumnsMissing) as refused:
        previewed(file, ImportKind.PLAN)

    assert refused.value.missing == ("channels",)
    assert refused.value.headers == ("Di mana",)


def test_a_mapping_to_a_field_that_does_not_exist_is_refused(
    tmp_path: Path, previewed: Previewing
) -> None:
    file = listed(tmp_path, "Tanggal;Judul;Kanal", "2/1/2026;Apel;IG")

    with pytest.raises(UnknownField) as refused:
        previewed(file, ImportKind.PLAN, {"Judul": "heading"})

    assert "title" in refused.value.fields


def test_only_an_admin_takes_files_in(
    office: Office, previewed: Previewing, colleagues: Colleagues
) -> None:
    shown = previewed(DEMO / "jawaban-standar.xlsx")
    colleagues.sit_down(office, "dede")

    with pytest.raises(NotPermitted):
        office.act(take, shown)

    assert office.read(count, ImportRun) == 0


def test_a_stopped_import_leaves_nothing(office: Office, previewed: Previewing) -> None:
    shown = previewed(INQUIRIES)

    def stop(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        office.act(take, shown, stop)

    for table in (Inquiry, Comment, Citizen, Answer, Referral, ImportRun, ImportRow):
        assert office.read(count, table) == 0


def test_one_event_tells_of_an_import_and_holds_no_text_of_the_file(
    office: Office, imported: Importing
) -> None:
    told: list[frozenset[str]] = []
    office.on_change(told.append)

    imported(INQUIRIES)

    def event(session: Session) -> list[str]:
        from app.models.audit import AuditEvent

        query = select(AuditEvent).where(AuditEvent.act == "import_file")
        return [repr(vars(found)) for found in session.scalars(query)]

    (kept,) = office.read(event)
    assert "Gedebage" not in kept
    assert told[-1] >= {"inquiry", "comment", "answer", "referral", "import_run"}


def test_the_report_of_a_preview_is_what_the_command_line_prints(previewed: Previewing) -> None:
    report = report_of(previewed(PLAN))

    assert (report["file"], report["kind"], report["rows"]) == (
        "rencana-konten-2026.xlsx",
        "plan",
        149,
    )
    assert (report["accepted"], report["duplicates"], report["changed"]) == (141, 0, 0)
    assert report["rejected"][0] == {
        "sheet": "TW I",
        "row": 35,
        "column": "Tanggal",
        "value": "31 Februari 2026",
        "reason": "tanggal tidak terbaca: 31 Februari 2026",
    }


def test_an_act_may_take_several_files_in_at_once(office: Office, previewed: Previewing) -> None:
    shown = [previewed(DEMO / name) for name in ("pegawai.xlsx", "jawaban-standar.xlsx")]

    def take_all(tx: Transaction) -> int:
        return sum(take(tx, each).accepted for each in shown)

    assert office.act(take_all) == 37


def test_a_list_of_staff_says_before_who_gets_which_role(
    office: Office, previewed: Previewing
) -> None:
    shown = previewed(DEMO / "pegawai.xlsx")

    deciders = {name for name, role in shown.roles_given if role in DECIDERS}
    assert "Dr. H. Wawan Gumilar Natadikara, S.T., M.T." in deciders
    assert len(deciders) == 4
    office.act(take, shown)
    assert previewed(DEMO / "pegawai.xlsx").roles_given == ()
