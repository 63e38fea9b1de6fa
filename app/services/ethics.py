"""The nine points of ethics (Pasal 9) and how the checklist words them."""

from app.language import _

ALL_LETTERS = "abcdefghi"

_FULL = {
    "a": (
        "memegang teguh ideologi Pancasila, setia, dan mempertahankan Undang-Undang Dasar "
        "Negara Republik Indonesia Tahun 1945 serta pemerintahan yang sah, mengabdikan "
        "kepada negara dan rakyat Indonesia, serta menjalankan tugas secara profesional "
        "dan tidak berpihak"
    ),
    "b": (
        "memelihara dan menjunjung tinggi standar etika yang luhur, memegang nilai dasar "
        "ASN, dan selalu menjaga reputasi dan integritas ASN"
    ),
    "c": (
        "menjaga kerahasiaan yang menyangkut kebijakan Pemerintah Daerah Provinsi, "
        "memberikan informasi secara benar dan tidak menyesatkan kepada pihak lain yang "
        "memerlukan informasi terkait kepentingan kedinasan"
    ),
    "d": (
        "tidak menyalahgunakan informasi intern Pemerintah Daerah Provinsi untuk mendapat "
        "atau mencari keuntungan atau manfaat bagi diri sendiri atau untuk orang lain"
    ),
    "e": (
        "menggunakan sarana media sosial secara bijaksana, serta diarahkan untuk "
        "mempererat persatuan dan kesatuan Negara Kesatuan Republik Indonesia"
    ),
    "f": (
        "memastikan bahwa informasi yang disebarluaskan jelas sumbernya, dapat dipastikan "
        "kebenarannya, dan tidak mengandung unsur kebohongan"
    ),
    "g": (
        "tidak membuat dan menyebarkan hoaks, fitnah, provokasi, radikalisme, terorisme, "
        "dan pornografi melalui media sosial atau media lainnya"
    ),
    "h": (
        "tidak memproduksi dan menyebarkan informasi yang memiliki muatan yang "
        "menimbulkan rasa kebencian atau permusuhan individu dan/atau kelompok masyarakat "
        "tertentu berdasarkan atas suku, agama, ras, dan antargolongan, melanggar "
        "kesusilaan, perjudian, penghinaan dan/atau pencemaran nama baik, pemerasan "
        "dan/atau pengancaman"
    ),
    "i": (
        "melaksanakan Keterbukaan Informasi Publik sesuai ketentuan peraturan perundang- undangan"
    ),
}


def full_rule(letter: str) -> str:
    """The words of Pasal 9 itself; the regulation is quoted in Indonesian whatever the language."""
    return _FULL[letter]


def short_rule(letter: str) -> str:
    """One line of the checklist."""
    rules = {
        "a": _(
            "True to Pancasila, the constitution, the lawful government; professional, impartial"
        ),
        "b": _("Ethics, core values, reputation and integrity of the civil service"),
        "c": _("Confidences kept; true, not misleading"),
        "d": _("Internal information not misused"),
        "e": _("Wise; strengthens the unity of the nation"),
        "f": _("Clear source, true, no lie"),
        "g": _("No hoax, slander, provocation, radicalism, terrorism, pornography"),
        "h": _("No hatred of groups, indecency, gambling, insult, defamation, extortion, threat"),
        "i": _("Public information is open as the law says"),
    }
    return rules[letter]
