"""An office in which every text that anybody can type or bring in is hostile."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

import openpyxl
from PIL import Image

from app.models.account import MediaKind
from app.models.agency import AgencyKind
from app.models.comment import Tone
from app.models.content import Category
from app.models.gate import Means, Verdict
from app.models.imports import ImportKind
from app.models.limits import CONTENT_TITLE, LINE
from app.models.person import Duty, SigningMode
from app.models.policy import PolicyKey
from app.models.report import ObstacleSide, Part
from app.office import Office
from app.services import (
    accounts,
    agencies,
    approvals,
    assets,
    assignments,
    comments,
    contents,
    deputies,
    inquiries,
    people,
    policies,
    publishing,
    referrals,
    reports,
    standard_answers,
)
from app.services.accounts import AccountFacts
from app.services.agencies import AgencyFacts
from app.services.approvals import Note
from app.services.assets import AssetFacts
from app.services.assignments import AssignmentFacts, MemberFacts
from app.services.comments import Arrival, post_at
from app.services.contents import ContentForm, MediaForm, VariantForm
from app.services.ethics import ALL_LETTERS
from app.services.importing.foreign import read_foreign
from app.services.importing.previewing import preview
from app.services.importing.taking import take
from app.services.inquiries import HandOver, Reception
from app.services.people import PersonFacts
from app.services.reading.process import ReaderProcess
from app.services.referrals import Incoming
from app.services.reports import RecommendationFacts
from app.services.standard_answers import StandardAnswerFacts
from tests.content_desk import version
from tests.fixed_clock import FixedClock
from tests.offices import Colleagues, Template

# What HTML, ReportLab, format strings and templates would read as more than letters …
MARKUP = "<b>tebal</b> &amp; & <img src=x onerror=1> <para> {{0}} %s %(name)s"
# … and what fonts and the direction of writing stumble over; the override ends where it began.
SCRIPTS = "\u202eterbalik\u202c 😀👍🏽 مرحبا ᮞᮥᮔ᮪ᮓ"
FORMULA_SIGNS = "=+-@"
ENDLESS = "w" * 5_000
_LONG_BY_NATURE = ("-c", "-catatan", "-jawaban", "-judul", "-naskah", "-pesan", "komentar-1")
POST = "https://www.instagram.com/p/Bahaya/"
# What Instagram takes; more can't be finished.
_TEXT_LIMIT, _ALT_LIMIT = 2_200, 1_000

Words = Callable[[str], str]  # the text for a field, which holds the field's name


def hostile(field: str) -> str:
    """Markup and foreign scripts; it begins as a formula does."""
    sign = FORMULA_SIGNS[sum(map(ord, field)) % len(FORMULA_SIGNS)]
    return f"{sign}{field} {MARKUP} {SCRIPTS}"


def endless(field: str) -> str:
    """A word that no line holds; in what may be long by its nature one that no page holds."""
    return f"{field} {ENDLESS if field.endswith(_LONG_BY_NATURE) else ENDLESS[:300]}"


def _filled(words: str) -> str:
    """Of what goes out: a placeholder that nobody filled in would be refused there."""
    return words.replace("{{x}}", "{{ x }}")


def fill(office: Office, colleagues: Colleagues, words: Words, folder: Path) -> None:
    """Let the office's people do all their acts, with these words in every field.

    `folder` is for the files that are brought in. Teh Rina sits at the PC in the end.
    """
    colleagues.sit_down(office, "rina")
    desk = _Desk(office, colleagues, words, folder)
    desk.know_the_agency()
    desk.employ()
    desk.give_orders()
    desk.open_accounts()
    desk.bring_a_picture()
    desk.plan_contents()
    desk.note_a_decision()
    desk.serve_citizens()
    desk.read_comments()
    desk.write_the_report()
    desk.import_a_plan()


@dataclass
class _Desk:
    """All desks at once; each method fills the aggregates of one."""

    office: Office
    colleagues: Colleagues
    words: Words
    folder: Path
    account: int = 0
    picture: int = 0
    agency: int = 0

    @property
    def _today(self) -> date:
        return self.office.now().date()

    def _by(self, name: str, act: Callable[..., object], *args: object) -> None:
        self.colleagues.sit_down(self.office, name)
        self.office.act(act, *args)
        self.colleagues.sit_down(self.office, "rina")

    # Kantor

    def know_the_agency(self) -> None:
        own = self.office.read(agencies.own_agency)
        facts = self._agency("instansi", own.kind)
        self.office.act(agencies.change_own_agency, own.version, facts, "a4")
        asked = self._agency("tujuan", AgencyKind.REGIONAL_AGENCY)
        self.agency = self.office.act(agencies.add_agency, asked)

    def _agency(self, of: str, kind: AgencyKind) -> AgencyFacts:
        return AgencyFacts(
            kind,
            self.words(f"{of}-nama"),
            self.words(f"{of}-singkat"),
            code=self.words(f"{of}-kode"),
            head_title=self.words(f"{of}-jabatan"),
            town=self.words(f"{of}-kota"),
            address=self.words(f"{of}-alamat"),
            phone=self.words(f"{of}-telepon"),
            email=self.words(f"{of}-surel"),
            site=self.words(f"{of}-laman"),
            area=self.words(f"{of}-wilayah"),
            contact_name=self.words(f"{of}-narahubung"),
            contact_means=self.words(f"{of}-cara"),
        )

    def employ(self) -> None:
        for row in self.office.read(people.people):
            facts = PersonFacts(
                self.words(f"orang-{row.id}"),
                self.words("sapaan"),
                self.words(f"panggilan-{row.id}"),
                None,
                row.civil_servant_kind,
                self.words("pangkat"),
                self.words("golongan"),
                self.words("jabatan"),
                self.words("telepon"),
            )
            self.office.act(people.change_person, row.id, row.version, facts)
        self.staff = {str(row.sign_in_name): row for row in self.office.read(people.people)}
        official, deputy = self.staff["tatang"].id, self.staff["neneng"].id
        first = self._today - timedelta(days=1)
        deputed = (official, deputy, SigningMode.PLH, first, self._today, self.words("dasar-plh"))
        self.office.act(deputies.appoint_deputy, *deputed)

    def give_orders(self) -> None:
        given = (
            ("rina", Duty.ADMIN),
            ("dede", Duty.GRAPHIC_DESIGN),
            ("cecep", Duty.CREATIVE_TEAM),
            ("tatang", Duty.RESPONSIBLE_OFFICIAL),
        )
        members = tuple(
            MemberFacts(self.staff[name].id, duty, self.words(f"tugas-{name}"))
            for name, duty in given
        )
        facts = AssignmentFacts(
            members,
            number=self.words("nomor-surat"),
            signed_on=self._today,
            signer_name=self.words("penanda-tangan"),
            signer_title=self.words("jabatan-penanda"),
            signer_rank=self.words("pangkat-penanda"),
            signer_nip=self.words("nip-penanda"),
            town=self.words("kota"),
            basis=(self.words("dasar-surat"),),
            copies_to=(self.words("tembusan"),),
        )
        self.office.act(assignments.draw_up, facts)

    def open_accounts(self) -> None:
        facts = AccountFacts(
            "instagram",
            self.words("akun"),
            MediaKind.MEDIA_SHARING,
            self.words("nama-akun"),
            self.words("alamat-akun"),
            self.words("sasaran-akun"),
            responsible_id=self.staff["rina"].id,
        )
        self.account = self.office.act(accounts.add_account, facts)
        designated = (self.words("nomor-penunjukan"), self._today, self.words("penunjuk"))
        self.office.act(accounts.record_designation, self.account, 1, *designated)

    # Aset, Kalender, Persetujuan

    def bring_a_picture(self) -> None:
        file = self.folder / "gambar.png"
        Image.new("RGB", (1080, 1350), "teal").save(file)
        arrival = self.office.library.take_in(file, self.words("berkas")[:200] + ".png")
        (added,) = self.office.act(assets.add_assets, [arrival])
        self.picture = added.id
        facts = AssetFacts(
            self.words("aset"),
            self.words("teks-alternatif-aset")[:_ALT_LIMIT],
            self.words("pencipta"),
            self.words("pemegang-hak"),
            self.words("lisensi"),
            None,
            rights_unlimited=True,
        )
        self.office.act(assets.change_asset, self.picture, 1, facts)

    def _form(self, of: str, **changed: object) -> ContentForm:
        variant = VariantForm(
            self.account,
            "instagram_feed",
            _filled(self.words(f"{of}-naskah"))[:_TEXT_LIMIT],
            self.office.now() + timedelta(days=1),
            (MediaForm(self.picture, self.words(f"{of}-teks-alternatif")[:_ALT_LIMIT]),),
        )
        form = ContentForm(
            self.words(f"{of}-judul"),
            self.words(f"{of}-arahan"),
            _filled(self.words(f"{of}-naskah-dasar"))[:_TEXT_LIMIT],
            Category.OTHER,
            self.words(f"{of}-kategori"),
            self.words(f"{of}-sumber"),
            source_is_verified=True,
            policy_reference=self.words(f"{of}-kebijakan"),
            audience=self.words(f"{of}-sasaran"),
            campaign=self.words(f"{of}-kampanye"),
            planned_at=self.office.now() + timedelta(days=1),
            variants=(variant,),
        )
        return replace(form, **changed)  # type: ignore[arg-type]

    def plan_contents(self) -> None:
        """One in each place where it can stand, with all that was said on the way."""
        tray = self._form("laci", planned_at=None, variants=())
        self.office.act(contents.make_content, tray)
        returned = self._submitted("dikembalikan")
        self._decide(approvals.return_to_author, returned, self.words("alasan-kembali"))
        self._submitted("diajukan")
        self._finished("siap")
        cancelled = self.office.act(contents.make_content, self._form("batal"))
        seen = version(self.office, cancelled)
        self.office.act(contents.cancel, cancelled, seen, self.words("alasan-batal"))
        published = self._approved("tayang")
        self._publish(published, POST)
        withdrawn = self._approved("ditarik")
        variant = self._publish(withdrawn, "https://www.instagram.com/p/Ditarik/")
        self.office.act(contents.withdraw, variant, self.words("alasan-tarik"))
        skipped = self._approved("dilewati")
        place, moment = self.words("tempat-jadwal"), self.office.now() + timedelta(days=1)
        self.office.act(publishing.set_on_platform, self._variant(skipped), place, moment)
        self.office.act(contents.skip, self._variant(skipped), self.words("alasan-lewati"))
        self._approved("disetujui")

    def note_a_decision(self) -> None:
        """What an official said on the telephone, what is past its moment, and the sheet of all."""
        self.office.act(policies.set_policy, PolicyKey.RECORDED_DECISIONS, True)
        revision = self._shown_revision(self._finished("lisan"))
        past = self.office.now() - timedelta(hours=2)
        variant = replace(self._form("lewat").variants[0], planned_at=past)
        late = self._form("lewat", planned_at=past, variants=(variant,))
        content_id = self.office.act(contents.make_content, late)
        self.office.act(contents.submit, content_id, version(self.office, content_id))
        note = Note(
            self.staff["tatang"].id,
            self.office.now(),
            Means.SPOKEN,
            Verdict.APPROVED,
            frozenset({self.office.read(approvals.for_decision, revision).code}),
            ALL_LETTERS,
            proof=self.words("ucapan"),
        )
        assert self.office.act(approvals.record_decisions, [revision], note).refused == ()
        self.office.act(approvals.make_sheet, self.staff["tatang"].id)

    def _shown_revision(self, content_id: int) -> int:
        found = self.office.read(contents.content_whole, content_id, None, self.office.now())
        assert found.revision_id is not None
        return found.revision_id

    def _submitted(self, of: str) -> int:
        content_id = self.office.act(contents.make_content, self._form(of))
        self.office.act(contents.submit, content_id, version(self.office, content_id))
        remark = self.words(f"{of}-catatan")
        self.office.act(approvals.add_remark, remark, content_id=content_id)
        return content_id

    def _finished(self, of: str) -> int:
        content_id = self._submitted(of)
        self._decide(approvals.select, content_id, ALL_LETTERS)
        self.office.act(contents.finish, content_id, version(self.office, content_id))
        return content_id

    def _approved(self, of: str) -> int:
        content_id = self._finished(of)
        self._decide(approvals.approve, content_id, ALL_LETTERS)
        return content_id

    def _decide(self, act: Callable[..., object], content_id: int, *more: object) -> None:
        found = self.office.read(contents.content_whole, content_id, None, self.office.now())
        self._by("tatang", act, found.revision_id, *more)

    def _variant(self, content_id: int) -> int:
        found = self.office.read(contents.content_whole, content_id, None, self.office.now())
        return found.variants[0].id

    def _publish(self, content_id: int, link: str) -> int:
        variant = self._variant(content_id)
        self.office.act(contents.record_published, variant, link, despite_doubt=True)
        return variant

    # Pertanyaan

    def serve_citizens(self) -> None:
        """One inquiry in each state, and what another agency asks us."""
        answer = StandardAnswerFacts(
            self.words("pertanyaan-baku"),
            self.words("jawaban-baku"),
            self.words("topik-baku"),
            self.words("pemilik-baku"),
        )
        self.office.act(standard_answers.add_standard_answer, answer)
        self._received("diterima")
        self._referred("diteruskan")
        answered = self._agency_answered("dijawab-instansi")
        self._drafted("konsep", self._received("konsep"))
        self._requested("menunggu", answered)
        self._sent("terkirim")
        self._answer_approved("jawaban-disetujui")
        dismissed = self._received("arsip")
        self.office.act(inquiries.dismiss, dismissed, None, self.words("alasan-arsip"))
        handed = HandOver(self.words("ppid"), self._today, self.words("nomor-limpah"))
        self.office.act(inquiries.hand_over, self._received("limpah"), None, handed)
        self._interim()
        asking = Incoming(
            self.agency,
            self.words("penerusan-masuk"),
            self.words("cara-masuk"),
            self.words("nomor-masuk"),
            topic=self.words("topik-masuk"),
        )
        self.office.act(referrals.receive_referral, asking)

    def _received(self, of: str) -> int:
        facts = Reception(
            self.words(f"{of}-pesan"),
            account_id=self.account,
            handle=self.words(f"{of}-warga"),
            name=self.words(f"{of}-nama"),
            tone=Tone.NEGATIVE,
            topic=self.words(f"{of}-topik"),
            url=self.words(f"{of}-alamat"),
        )
        key = self.office.act(inquiries.receive_inquiry, facts)
        self.office.act(approvals.add_remark, self.words(f"{of}-catatan"), inquiry_id=key)
        return key

    def _referred(self, of: str) -> int:
        key = self._received(of)
        self.office.act(
            referrals.refer,
            key,
            None,
            self.agency,
            means=self.words(f"{of}-cara"),
            note=self.words(f"{of}-pengantar"),
        )
        return key

    def _agency_answered(self, of: str) -> int:
        key = self._referred(of)
        referral = self.office.read(inquiries.inquiry, key, self.office.now()).referrals[-1]
        told = self.words(f"{of}-jawaban")
        self.office.act(referrals.record_agency_answer, referral.id, None, told)
        return key

    def _drafted(self, of: str, key: int) -> int:
        return self.office.act(
            inquiries.draft_answer, key, None, self.words(f"{of}-konsep-jawaban")
        )

    def _requested(self, of: str, key: int) -> int:
        answer = self._drafted(of, key)
        return self.office.act(inquiries.request_approval, answer, None)

    def _sent(self, of: str) -> None:
        key = self._answer_approved(of)
        answer = self.office.read(inquiries.inquiry, key, self.office.now()).answer
        assert answer is not None
        self.office.act(
            inquiries.record_answer,
            answer.id,
            answer.revision_id or 0,
            answer.text,
            proof_note=self.words(f"{of}-bukti"),
        )

    def _answer_approved(self, of: str) -> int:
        key = self._received(of)
        self._by("tatang", approvals.approve, self._requested(of, key), ALL_LETTERS)
        return key

    def _interim(self) -> None:
        """One waits for its approval, one may be sent."""
        for of in ("sementara", "sementara-disetujui"):
            key, text = self._received(of), self.words(f"jawaban-{of}")
            asked = self.office.act(inquiries.submit_interim_reply, key, None, None, text)
        self._by("tatang", approvals.approve, asked, ALL_LETTERS)

    def read_comments(self) -> None:
        """Comments under the published post, one of them marked."""
        arrivals = [
            Arrival(self.words(f"penulis-{n}"), self.words(f"komentar-{n}"), written_age="3 mgg")
            for n in range(3)
        ]
        post = self.office.read(post_at, POST)
        self.office.act(comments.take_comments, post, arrivals)
        found = self.office.read(comments.comments_of, post.key).comments
        self.office.act(comments.mark_comments, [found[0].id], Tone.POSITIVE)

    # Laporan

    def write_the_report(self) -> None:
        year = self._today.year
        for part in Part:
            told = (self.words(f"uraian-{part.value}"), None, self.words(f"alasan-{part.value}"))
            self.office.act(reports.save_narrative, year, part, *told)
        for side in ObstacleSide:
            told_of = self.words(f"kendala-{side.value}")
            self.office.act(reports.add_obstacle, year, side, told_of)
        recommended = RecommendationFacts(
            self.words("rekomendasi"), self.words("tindak-lanjut"), self.words("penanggung-jawab")
        )
        self.office.act(reports.add_recommendation, year, recommended)
        signed = (self._today, self.words("penanda-laporan"), self.picture)
        self.office.act(reports.record_signature, year, *signed)
        receipt = self.words("tanda-terima")
        self.office.act(reports.record_submission, year, self._today, receipt)

    # Impor

    def import_a_plan(self) -> None:
        """A workbook whose cells are hostile too, and whose name is."""
        book = openpyxl.Workbook()
        sheet = book.active
        assert sheet is not None
        heads = ("Tanggal", "Kanal", "Kategori", "Judul", "Naskah", "Materi", "Status", "Tautan")
        sheet.append(heads)
        words = self.words("impor-kategori")[:LINE], self.words("impor-judul")[:CONTENT_TITLE]
        sheet.append(["20/11/2026", "IG", *words, self.words("impor-naskah"), "", "Tayang", ""])
        for cell in sheet[2]:
            cell.data_type = "s"
        file = self.folder / "rencana &amp; %s.xlsx"
        book.save(file)
        with ReaderProcess() as reader:
            shown = self.office.read(preview, read_foreign(reader, file), ImportKind.PLAN, None)
        self.office.act(take, shown)


def hostile_folder(template: Template, place: Path, words: Words) -> Path:
    """The folder of an office like the template's in which everything was said in these words."""
    folder, clock = place / "kantor", FixedClock()
    shutil.copytree(template.folder, folder)
    with Office.open(folder, clock) as office:
        fill(office, Colleagues(template.tokens), words, place)
    return folder
