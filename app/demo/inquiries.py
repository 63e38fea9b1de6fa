"""Three weeks at the inquiry desk: every state of Lampiran C, of referrals, clocks and replies."""

from collections.abc import Iterator
from datetime import date, datetime

from app.demo.year import DemoYear, Story, at
from app.models.account import Account
from app.models.answer import Answer
from app.models.comment import Tone
from app.models.inquiry import InquiryKind
from app.services import referrals
from app.services.approvals import approve, return_to_author
from app.services.inquiries import answering, ending, receiving
from app.services.inquiries.receiving import Reception
from app.services.referrals import Incoming

ETHICS = "abcdefghi"


class InquiryDesk:
    """What people do with one inquiry after another, in a few words."""

    def __init__(self, year: DemoYear) -> None:
        self._year = year

    def receive(
        self,
        platform: str,
        handle: str,
        text: str,
        kind: InquiryKind = InquiryKind.QUESTION,
        tone: Tone = Tone.NEUTRAL,
        topic: str | None = None,
    ) -> int:
        account_id = self._year.key(Account, platform=platform)
        facts = Reception(text, kind, account_id=account_id, handle=handle, tone=tone, topic=topic)
        return self._year.act("dadan", receiving.receive_inquiry, facts)

    def refer(self, inquiry_id: int, agency: str, means: str) -> int:
        """Returns the referral's key."""
        self._year.act(
            "neneng", referrals.refer, inquiry_id, None, self._year.agency(agency), means=means
        )
        return self._year.newest_referral(inquiry_id)

    def draft(self, inquiry_id: int, text: str, referral_id: int | None = None) -> int:
        """Returns the answer's key."""
        return self._year.act(
            "dadan", answering.draft_answer, inquiry_id, None, text, referral_id=referral_id
        )

    def request(self, answer_id: int) -> int:
        """Returns the key of the revision to decide on."""
        seen = self._year.version(Answer, answer_id)
        return self._year.act("neneng", answering.request_approval, answer_id, seen)

    def approve(self, revision_id: int) -> None:
        self._year.act("euis", approve, revision_id, ETHICS)

    def send(self, answer_id: int, revision_id: int, text: str, proof: str) -> None:
        self._year.act(
            "dadan", answering.record_answer, answer_id, revision_id, text, proof_note=proof
        )

    def answer(
        self, inquiry_id: int, text: str, proof: str, referral_id: int | None = None
    ) -> None:
        """All the way from the first word to the answer that was sent."""
        answer_id = self.draft(inquiry_id, text, referral_id)
        revision_id = self.request(answer_id)
        self.approve(revision_id)
        self.send(answer_id, revision_id, text, proof)


def asked_and_answered(year: DemoYear) -> Iterator[datetime]:
    """What could be answered at once."""
    desk = InquiryDesk(year)
    yield at(2, "10.12")
    hours = desk.receive(
        "instagram",
        "warga.cimahi.contoh",
        "Min, bus koridor 4 masih jalan sampai jam berapa ya?",
        topic="Jadwal bus",
    )
    yield at(2, "10.40")
    desk.answer(
        hours,
        "Halo Wargi, koridor 4 berangkat terakhir pukul 20.30 WIB dari Leuwipanjang, setiap hari.",
        "Balasan di bawah komentar, tangkapan layar di folder November",
    )
    yield at(3, "08.05")
    year.act("neneng", ending.close, hours, None)


def referred_and_answered(year: DemoYear) -> Iterator[datetime]:
    """Another agency answers within its 24 hours (C.3–C.5)."""
    desk = InquiryDesk(year)
    yield at(3, "09.15")
    pothole = desk.receive(
        "facebook",
        "Ujang Suherman (contoh)",
        "Jalan di depan terminal Ciakar berlubang, sudah dua motor jatuh. Tolong ditindak!",
        InquiryKind.CRITICISM,
        Tone.NEGATIVE,
        "Jalan rusak",
    )
    yield at(3, "09.40")
    road = desk.refer(pothole, "DBMPR", "WhatsApp ke Humas DBMPR")
    yield at(3, "10.05")
    year.act("neneng", referrals.acknowledge, road, None)
    yield at(3, "16.20")
    said = "Tim UPTD menambal lubang di ruas itu malam ini, mulai pukul 21.00 WIB."
    year.act("neneng", referrals.record_agency_answer, road, None, said)
    yield at(3, "16.45")
    desk.answer(
        pothole,
        f"Nuhun laporannya, Wargi. Jawaban Dinas Bina Marga dan Penataan Ruang: {said}",
        "Balasan di kolom komentar",
        road,
    )


