"""The words of official papers. Papers are always Indonesian, whatever the window speaks."""

from app.models.account import AudienceSegment, MediaKind
from app.models.agency import AgencyKind
from app.models.clock import Outcome
from app.models.content import CATEGORY_LETTERS, Category
from app.models.inquiry import InquiryKind
from app.models.person import Duty

REGULATION = (
    "Peraturan Gubernur Jawa Barat Nomor 29 Tahun 2019 tentang Pedoman Pengelolaan dan Pelayanan"
    " Informasi melalui Media Sosial di Lingkungan Pemerintah Daerah Provinsi Jawa Barat"
)
MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
NOT_CATEGORISED = "Belum dikategorikan"
_CATEGORIES = {
    Category.AGENCY_ACTIVITY: "Kegiatan instansi",
    Category.CURRENT_ISSUE: "Isu aktual di Jawa Barat",
    Category.DISASTER: "Kebencanaan",
    Category.REGIONAL_PROMOTION: "Promosi daerah untuk investasi",
    Category.CLARIFICATION: "Klarifikasi isu/berita",
    Category.HOAX_EXPLANATION: "Penjelasan hoaks",
    Category.POLICY: "Kebijakan Pusat dan Daerah",
    Category.SINGLE_NARRATIVE: "Narasi tunggal",
    Category.CULTURAL_HERITAGE: "Pewarisan nilai budaya",
    Category.OTHER: "Lainnya",
}
INQUIRY_KINDS = {
    InquiryKind.QUESTION: "Pertanyaan",
    InquiryKind.COMMENT: "Komentar",
    InquiryKind.CRITICISM: "Kritik",
    InquiryKind.SUGGESTION: "Saran",
}
MEDIA_KINDS = {
    MediaKind.COLLABORATIVE: "Proyek kolaborasi",
    MediaKind.BLOG: "Blog",
    MediaKind.MICROBLOG: "Microblog",
    MediaKind.MEDIA_SHARING: "Situs untuk berbagi",
    MediaKind.SOCIAL_NETWORK: "Situs jejaring sosial",
}
SEGMENTS = {
    AudienceSegment.CREATOR: "pencipta konten",
    AudienceSegment.CONVERSATIONALIST: "pegiat percakapan",
    AudienceSegment.CRITIC: "pengkritik",
    AudienceSegment.COLLECTOR: "pengumpul",
    AudienceSegment.JOINER: "penggabung",
    AudienceSegment.SPECTATOR: "penyimak",
    AudienceSegment.INACTIVE: "tidak aktif",
}
DUTIES = {
    Duty.ADMIN: "admin",
    Duty.GRAPHIC_DESIGN: "desain grafis",
    Duty.CREATIVE_TEAM: "tim kreatif",
    Duty.RESPONSIBLE_OFFICIAL: "pejabat penanggung jawab",
}
OUTCOMES = {
    Outcome.MET: "Tepat waktu",
    Outcome.BREACHED: "Terlambat",
    Outcome.VOID: "Ditarik",
}
AGENCY_KINDS = {
    AgencyKind.REGIONAL_AGENCY: "Perangkat Daerah",
    AgencyKind.BUREAU: "Biro",
    AgencyKind.TECHNICAL_UNIT: "Unit Pelaksana Teknis Daerah",
    AgencyKind.NON_STRUCTURAL_BODY: "Lembaga Non Struktural",
}


def category_name(category: Category | None, own: str | None = None) -> str:
    """`c. Kebencanaan`: with its letter of Pasal 7; the agency's own word for others."""
    if category is None:
        return NOT_CATEGORISED
    if category is Category.OTHER:
        return own or _CATEGORIES[category]
    return f"{CATEGORY_LETTERS[category]}. {_CATEGORIES[category]}"


def head_title(title: str | None, agency: str, kind: AgencyKind) -> str:
    """`Kepala Dinas Perhubungan` of "Kepala", "Kepala Dinas" or the whole title."""
    title = (title or "").strip() or (
        "Ketua" if kind is AgencyKind.NON_STRUCTURAL_BODY else "Kepala"
    )
    if agency.casefold() in title.casefold():
        return title
    first, _space, rest = agency.partition(" ")
    if title.casefold().split()[-1] == first.casefold():
        return f"{title} {rest}".strip()
    return f"{title} {agency}"
