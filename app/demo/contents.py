"""Three weeks at the content desk: every state of Lampiran D and of what became of the posts."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from app.demo.templates import TEMPLATES
from app.demo.year import DemoYear, Story, at
from app.models.account import Account
from app.models.asset import Asset
from app.models.content import Category, Content
from app.models.hoax import HoaxKind, HoaxVerdict
from app.models.pause import PauseScope
from app.models.variant import Variant
from app.services.approvals import approve, return_to_author, select
from app.services.contents.forms import ContentForm, HoaxForm, MediaForm, VariantForm
from app.services.contents.passing import cancel, finish, submit
from app.services.contents.publishing import record_published, record_unknown, skip, withdraw
from app.services.contents.ready_texts import keep_group, keep_template
from app.services.contents.writing import change_content, make_content
from app.services.pausing import Reach, pause, resume
from app.services.publishing import set_on_platform

ETHICS = "abcdefghi"
_PLATFORM_OF = {
    "instagram_feed": "instagram",
    "instagram_reel": "instagram",
    "facebook_page": "facebook",
    "x": "x",
    "tiktok_video": "tiktok",
}


class ContentDesk:
    """What people do with one idea, in a few words. Kang Rizky edits what Teh Siti collected."""

    def __init__(self, year: DemoYear) -> None:
        self._year = year
        self._id = 0
        self._form = ContentForm("")

    def collect(self, form: ContentForm) -> None:
        self._form = form
        self._id = self._year.act("siti", make_content, form)

    def submit(self) -> None:
        self._year.act("siti", submit, self._id, self._seen())

    def select(self) -> None:
        self._year.act("euis", select, self.revision())

    def edit(self, planned_at: datetime, picture: str, alt_text: str, *kinds: str) -> None:
        """Give the idea its variants, all at one moment and with one picture or video."""
        asset_id = self._year.key(Asset, file_name=picture)
        variants = tuple(
            VariantForm(
                self._year.key(Account, platform=_PLATFORM_OF[kind]),
                kind,
                planned_at=planned_at,
                media=(MediaForm(asset_id, alt_text),),
            )
            for kind in kinds
        )
        self._form = replace(self._form, planned_at=planned_at, variants=variants)
        self._year.act("rizky", change_content, self._id, self._seen(), self._form)

    def finish(self) -> None:
        self._year.act("siti", finish, self._id, self._seen())

    def approve(self) -> None:
        self._year.act("wawan", approve, self.revision(), ETHICS)

    def return_to_author(self, who: str, reason: str) -> None:
        self._year.act(who, return_to_author, self.revision(), reason)

    def cancel(self, reason: str) -> None:
        self._year.act("neneng", cancel, self._id, self._seen(), reason)

    def publish(self, kind: str, link: str) -> None:
        self._year.act("neneng", record_published, self._variant(kind), link)

    def note_unknown(self, kind: str) -> None:
        self._year.act("neneng", record_unknown, self._variant(kind))

    def skip(self, kind: str, reason: str) -> None:
        self._year.act("neneng", skip, self._variant(kind), reason)

    def withdraw(self, kind: str, reason: str) -> None:
        self._year.act("neneng", withdraw, self._variant(kind), reason)

    def set_on_platform(self, kind: str, place: str, moment: datetime) -> None:
        self._year.act("neneng", set_on_platform, self._variant(kind), place, moment)

    def revision(self) -> int:
        """The revision that is to be decided on."""
        return self._year.newest_revision(self._id)

    def _seen(self) -> int:
        return self._year.version(Content, self._id)

    def _variant(self, kind: str) -> int:
        return self._year.key(Variant, content_id=self._id, post_kind=kind)


def published(year: DemoYear) -> Iterator[datetime]:
    """The whole way, on two accounts."""
    desk = ContentDesk(year)
    yield at(2, "09.00")
    desk.collect(
        ContentForm(
            "Uji KIR gratis sampai akhir November",
            text="Uji KIR gratis! Bawa STNK dan buku uji, Senin–Jumat 08.00–14.00 WIB. #UjiKIR",
            category=Category.AGENCY_ACTIVITY,
            source="Nota dinas Bidang Angkutan 0711/2026 (contoh)",
            source_is_verified=True,
            audience="Pemilik angkutan umum dan barang",
        )
    )
    yield at(2, "09.20")
    desk.submit()
    yield at(2, "11.00")
    desk.select()
    yield at(3, "10.00")
    desk.edit(
        at(4, "09.00"),
        "infografis-mudik-2026.png",
        "Poster uji KIR gratis dengan jadwal dan syarat",
        "instagram_feed",
        "facebook_page",
    )
    yield at(3, "10.30")
    desk.finish()
    yield at(3, "13.30")
    desk.approve()
    yield at(4, "09.05")
    desk.publish("instagram_feed", "https://www.instagram.com/p/DEMOujikir1/")
    yield at(4, "09.10")
    desk.publish(
        "facebook_page", "https://www.facebook.com/DishubJabarContoh/posts/pfbid0DEMOujikir"
    )


def partly_published(year: DemoYear) -> Iterator[datetime]:
    """One post is out; nobody saw how the other ended."""
    desk = ContentDesk(year)
    yield at(9, "08.30")
    desk.collect(
        ContentForm(
            "Kenali titik rawan longsor jalur selatan",
            text="Kurangi kecepatan di 12 titik rawan longsor jalur selatan. #SiagaBencana",
            category=Category.DISASTER,
            source="Data BPBD (contoh), 6 November 2026",
            source_is_verified=True,
        )
    )
    desk.submit()
    yield at(9, "10.30")
    desk.select()
    yield at(9, "14.00")
    desk.edit(
        at(10, "07.00"),
        "peta-rekayasa-puncak.png",
        "Peta titik rawan longsor di jalur selatan",
        "facebook_page",
        "x",
    )
    desk.finish()
    yield at(9, "16.00")
    desk.approve()
    yield at(10, "07.10")
    desk.publish("x", "https://x.com/DishubJbrContoh/status/1987654321098765432")
    yield at(10, "07.20")
    desk.note_unknown("facebook_page")


def withdrawn(year: DemoYear) -> Iterator[datetime]:
    """Taken down after publication; it stays on record."""
    desk = ContentDesk(year)
    yield at(5, "09.00")
    desk.collect(
        ContentForm(
            "Cek fakta: surat edaran stiker palsu",
            text="HOAKS. Dishub tidak pernah mewajibkan stiker berbayar. #AntiHoaks",
            category=Category.HOAX_EXPLANATION,
            source="Klarifikasi Bidang Angkutan (contoh)",
            source_is_verified=True,
            hoax=HoaxForm(
                "Surat edaran: mulai November setiap angkot wajib membeli stiker Rp150.000",
                "Nomor surat tidak ada di buku agenda Dishub; kop dan tanda tangannya disalin",
                HoaxKind.IMPOSTER,
                HoaxVerdict.FALSE,
            ),
        )
    )
    desk.submit()
    yield at(5, "10.00")
    desk.select()
    yield at(5, "11.00")
    desk.edit(
        at(5, "15.00"), "tangkapan-hoaks.png", "Tangkapan layar surat palsu bertanda HOAKS", "x"
    )
    desk.finish()
    yield at(5, "13.00")
    desk.approve()
    yield at(5, "15.05")
    desk.publish("x", "https://x.com/DishubJbrContoh/status/1986543210987654321")
    yield at(6, "09.00")
    desk.withdraw("x", "Nomor surat di gambar keliru; diganti dengan versi yang benar")


def skipped(year: DemoYear) -> Iterator[datetime]:
    """Approved, but one account was left out on the day."""
    desk = ContentDesk(year)
    yield at(11, "09.00")
    desk.collect(
        ContentForm(
            "Si Oyen menjaga terminal",
            text="Si Oyen mengingatkan: jangan tinggalkan barang di ruang tunggu. #TerminalRamah",
            category=Category.AGENCY_ACTIVITY,
            source="Liputan tim kreatif",
            source_is_verified=True,
        )
    )
    desk.submit()
    yield at(11, "10.00")
    desk.select()
    yield at(11, "13.00")
    desk.edit(
        at(12, "16.00"),
        "si-oyen-terminal.jpg",
        "Kucing oranye duduk di loket terminal",
        "facebook_page",
        "x",
    )
    desk.finish()
    yield at(11, "15.00")
    desk.approve()
    yield at(12, "16.05")
    desk.publish("facebook_page", "https://www.facebook.com/DishubJabarContoh/posts/pfbid0DEMOoyen")
    yield at(12, "16.10")
    desk.skip("x", "Akun X sedang dipakai untuk pembaruan banjir")


def missed(year: DemoYear) -> Iterator[datetime]:
    """Approved and planned for yesterday afternoon; nobody says how it went."""
    desk = ContentDesk(year)
    yield at(17, "09.00")
    desk.collect(
        ContentForm(
            "Helm anak wajib SNI",
            text="Helm anak juga wajib SNI dan pas di kepala. Sayangi si kecil! #Keselamatan",
            category=Category.POLICY,
            source="Undang-Undang Nomor 22 Tahun 2009",
            source_is_verified=True,
        )
    )
    desk.submit()
    yield at(17, "11.00")
    desk.select()
    yield at(18, "09.00")
    desk.edit(
        at(19, "16.00"),
        "reels-helm-anak-9x16.mp4",
        "Video anak memasang helm dengan benar",
        "instagram_reel",
    )
    desk.finish()
    yield at(18, "14.30")
    desk.approve()


def scheduled(year: DemoYear) -> Iterator[datetime]:
    """Approved for next Tuesday; on Facebook it is scheduled in Meta Business Suite already."""
    desk = ContentDesk(year)
    yield at(18, "08.30")
    desk.collect(
        ContentForm(
            "Rute bus ke tempat wisata akhir tahun",
            text="Lima rute bus ke tempat wisata Jabar selama libur Nataru. #AyoNaikBus",
            category=Category.REGIONAL_PROMOTION,
            source="Bidang Angkutan (contoh)",
            source_is_verified=True,
        )
    )
    desk.submit()
    yield at(18, "10.30")
    desk.select()
    yield at(18, "15.00")
    desk.edit(
        at(24, "09.00"),
        "infografis-mudik-2026.png",
        "Infografis lima rute bus wisata",
        "instagram_feed",
        "facebook_page",
    )
    desk.finish()
    yield at(19, "09.30")
    desk.approve()
    yield at(19, "10.15")
    desk.set_on_platform("facebook_page", "Meta Business Suite", at(24, "09.00"))


def landslide(year: DemoYear) -> Iterator[datetime]:
    """A night on which only disaster information goes out."""
    yield at(13, "21.40")
    reach = Reach(PauseScope.ALL_BUT_CATEGORY, category=Category.DISASTER)
    begun = year.act("neneng", pause, reach, "Longsor di Cililin (contoh): hanya kebencanaan")
    yield at(14, "06.10")
    year.act("neneng", resume, begun)


def awaiting_approval(year: DemoYear) -> Iterator[datetime]:
    """Ready; the head of the agency has not decided yet."""
    desk = ContentDesk(year)
    yield at(18, "09.15")
    desk.collect(
        ContentForm(
            "Ngopi bareng sopir: cerita dari rest area",
            text="Istirahat 15 menit setiap dua jam. Ngopi dulu, selamat sampai rumah. #SopirSehat",
            category=Category.CULTURAL_HERITAGE,
            source="Wawancara tim kreatif, 16 November 2026",
            source_is_verified=True,
        )
    )
    desk.submit()
    yield at(18, "10.45")
    desk.select()
    yield at(19, "10.00")
    desk.edit(
        at(23, "16.00"),
        "kopi-bareng-sopir.jpg",
        "Secangkir kopi di meja warung rest area",
        "facebook_page",
        "x",
    )
    yield at(19, "14.10")
    desk.finish()


def sent_back_for_editing(year: DemoYear) -> Iterator[datetime]:
    """Returned at the second check: it is being edited again."""
    desk = ContentDesk(year)
    yield at(16, "09.00")
    desk.collect(
        ContentForm(
            "Klarifikasi: tarif angkutan tidak naik",
            text="Tarif angkutan kota tidak naik. Abaikan pesan berantai. #Klarifikasi",
            category=Category.CLARIFICATION,
            source="Keputusan tarif (contoh)",
            source_is_verified=True,
        )
    )
    desk.submit()
    yield at(16, "11.00")
    desk.select()
    yield at(17, "10.00")
    desk.edit(at(20, "15.00"), "stiker-sabuk.webp", "Stiker bertulisan tarif tetap", "x")
    desk.finish()
    yield at(18, "15.20")
    desk.return_to_author("wawan", "Cantumkan nomor keputusan tarif dan tanggalnya.")


def being_edited(year: DemoYear) -> Iterator[datetime]:
    """Selected this morning; its variants are still to be made."""
    desk = ContentDesk(year)
    yield at(19, "08.30")
    desk.collect(
        ContentForm(
            "Narasi tunggal: libur akhir tahun aman dan nyaman",
            text="Pemerintah menyiapkan 31 posko selama libur Natal dan tahun baru.",
            category=Category.SINGLE_NARRATIVE,
            source="Rilis pusat (contoh)",
        )
    )
    desk.submit()
    yield at(20, "08.10")
    desk.select()


def awaiting_selection(year: DemoYear) -> Iterator[datetime]:
    """Submitted; the official has not chosen yet."""
    desk = ContentDesk(year)
    yield at(19, "15.00")
    desk.collect(
        ContentForm(
            "Trotoar ramah kursi roda di Jalan Asia Afrika",
            text="Hasil audit trotoar bersama 14 penyandang disabilitas.",
            category=Category.CURRENT_ISSUE,
            source="Laporan audit trotoar (contoh)",
        )
    )
    desk.submit()


def returned(year: DemoYear) -> Iterator[datetime]:
    """Not chosen: back to its author with a reason (D.3)."""
    desk = ContentDesk(year)
    yield at(17, "13.00")
    desk.collect(
        ContentForm(
            "Lomba foto halte favorit",
            text="Kirim foto halte favoritmu!",
            category=Category.AGENCY_ACTIVITY,
            source="Usul tim kreatif",
        )
    )
    desk.submit()
    yield at(18, "10.50")
    desk.return_to_author("euis", "Hadiahnya belum dianggarkan; ajukan lagi bulan Januari.")


def cancelled(year: DemoYear) -> Iterator[datetime]:
    """Given up; it stays on record with the reason."""
    desk = ContentDesk(year)
    yield at(10, "09.00")
    desk.collect(
        ContentForm(
            "Uji coba lajur sepeda Dago",
            text="Uji coba lajur sepeda hari Minggu.",
            category=Category.AGENCY_ACTIVITY,
            source="Bidang Lalu Lintas (contoh)",
        )
    )
    yield at(13, "09.00")
    desk.cancel("Uji coba ditunda sampai tahun depan")


def made_ready(year: DemoYear) -> Iterator[datetime]:
    """Hashtags and templates that lie ready for the composer."""
    yield at(3, "08.15")
    year.act("neneng", keep_group, "Keselamatan", "TertibLaluLintas SelamatSampaiTujuan Dishub")
    year.act("neneng", keep_group, "Siaga hujan", "SiagaHujan JabarSiaga Dishub")
    for facts in TEMPLATES:
        year.act("neneng", keep_template, facts)


def collected(year: DemoYear) -> Iterator[datetime]:
    """An idea without a date."""
    desk = ContentDesk(year)
    yield at(19, "16.10")
    desk.collect(ContentForm("Pantun keselamatan untuk Rebo Nyunda", brief="Minta ke Kang Ujang"))


CONTENTS: tuple[Story, ...] = (
    made_ready,
    published,
    partly_published,
    withdrawn,
    skipped,
    missed,
    scheduled,
    landslide,
    awaiting_approval,
    sent_back_for_editing,
    being_edited,
    awaiting_selection,
    returned,
    cancelled,
    collected,
)
