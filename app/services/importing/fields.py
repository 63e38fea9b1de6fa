"""Which headers mean which field, kind by kind, in Indonesian and English.

Every alias is normalised: lower case, letters and digits only.
"""

from collections.abc import Mapping

from app.models.imports import ImportKind
from app.services.importing.comment_fields import COMMENTS, REQUIRED_OF_COMMENTS
from app.services.importing.measurement_fields import MEASUREMENTS, REQUIRED_OF_MEASUREMENTS

Aliases = Mapping[str, tuple[str, ...]]

_NUMBER = ("no", "nomor", "number", "no urut", "nr")

PLAN: Aliases = {
    "number": _NUMBER,
    "day": (
        "tanggal", "tgl", "tanggal tayang", "tgl tayang", "hari tanggal", "hari tgl", "jadwal",
        "jadwal tayang", "tanggal unggah", "tanggal posting", "waktu tayang", "date",
        "publish date", "publication date", "planned date",
    ),
    "time": ("jam", "pukul", "waktu", "jam tayang", "time", "publish time"),
    "channels": (
        "kanal", "platform", "media", "medsos", "media sosial", "channel", "channels", "platforms",
        "social media", "kanal media", "akun",
    ),
    "category": (
        "kategori", "kategori konten", "jenis konten", "pilar", "pilar konten", "rubrik",
        "category", "content category", "content pillar", "pillar",
    ),
    "title": (
        "judul", "judul konten", "topik", "tema", "materi konten", "konten", "title", "topic",
        "content", "headline", "content title",
    ),
    "text": (
        "naskah caption", "naskah", "caption", "teks", "isi", "isi konten", "copy", "copywriting",
        "text", "takarir", "narasi",
    ),
    "material": (
        "materi", "berkas", "aset", "visual", "gambar", "gambar video", "file", "files", "asset",
        "assets", "desain", "media berkas", "attachment",
    ),
    "person": (
        "pic", "petugas", "penanggung jawab", "pembuat", "pelaksana", "person in charge", "owner",
        "author",
    ),
    "status": ("status", "status konten", "progres", "progress", "keterangan status", "state"),
    "links": (
        "tautan", "link", "links", "url", "link tayang", "tautan tayang", "bukti tayang",
        "link bukti", "permalink", "link postingan", "proof",
    ),
}  # fmt: skip

INQUIRIES: Aliases = {
    "number": _NUMBER,
    "day": (
        "tanggal", "tgl", "tgl masuk", "tanggal masuk", "tanggal diterima", "tanggal pesan",
        "diterima pada", "waktu masuk", "hari tanggal", "date", "received", "received at",
        "date received",
    ),
    "time": ("jam", "pukul", "waktu", "jam masuk", "time"),
    "channel": (
        "kanal", "media", "platform", "medsos", "media sosial", "channel", "sumber", "social media",
    ),
    "account": ("akun", "akun kami", "akun resmi", "account", "our account"),
    "author": (
        "nama akun warga", "akun warga", "user", "username", "nama pengguna", "nama", "nama warga",
        "penanya", "pengirim", "pelapor", "dari", "author", "citizen", "from", "sender", "name",
    ),
    "text": (
        "isi", "pesan", "isi pesan", "pertanyaan", "komentar", "isi pertanyaan", "aduan",
        "isi aduan", "message", "question", "text", "comment",
    ),
    "kind": ("jenis", "jenis pesan", "kategori pesan", "kategori", "kind", "type", "category"),
    "tone": ("sifat", "sifat komentar", "tone", "sentimen", "sentiment", "nada"),
    "referred_to": (
        "diteruskan ke", "diteruskan", "disposisi", "diteruskan kepada", "instansi tujuan",
        "referred to", "forwarded to", "disposition",
    ),
    "answer": ("jawaban", "tanggapan", "balasan", "isi jawaban", "answer", "reply", "response"),
    "answered_at": (
        "dijawab pada", "tgl jawab", "tanggal jawab", "waktu jawab", "tanggal dijawab",
        "answered at", "answered", "replied at", "answer date",
    ),
    "link": ("tautan", "link", "url", "permalink"),
    "topic": ("topik", "bidang", "topic", "subject"),
}  # fmt: skip

STANDARD_ANSWERS: Aliases = {
    "number": _NUMBER,
    "question": ("judul", "pertanyaan", "pertanyaan standar", "question", "title", "faq"),
    "keywords": ("kata kunci", "topik", "keywords", "keyword", "topic"),
    "text": ("isi jawaban", "jawaban", "jawaban standar", "answer", "text"),
    "owner": ("pemilik", "penanggung jawab", "bidang", "owner"),
    "valid_until": (
        "berlaku s d", "berlaku sd", "berlaku sampai", "berlaku hingga", "masa berlaku",
        "valid until", "expires", "expiry",
    ),
}  # fmt: skip

