"""The templates that the demo office keeps, one for each occasion."""

from app.models.ready_text import TemplateKind
from app.services.contents.ready_texts import TemplateFacts

TEMPLATES = (
    TemplateFacts(
        "Ucapan dukacita",
        TemplateKind.CONDOLENCE,
        "Innalillahi wa inna ilaihi raji'un.\n\nKeluarga besar {nama_kantor} turut berdukacita "
        "atas wafatnya {nama}, {jabatan}, pada {tanggal}. Semoga amal ibadahnya diterima dan "
        "keluarga yang ditinggalkan diberi ketabahan.",
    ),
    TemplateFacts(
        "Gangguan layanan",
        TemplateKind.DISRUPTION,
        "Wargi Jabar, layanan {layanan} terganggu sejak {tanggal} pukul {jam}. Petugas kami sedang "
        "memperbaikinya. Perkiraan pulih: {perkiraan}.\n\nKeperluan mendesak: {hotline}. Kami "
        "mohon maaf.",
    ),
    TemplateFacts(
        "Undangan kegiatan",
        TemplateKind.EVENT,
        "Hadiri {kegiatan}, {tanggal} pukul {jam}, di {tempat}. Gratis dan terbuka untuk umum.\n\n"
        "Keterangan: {hotline}, {situs}",
    ),
    TemplateFacts(
        "Klarifikasi hoaks",
        TemplateKind.HOAX_CLARIFICATION,
        "HOAKS. Beredar kabar bahwa {klaim}. Kabar itu tidak benar.\n\nFaktanya: {fakta}. Sumber: "
        "{sumber}.\n\nSaring sebelum sharing. Tanyakan ke {nama_singkat}: {hotline}",
    ),
    TemplateFacts(
        "Narasi tunggal mudik aman",
        TemplateKind.SINGLE_NARRATIVE,
        "Pemerintah menyiapkan mudik yang aman dan nyaman. Periksa kendaraan, istirahat setiap "
        "empat jam, dan patuhi petugas. Selamat sampai tujuan.",
        "Narasi tunggal Kementerian (contoh), 2 November 2026",
    ),
)