def spam(year: DemoYear) -> Iterator[datetime]:
    """Put away with a reason; out of the figures."""
    desk = InquiryDesk(year)
    yield at(4, "13.00")
    spam = desk.receive(
        "facebook",
        "Dana Cepat Cair (contoh)",
        "Butuh dana cepat? Tanpa jaminan, klik di sini!",
        InquiryKind.COMMENT,
    )
    yield at(4, "13.02")
    year.act("dadan", ending.dismiss, spam, None, "Iklan pinjaman, bukan pesan warga")


def handed_over(year: DemoYear) -> Iterator[datetime]:
    """A formal request for documents goes to the PPID."""
    desk = InquiryDesk(year)
    yield at(5, "08.30")
    documents = desk.receive(
        "x",
        "aktivis_data_contoh",
        "Mohon salinan dokumen kontrak pengadaan halte tahun 2025 untuk penelitian kami.",
        topic="Dokumen pengadaan",
    )
    yield at(5, "09.10")
    year.act(
        "neneng",
        ending.hand_over,
        documents,
        None,
        ending.HandOver("PPID Pelaksana", date(2026, 11, 5), "0412/PPID/2026", date(2026, 11, 19)),
    )


def agency_too_late(year: DemoYear) -> Iterator[datetime]:
    """The other agency answers after its 24 hours; an interim reply went out meanwhile."""
    desk = InquiryDesk(year)
    yield at(9, "08.20")
    flood = desk.receive(
        "instagram",
        "dayeuhkolot.warga.contoh",
        "Bus ke Dayeuhkolot belum lewat lagi, banjirnya kapan surut menurut BPBD?",
        topic="Banjir",
    )
    yield at(9, "08.45")
    disaster = desk.refer(flood, "BPBD", "Telepon ke Pusdalops, lalu surel")
    yield at(9, "15.00")
    interim = year.act(
        "dadan",
        answering.draft_interim_reply,
        flood,
        "Sedang kami tanyakan ke BPBD, Wargi. Begitu ada jawaban, kami kabari di sini.",
    )
    revision = desk.request(interim)
    yield at(9, "15.20")
    desk.approve(revision)
    yield at(9, "15.25")
    year.act(
        "dadan",
        answering.send_interim_reply,
        interim,
        revision,
        "Sedang kami tanyakan ke BPBD, Wargi. Begitu ada jawaban, kami kabari di sini.",
        proof_note="Pesan langsung Instagram",
    )
    yield at(10, "11.30")
    said = "Air surut bertahap; jalan dapat dilalui bus mulai Rabu pagi."
    year.act("neneng", referrals.record_agency_answer, disaster, None, said)
    yield at(10, "11.50")
    desk.answer(flood, f"Wargi, keterangan BPBD: {said}", "Pesan langsung Instagram", disaster)


def not_their_authority(year: DemoYear) -> Iterator[datetime]:
    """One agency is not competent, the second referral is recalled."""
    desk = InquiryDesk(year)
    yield at(11, "09.00")
    school = desk.receive(
        "tiktok",
        "siswa.smk.contoh",
        "Kak, jalur zonasi SMK tahun depan gimana? Mau nanya aja.",
    )
    yield at(11, "09.30")
    wrong = desk.refer(school, "Diskominfo", "WhatsApp ke admin Diskominfo")
    yield at(11, "10.15")
    year.act("neneng", referrals.record_not_competent, wrong, None)
    yield at(11, "10.30")
    recalled = desk.refer(school, "Disdik", "WhatsApp ke Humas Disdik")
    yield at(11, "13.00")
    year.act("neneng", referrals.recall_referral, recalled, None)
    yield at(11, "13.10")
    desk.answer(
        school,
        "Halo! Aturan penerimaan murid baru ada di situs Dinas Pendidikan, bagian SPMB.",
        "Balasan di kolom komentar",
    )