PEOPLE: Aliases = {
    "number": _NUMBER,
    "name": ("nama", "nama lengkap", "nama pegawai", "name", "full name"),
    "nip": ("nip", "nip nippppk", "nip ni pppk", "nip nipppk", "civil servant number"),
    "rank": (
        "pangkat golongan", "pangkat gol", "pangkat gol ruang", "pangkat golongan ruang", "pangkat",
        "golongan", "gol", "rank", "rank grade", "grade",
    ),
    "position": ("jabatan", "position", "job title"),
    "duty": ("peran", "tugas", "tugas dalam tim", "duty", "role"),
    "address_term": ("sapaan", "panggilan", "form of address"),
    "phone": ("hp", "no hp", "nomor hp", "telepon", "no telepon", "wa", "phone"),
}  # fmt: skip

ACCOUNTS: Aliases = {
    "number": _NUMBER,
    "platform": ("platform", "media sosial", "medsos", "kanal", "media", "channel"),
    "handle": ("handle", "nama akun", "akun", "username", "account"),
    "address": ("url", "tautan", "alamat", "link", "alamat akun", "address"),
    "designation_number": (
        "nomor surat", "no surat", "nomor surat penetapan", "nomor penetapan", "nomor sk",
        "letter number", "designation letter",
    ),
    "designation_on": (
        "tanggal", "tgl", "tanggal surat", "tgl surat", "tanggal penetapan", "date", "letter date",
    ),
    "responsible": ("penanggung jawab", "pengelola", "admin", "pic", "responsible"),
    "audience": (
        "sasaran", "masyarakat sasaran", "target", "audiens", "audience", "target audience",
    ),
}  # fmt: skip

DIRECTORY: Aliases = {
    "number": _NUMBER,
    "kind": ("kind", "jenis", "jenis instansi"),
    "name": ("name", "nama", "nama instansi", "instansi"),
    "short_name": ("short name", "singkatan", "nama singkat", "akronim"),
    "parent": ("parent short name", "induk", "instansi induk", "parent"),
    "head_title": ("head title", "sebutan pimpinan", "jabatan pimpinan", "pimpinan"),
    "site": ("site", "situs", "laman", "website"),
    "area": ("province or regency", "wilayah", "daerah", "area"),
    "is_certain": ("certain", "pasti"),
    "source": ("source", "sumber"),
    "contact_name": ("narahubung", "kontak", "contact"),
    "contact_means": ("cara menghubungi", "nomor kontak", "contact means"),
}  # fmt: skip

DAYS: Aliases = {
    "number": _NUMBER,
    "first_on": (
        "tanggal", "tgl", "tanggal mulai", "tgl mulai", "mulai", "dari", "dari tanggal", "date",
        "start", "start date", "first on", "hari tanggal",
    ),
    "last_on": (
        "tanggal selesai", "tgl selesai", "selesai", "sampai", "sampai tanggal", "s d", "sd",
        "tanggal akhir", "end", "end date", "last on",
    ),
    "month": ("bulan", "month"),
    "day_number": ("day",),
    "weekday": ("hari", "weekday"),
    "words": (
        "nama hari", "nama hari libur", "hari libur", "hari libur nasional", "libur nasional",
        "hari libur nasional dan cuti bersama", "cuti bersama", "hari peringatan", "peringatan",
        "hari besar", "hari penting", "keterangan", "catatan", "catatan hari", "agenda", "kegiatan",
        "acara", "kampanye", "name id", "holiday", "observance", "note", "campaign", "event",
    ),
    "kind": ("jenis", "jenis hari", "kind", "type"),
    "reason": ("alasan", "reason", "keterangan tambahan"),
    "is_yearly": ("tiap tahun", "setiap tahun", "tahunan", "yearly", "every year"),
    "is_certain": ("certain", "pasti"),
    "category": ("category hint", "kategori"),
    "source": ("source", "sumber", "dasar", "dasar hukum"),
}  # fmt: skip

FIELDS: Mapping[ImportKind, Aliases] = {
    ImportKind.PLAN: PLAN,
    ImportKind.INQUIRIES: INQUIRIES,
    ImportKind.STANDARD_ANSWERS: STANDARD_ANSWERS,
    ImportKind.PEOPLE: PEOPLE,
    ImportKind.ACCOUNTS: ACCOUNTS,
    ImportKind.DIRECTORY: DIRECTORY,
    ImportKind.COMMENTS: COMMENTS,
    ImportKind.MEASUREMENTS: MEASUREMENTS,
    ImportKind.DAYS: DAYS,
}

# Fields without which a table is not of this kind.
REQUIRED: Mapping[ImportKind, tuple[str, ...]] = {
    ImportKind.PLAN: ("day", "channels", "title"),
    ImportKind.INQUIRIES: ("day", "text", "channel"),
    ImportKind.STANDARD_ANSWERS: ("question", "text"),
    ImportKind.PEOPLE: ("name", "nip"),
    ImportKind.ACCOUNTS: ("platform", "handle"),
    ImportKind.DIRECTORY: ("kind", "name", "short_name"),
    ImportKind.COMMENTS: REQUIRED_OF_COMMENTS,
    ImportKind.MEASUREMENTS: REQUIRED_OF_MEASUREMENTS,
    ImportKind.DAYS: ("words",),
}

# Columns that we add ourselves when faulty rows are saved; coming back they mean nothing.
OWN_COLUMNS = frozenset({"baris asal", "alasan", "original row", "reason"})
