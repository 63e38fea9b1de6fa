"""BAB II: with what the office served (huruf a)."""

from app.language import day_text
from app.services.printing.chapters.pieces import narrative
from app.services.printing.contents import OrderFacts, ReportContents
from app.services.printing.outline import Report
from app.services.printing.tables import NO_DATA, text_table


def write_policy(report: Report, contents: ReportContents) -> None:
    """BAB II."""
    policy = contents.policy
    report.chapter("Gambaran Umum Kebijakan Pelayanan Informasi")
    report.section("Kebijakan Pelayanan Informasi")
    narrative(report, contents, "a")
    report.section("Akun Resmi")
    _accounts(report, contents)
    report.section("Pelaksana dan Pejabat yang Bertanggung Jawab")
    _team(report, contents)
    for title, entries in (
        ("Standar Prosedur Operasional", policy.procedures),
        ("Prasarana dan Sarana", policy.equipment),
        ("Pembiayaan", policy.budget),
    ):
        report.section(title)
        if entries:
            report.numbered(entries)
        else:
            report.hint(NO_DATA)


def _accounts(report: Report, contents: ReportContents) -> None:
    accounts = contents.policy.accounts
    if not accounts:
        report.hint(f"{NO_DATA}: belum ada akun yang dicatat.")
        return
    report.text(f"{contents.agency.name} mengelola {len(accounts)} akun media sosial.")
    headings = ("Platform", "Akun", "Jenis (Lampiran huruf B)", "Penunjukan")
    lines = [
        (fact.platform, fact.name, fact.kind, fact.designation or "belum ditunjuk")
        for fact in accounts
    ]
    table = text_table(headings, lines, (17, 25, 25, 33), report.width)
    report.table("Akun media sosial dan penunjukannya", [table])


def _team(report: Report, contents: ReportContents) -> None:
    order = contents.policy.order
    if order is None:
        report.hint(f"{NO_DATA}: Surat Perintah sebagaimana dimaksud dalam Pasal 6 belum dicatat.")
        return
    number = f" Nomor {order.number}" if order.number else ""
    dated = f" tanggal {day_text(order.signed_on, 'id')}" if order.signed_on else ""
    report.text(
        "Pelaksana dan Pejabat yang bertanggung jawab ditunjuk dengan Surat"
        f" Perintah{number}{dated}{_period(order)}."
    )
    lines = [(member.name, member.position, member.work) for member in order.members]
    table = text_table(("Nama", "Jabatan", "Tugas"), lines, (38, 34, 28), report.width)
    report.table("Pelaksana dan tugasnya", [table])


def _period(order: OrderFacts) -> str:
    begin = f", berlaku sejak {day_text(order.valid_from, 'id')}" if order.valid_from else ""
    end = f" sampai dengan {day_text(order.valid_until, 'id')}" if order.valid_until else ""
    return begin + end if begin else end and f", berlaku{end}"