def another_agency_asks(year: DemoYear) -> Iterator[datetime]:
    """Another agency asks us: the 24 hours are ours, and we keep them."""
    desk = InquiryDesk(year)
    yield at(12, "10.00")
    asked = year.act(
        "neneng",
        referrals.receive_referral,
        Incoming(
            year.agency("Diskominfo"),
            "Warga menanyakan syarat angkutan barang dispensasi jalan. Mohon jawaban Dishub.",
            "Surel resmi",
            "INQ-2026-004711",
        ),
    )
    yield at(12, "14.00")
    desk.answer(
        asked,
        "Dispensasi jalan diajukan ke Bidang Lalu Lintas Jalan paling lambat 7 hari sebelumnya.",
        "Surel balasan ke Diskominfo",
    )


def agency_still_silent(year: DemoYear) -> Iterator[datetime]:
    """The 24 hours are over and nothing has come."""
    desk = InquiryDesk(year)
    yield at(17, "14.00")
    ticket = desk.receive(
        "x",
        "penumpang_harian_contoh",
        "Saldo kartu saya terpotong dua kali di halte Cicaheum.",
        InquiryKind.CRITICISM,
        Tone.NEGATIVE,
        "Tarif",
    )
    yield at(18, "08.10")
    late = desk.refer(ticket, "Diskominfo", "WhatsApp ke admin Diskominfo")
    year.act("neneng", referrals.acknowledge, late, None)


def answer_returned(year: DemoYear) -> Iterator[datetime]:
    """The official wants the answer better."""
    desk = InquiryDesk(year)
    yield at(18, "09.00")
    parking = desk.receive(
        "facebook",
        "Neng Sari (contoh)",
        "Parkir liar di depan RS makin parah, siapa yang urus?",
        InquiryKind.CRITICISM,
        Tone.NEGATIVE,
    )
    yield at(18, "09.30")
    answer_id = desk.draft(parking, "Terima kasih, Wargi. Kami teruskan.")
    revision = desk.request(answer_id)
    yield at(18, "11.00")
    year.act(
        "euis", return_to_author, revision, "Sebutkan siapa yang berwenang dan kapan ditindak."
    )


def answer_approved(year: DemoYear) -> Iterator[datetime]:
    """Approved, not sent yet."""
    desk = InquiryDesk(year)
    yield at(18, "13.00")
    thanks = desk.receive(
        "instagram",
        "ibu.tini.contoh",
        "Sopir koridor 2 sabar sekali bantu ibu saya naik. Nuhun!",
        InquiryKind.COMMENT,
        Tone.POSITIVE,
    )
    yield at(18, "13.20")
    answer_id = desk.draft(thanks, "Hatur nuhun, Bu! Salamnya kami sampaikan ke pramudi koridor 2.")
    revision = desk.request(answer_id)
    yield at(18, "14.00")
    desk.approve(revision)


def answer_awaits(year: DemoYear) -> Iterator[datetime]:
    """Waits for the official."""
    desk = InquiryDesk(year)
    yield at(19, "08.00")
    helmet = desk.receive(
        "tiktok",
        "pelajar.garut.contoh",
        "Helm anak wajib SNI juga nggak, Min?",
        topic="Keselamatan",
    )
    yield at(19, "08.40")
    desk.request(desk.draft(helmet, "Wajib, Wargi: helm anak pun harus ber-SNI dan pas di kepala."))


def clock_nearly_out(year: DemoYear) -> Iterator[datetime]:
    """The other agency's time is nearly over."""
    desk = InquiryDesk(year)
    yield at(19, "10.10")
    truck = desk.receive(
        "linkedin",
        "logistik-contoh",
        "Kapan jadwal pembatasan truk Nataru diumumkan?",
        topic="Angkutan barang",
    )
    yield at(19, "10.20")
    desk.refer(truck, "Disperindag", "Telepon ke Kabid Perdagangan")


