"""Which tables and charts belong to a part, as values that the panes show."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.language import _
from app.models.report import Part
from app.services.printing.contents import Grid, ToneCount
from app.services.reports import YearFigures

Series = Sequence[Sequence[int | None]]


@dataclass(frozen=True, slots=True)
class ChartFigures:
    """Bars by month: of one thing, of tones on each other, or of platforms side by side."""

    kind: str  # "bars", "tones" or "platforms"
    months: int
    names: tuple[str, ...]
    series: tuple[tuple[int | None, ...], ...]

    @property
    def is_known(self) -> bool:
        return any(value is not None for values in self.series for value in values)


@dataclass(frozen=True, slots=True)
class Shown:
    """One table of a part, perhaps with its chart; `has_tones` draws the tones' shares beside it.

    Headings and rows read as on the paper, which is always Indonesian.
    """

    key: str
    title: str
    grid: Grid
    chart: ChartFigures | None = None
    has_tones: bool = False


def tables_of(part: Part, figures: YearFigures) -> tuple[Shown, ...]:
    """The tables of a part; none where it has words or lists alone."""
    return _TABLES[part](figures) if part in _TABLES else ()


def _messages(figures: YearFigures) -> tuple[Shown, ...]:
    messages = figures.messages
    return (
        Shown("category", _("Category"), messages.by_category),
        Shown("account", _("Account"), messages.by_account),
        Shown("month", _("Month"), messages.by_month, _bars(messages.by_month)),
        Shown("decisions", _("Decisions"), messages.decisions),
    )


def _comments(figures: YearFigures) -> tuple[Shown, ...]:
    comments = figures.comments
    by_month = comments.by_month
    tones = tuple(
        tuple(row.figures[tone].value for row in by_month.rows) for tone in range(len(ToneCount))
    )
    chart = ChartFigures(
        "tones", len(by_month.rows), tuple(tone.value for tone in ToneCount), tones
    )
    shown = [
        Shown("account", _("Account"), comments.by_account, has_tones=True),
        Shown("category", _("Category"), comments.by_category, has_tones=True),
        Shown("month", _("Month"), by_month, chart),
        Shown("inquiries", _("Inquiries"), comments.inquiries),
        Shown("referrals", _("Referrals"), comments.referrals),
    ]
    if comments.requests.rows:
        shown.append(Shown("requests", _("Requests"), comments.requests))
    if comments.incoming.rows:
        shown.append(Shown("incoming", _("Incoming"), comments.incoming))
    return tuple(shown)


def _sending(figures: YearFigures) -> tuple[Shown, ...]:
    sending = figures.sending
    return (
        Shown("account", _("Account"), sending.by_account),
        Shown("messages", _("Messages by month"), sending.messages_by_month),
        Shown(
            "shares",
            _("Shares by month"),
            sending.shares_by_month,
            _platforms(sending.shares_by_month),
        ),
    )


def _traffic(figures: YearFigures) -> tuple[Shown, ...]:
    traffic = figures.traffic
    return (
        Shown("conversations", _("Conversations"), traffic.conversations),
        Shown("visitors", _("Visitors and pages"), traffic.visitors),
        *(
            Shown(f"month{number}", month.title, month.grid, _platforms(month.grid))
            for number, month in enumerate(traffic.by_month)
        ),
    )


_TABLES: dict[Part, Callable[[YearFigures], tuple[Shown, ...]]] = {
    Part.CONTENT_REVIEW: _messages,
    Part.COMMENTS: _comments,
    Part.SHARES: _sending,
    Part.TRAFFIC: _traffic,
}


def _bars(grid: Grid) -> ChartFigures:
    values = tuple(row.figures[0].value for row in grid.rows)
    return ChartFigures("bars", len(grid.rows), grid.columns[:1], (values,))


def _platforms(grid: Grid) -> ChartFigures | None:
    if not grid.rows:
        return None
    shown = range(min(len(grid.columns), 4))
    series = tuple(tuple(row.figures[index].value for row in grid.rows) for index in shown)
    return ChartFigures("platforms", len(grid.rows), grid.columns[: len(series)], series)
