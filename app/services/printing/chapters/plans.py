"""BAB VII and BAB VIII: what stood in the way, and what is to be done (huruf f and g)."""

from collections.abc import Sequence

from app.services.printing.chapters.pieces import narrative
from app.services.printing.contents import ObstacleFacts, RecommendationFacts, ReportContents
from app.services.printing.outline import Report
from app.services.printing.tables import NO_DATA, text_table


def write_obstacles(report: Report, contents: ReportContents) -> None:
    """BAB VII."""
    report.chapter("Kendala Eksternal dan Internal")
    for title, obstacles in (
        ("Kendala Eksternal", contents.external_obstacles),
        ("Kendala Internal", contents.internal_obstacles),
    ):
        report.section(title)
        _obstacle_table(report, title, obstacles)
    if contents.narratives.get("f", "").strip():
        report.section("Pembahasan")
        narrative(report, contents, "f")


def _obstacle_table(report: Report, title: str, obstacles: Sequence[ObstacleFacts]) -> None:
    if not obstacles:
        report.hint(f"{NO_DATA}: {title.lower()} belum dicatat.")
        return
    lines = [(f"{number}.", fact.text) for number, fact in enumerate(obstacles, 1)]
    report.table(title, [text_table(("No.", "Kendala"), lines, (8, 92), report.width)])


def write_recommendations(report: Report, contents: ReportContents) -> None:
    """BAB VIII."""
    report.chapter("Rekomendasi dan Rencana Tindak Lanjut")
    earlier = [fact for fact in contents.recommendations if fact.is_from_last_year]
    new = [fact for fact in contents.recommendations if not fact.is_from_last_year]
    report.section("Rekomendasi")
    if new:
        _recommendation_table(report, "Rekomendasi dan rencana tindak lanjut", new)
    else:
        report.hint(f"{NO_DATA}: rekomendasi belum dicatat.")
    if earlier:
        report.section("Tindak Lanjut Rekomendasi Tahun Sebelumnya")
        _recommendation_table(report, "Tindak lanjut rekomendasi tahun sebelumnya", earlier)
    if contents.narratives.get("g", "").strip():
        report.section("Pembahasan")
        narrative(report, contents, "g")


def _recommendation_table(
    report: Report, caption: str, facts: Sequence[RecommendationFacts]
) -> None:
    headings = (
        "No.",
        "Rekomendasi",
        "Rencana tindak lanjut",
        "Penanggung jawab",
        "Waktu",
        "Tindak lanjut",
    )
    lines = [
        (f"{number}.", fact.text, fact.plan, fact.owner, fact.due, fact.follow_up)
        for number, fact in enumerate(facts, 1)
    ]
    report.table(caption, [text_table(headings, lines, (7, 24, 24, 17, 13, 15), report.width)])