def agency_has_answered(year: DemoYear) -> Iterator[datetime]:
    """The other agency has answered; our answer is still to be written."""
    desk = InquiryDesk(year)
    yield at(19, "11.00")
    health = desk.receive(
        "instagram",
        "bumil.contoh",
        "Ada ambulans gratis ke RSUD buat ibu hamil di Sukabumi?",
    )
    yield at(19, "11.15")
    clinic = desk.refer(health, "Dinkes", "WhatsApp ke Humas Dinkes")
    yield at(19, "15.40")
    year.act(
        "neneng",
        referrals.record_agency_answer,
        clinic,
        None,
        "Ambulans PSC 119 gratis untuk rujukan ibu hamil; hubungi puskesmas terdekat.",
    )


def our_clock_runs(year: DemoYear) -> Iterator[datetime]:
    """Another agency asked us yesterday afternoon."""
    yield at(19, "16.30")
    year.act(
        "neneng",
        referrals.receive_referral,
        Incoming(
            year.agency("Disparbud"),
            "Wisatawan bertanya trayek bus ke Pangandaran pada libur Nataru.",
            "WhatsApp ke admin kita",
        ),
    )


def regency_is_asked(year: DemoYear) -> Iterator[datetime]:
    """A regency owes no answer; an interim reply waits for approval."""
    desk = InquiryDesk(year)
    yield at(20, "07.50")
    crossing = desk.receive(
        "facebook",
        "Orang Tua Murid (contoh)",
        "Lampu penyeberangan depan SD mati sejak Rabu. Kasihan anak-anak.",
        InquiryKind.CRITICISM,
        Tone.NEGATIVE,
    )
    yield at(20, "08.05")
    desk.refer(crossing, "Kab. Bandung", "WhatsApp ke admin Pemkab Bandung")
    yield at(20, "08.15")
    interim = year.act(
        "dadan",
        answering.draft_interim_reply,
        crossing,
        "Sudah kami sampaikan ke Pemkab Bandung, Wargi; kami kabari begitu ada jawaban.",
    )
    desk.request(interim)


def interim_reply_approved(year: DemoYear) -> Iterator[datetime]:
    """Approved, but it has not gone out yet."""
    desk = InquiryDesk(year)
    yield at(19, "13.00")
    permit = desk.receive(
        "linkedin",
        "investor-contoh",
        "Izin bongkar muat di Patimban diurus ke dinas mana?",
        topic="Perizinan",
    )
    yield at(19, "13.30")
    desk.refer(permit, "DPMPTSP", "Surel resmi")
    interim = year.act(
        "dadan",
        answering.draft_interim_reply,
        permit,
        "Kami tanyakan dulu ke DPMPTSP; jawabannya menyusul.",
    )
    revision = desk.request(interim)
    yield at(20, "08.20")
    desk.approve(revision)


def interim_reply_begun(year: DemoYear) -> Iterator[datetime]:
    """Its words are being looked for."""
    desk = InquiryDesk(year)
    yield at(19, "14.30")
    landslide = desk.receive(
        "x", "pemotor_selatan_contoh", "Jalur Cidaun sudah dibuka lagi belum setelah longsor?"
    )
    yield at(19, "14.50")
    desk.refer(landslide, "BPBD", "Telepon ke Pusdalops")
    yield at(20, "08.45")
    year.act(
        "dadan", answering.draft_interim_reply, landslide, "Masih kami tanyakan ke BPBD, Wargi."
    )


def new_this_morning(year: DemoYear) -> Iterator[datetime]:
    """Nobody has taken them up yet."""
    desk = InquiryDesk(year)
    yield at(20, "08.40")
    desk.receive(
        "instagram",
        "calon.pemudik.contoh",
        "Mudik gratis Natal dibuka kapan? Rutenya ke mana saja?",
        topic="Mudik gratis",
    )
    yield at(20, "09.05")
    desk.receive(
        "x",
        "komuter_contoh",
        "Usul: jadwal bus ditempel juga di halte kecil, bukan di aplikasi saja.",
        InquiryKind.SUGGESTION,
        topic="Halte",
    )


INQUIRIES: tuple[Story, ...] = (
    asked_and_answered,
    referred_and_answered,
    spam,
    handed_over,
    agency_too_late,
    not_their_authority,
    another_agency_asks,
    agency_still_silent,
    answer_returned,
    answer_approved,
    answer_awaits,
    clock_nearly_out,
    agency_has_answered,
    our_clock_runs,
    regency_is_asked,
    interim_reply_approved,
    interim_reply_begun,
    new_this_morning,
)
