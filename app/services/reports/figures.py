"""All figures of a year at once, as the screen and the paper show them (Pasal 12 ayat (3) b–e)."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from app.language import wib
from app.models.measurement import Measure
from app.services.printing.contents import (
    CommentFigures,
    Figure,
    Grid,
    GridRow,
    MessageFigures,
    SendingFigures,
    TrafficFigures,
)
from app.services.printing.words import MONTHS
from app.services.reports.accounts import (
    AccountKey,
    ReportAccount,
    account_grid,
    report_accounts,
)
from app.services.reports.comments import answers_by, comment_figures
from app.services.reports.measured import Measured, measured
from app.services.reports.messages import message_figures
from app.services.reports.year import until_day


@dataclass(frozen=True, slots=True)
class YearFigures:
    """Parts b, c, d and e in figures."""

    messages: MessageFigures
    comments: CommentFigures
    sending: SendingFigures
    traffic: TrafficFigures


def year_figures(session: Session, year: int, now: datetime) -> YearFigures:
    """Everything that is counted by itself, in a fixed number of statements."""
    accounts = report_accounts(session)
    months = until_day(year, wib(now).date()).month
    platform_figures = measured(session, year, accounts)
    messages = message_figures(session, year, months, accounts)
    comments = comment_figures(session, year, months, accounts, now)
    answers, answers_by_month = answers_by(session, year)
    return YearFigures(
        messages,
        comments,
        SendingFigures(
            _sent_by_account(accounts, platform_figures, messages, answers),
            _sent_by_month(months, messages, answers_by_month),
            platform_figures.by_month(Measure.SHARES, months),
        ),
        TrafficFigures(
            _conversations(accounts, platform_figures, comments, answers),
            _visitors(accounts, platform_figures),
            platform_figures.months(months),
            platform_figures.most_shared(),
        ),
    )


def _counted(grid: Grid, index: int) -> dict[str, int]:
    return {row.label: row.figures[index].value or 0 for row in grid.rows}


def _by_name(accounts: list[ReportAccount], counted: dict[AccountKey, int]) -> Grid:
    figures = {key: (Figure(number),) for key, number in counted.items()}
    return account_grid(accounts, ("Jawaban",), figures, (Figure(0),))


def _sent_by_account(
    accounts: list[ReportAccount],
    platform_figures: Measured,
    messages: MessageFigures,
    answers: dict[AccountKey, int],
) -> Grid:
    """Sharing as the platform counts it; what we sent as we count it; broadcasts by hand."""
    posts, answered = _counted(messages.by_account, 0), _by_name(accounts, answers)
    by_name = {account.name: account for account in accounts}
    rows = []
    for row in answered.rows:
        account = by_name.get(row.label)
        rows.append(
            GridRow(
                row.label,
                (
                    _measure(platform_figures, account, Measure.SHARES),
                    _measure(platform_figures, account, Measure.REPOSTS),
                    Figure(posts.get(row.label, 0)),
                    row.figures[0],
                    _measure(platform_figures, account, Measure.MESSAGES_SENT),
                ),
                row.platform,
            )
        )
    columns = ("Sharing", "Repost", "Tayangan", "Jawaban", "Siaran")
    return Grid("Akun", columns, tuple(rows), unsummed=frozenset({0, 1}))


def _measure(figures: Measured, account: ReportAccount | None, measure: Measure) -> Figure:
    if account is None:
        return Figure(None, "")
    figure = figures.of_account(account, measure)
    # Nobody but X and LinkedIn counts reposts, and broadcasts are counted by hand where they are.
    rare = measure in (Measure.REPOSTS, Measure.MESSAGES_SENT)
    return Figure() if figure.value is None and rare else figure


def _sent_by_month(months: int, messages: MessageFigures, answers: dict[int, int]) -> Grid:
    posts = _counted(messages.by_month, 0)
    rows = (
        GridRow(name, (Figure(posts[name]), Figure(answers.get(number, 0))))
        for number, name in enumerate(MONTHS[:months], 1)
    )
    return Grid("Bulan", ("Tayangan", "Jawaban"), tuple(rows))


def _conversations(
    accounts: list[ReportAccount],
    platform_figures: Measured,
    comments: CommentFigures,
    answers: dict[AccountKey, int],
) -> Grid:
    """What we hold one by one beside what the platforms count; the two are never added."""
    ours: dict[str, int] = defaultdict(int, _counted(comments.by_account, 3))
    for name, number in _counted(_by_name(accounts, answers), 0).items():
        ours[name] += number
    by_name = {account.name: account for account in accounts}
    measures = (Measure.COMMENTS, Measure.ENGAGEMENTS, Measure.CONVERSATIONS)
    rows = []
    for name, number in ours.items():
        theirs = [_measure(platform_figures, by_name.get(name), measure) for measure in measures]
        account = by_name.get(name)
        rows.append(GridRow(name, (Figure(number), *theirs), account.platform if account else ""))
    columns = ("Tercatat", "Komentar", "Interaksi", "Percakapan")
    return Grid("Akun", columns, tuple(rows), unsummed=frozenset({1, 2, 3}))


def _visitors(accounts: list[ReportAccount], platform_figures: Measured) -> Grid:
    columns = {
        "Pengunjung": Measure.VISITORS,
        "Profil": Measure.PROFILE_VISITS,
        "Halaman": Measure.PAGE_VIEWS,
        "Jangkauan": Measure.REACH,
        "Dilihat": Measure.VIEWS,
        "Impresi": Measure.IMPRESSIONS,
    }
    rows = (
        GridRow(
            account.name,
            tuple(platform_figures.of_account(account, measure) for measure in columns.values()),
            account.platform,
        )
        for account in accounts
    )
    return Grid("Akun", tuple(columns), tuple(rows), unsummed=frozenset(range(len(columns))))
