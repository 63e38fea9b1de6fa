"""The facts that go on paper, as plain values: what a desk gathers and a document prints.

Nothing here knows a database or ReportLab. A figure that nobody knows is `Figure()`, never 0: it is
printed as "Tidak ada data". Labels of rows are Indonesian already, as all words on paper.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Literal

Paper = Literal["a4", "f4"]
Mode = Literal["own", "plt", "plh", "an", "an_ub"]
PARTS = ("a", "b", "c", "d", "e", "f", "g")  # Pasal 12 ayat (3)


@dataclass(frozen=True, slots=True)
class Figure:
    """A count, or the reason why there is none."""

    value: int | None = None
    reason: str = ""


def sum_of(figures: Sequence[Figure]) -> Figure:
    """The sum of what is known; unknown if nothing is."""
    known = [figure.value for figure in figures if figure.value is not None]
    return Figure(sum(known)) if known else Figure()


@dataclass(frozen=True, slots=True)
class GridRow:
    """One line of a table: what it is about and its figures, in the order of the grid's columns.

    `platform` is the key of the platform whose account the line is about.
    """

    label: str
    figures: tuple[Figure, ...]
    platform: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of counts, as by category, account or month."""

    heading: str
    columns: tuple[str, ...]
    rows: tuple[GridRow, ...] = ()
    is_summed: bool = True  # a table of unlike things has no line of sums
    unsummed: frozenset[int] = frozenset()  # columns whose figures mean another thing in each row

    @property
    def is_known(self) -> bool:
        """Whether at least one of its figures is known."""
        return any(figure.value is not None for row in self.rows for figure in row.figures)

    @property
    def totals(self) -> tuple[Figure | None, ...]:
        """Each column's sum, None where figures are never added; empty without a line of sums."""
        has_line = self.is_summed and len(self.rows) > 1 and len(self.unsummed) < len(self.columns)
        if not has_line:
            return ()
        columns = zip(*(row.figures for row in self.rows), strict=True)
        return tuple(
            None if index in self.unsummed else sum_of(column)
            for index, column in enumerate(columns)
        )


class ToneCount(StrEnum):
    """The columns of a table of comments, in this order (Pasal 12 ayat (3) huruf c)."""

    POSITIVE = "Positif"
    NEUTRAL = "Netral"
    NEGATIVE = "Negatif"
    UNDETERMINED = "Belum ditentukan"  # so that a row adds up to its sum


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The kop surat: one picture of the whole, or the lines from which it is composed."""

    picture: bytes | None = None
    authority: str = "PEMERINTAH DAERAH PROVINSI JAWA BARAT"
    parent: str = ""
    unit: str = ""
    address: str = ""
    contact: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signs, and in which right.

    `titles` holds one title for `own`, `plt` and `plh`, two for `an` (superior, signer), three for
    `an_ub`.
    """

    titles: tuple[str, ...]
    name: str = ""
    rank: str = ""
    nip: str = ""
    mode: Mode = "own"


@dataclass(frozen=True, slots=True)
class AgencyFacts:
    """The office's agency as its papers name it."""

    name: str
    kind: str = ""
    head_title: str = "Kepala"
    town: str = "Bandung"
    letterhead: Letterhead = field(default_factory=Letterhead)


@dataclass(frozen=True, slots=True)
class AccountFacts:
    """An official account, with the decision that made it official (Pasal 6 ayat (1))."""

    platform: str
    name: str
    address: str = ""
    kind: str = ""
    designation: str = ""
    audience: str = ""
    responsible: str = ""


@dataclass(frozen=True, slots=True)
class MemberFacts:
    """A person of the team as the Surat Perintah names him.

    `duties` are those of Pasal 6 ayat (4), `tasks` what the order charges this person with besides.
    """

    name: str
    duties: tuple[str, ...]
    nip: str = ""
    rank: str = ""
    position: str = ""
    tasks: tuple[str, ...] = ()

    @property
    def work(self) -> str:
        """The duties, and each task in a line of its own; a duty that a task names is not said."""
        told = " ".join(self.tasks).casefold()
        duties = ", ".join(duty for duty in self.duties if duty.casefold() not in told)
        return "\n".join(filter(None, (duties, *self.tasks)))


@dataclass(frozen=True, slots=True)
class OrderFacts:
    """The Surat Perintah that appoints the team (Pasal 6 ayat (2)–(4))."""

    number: str = ""
    signed_on: date | None = None
    signer: str = ""
    valid_from: date | None = None
    valid_until: date | None = None
    members: tuple[MemberFacts, ...] = ()


@dataclass(frozen=True, slots=True)
class PolicyFacts:
    """With what the office served: Pasal 12 ayat (3) huruf a."""

    accounts: tuple[AccountFacts, ...] = ()
    order: OrderFacts | None = None
    procedures: tuple[str, ...] = ()
    equipment: tuple[str, ...] = ()
    budget: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """A chosen content of the year."""

    published_on: date | None
    title: str
    category: str
    accounts: str


@dataclass(frozen=True, slots=True)
class MessageFigures:
    """What was said: Pasal 12 ayat (3) huruf b."""

    by_category: Grid
    by_account: Grid
    by_month: Grid
    decisions: Grid
    examples: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True)
class CommentFigures:
    """What the public wrote and in which tone, and how it was answered: Pasal 12 ayat (3) huruf c.

    The grids of tones have the columns of `ToneCount` and one for the sum. `referrals` went to
    agencies that the 24 hours of Lampiran C.4 bind, `requests` to others.
    """

    by_account: Grid
    by_category: Grid
    by_month: Grid
    inquiries: Grid
    referrals: Grid
    requests: Grid
    incoming: Grid
    unclassified: Figure = Figure()


@dataclass(frozen=True, slots=True)
class SendingFigures:
    """Sharing and messages sent: Pasal 12 ayat (3) huruf d."""

    by_account: Grid
    messages_by_month: Grid
    shares_by_month: Grid  # a column a platform: what each counts is another thing


@dataclass(frozen=True, slots=True)
class SharedPost:
    """A post that people passed on more than others of its account."""

    published_on: date | None
    title: str
    account: str
    shares: int
    usual: int  # the median of that account's posts


@dataclass(frozen=True, slots=True)
class MonthGrid:
    """One measure by month, a column a platform."""

    title: str
    grid: Grid


@dataclass(frozen=True, slots=True)
class TrafficFigures:
    """Conversations, visitors, pages, reach and what went viral: Pasal 12 ayat (3) huruf e."""

    conversations: Grid
    visitors: Grid
    by_month: tuple[MonthGrid, ...] = ()
    most_shared: tuple[SharedPost, ...] = ()


@dataclass(frozen=True, slots=True)
class ObstacleFacts:
    """What stood in the way: Pasal 12 ayat (3) huruf f."""

    text: str


@dataclass(frozen=True, slots=True)
class RecommendationFacts:
    """What should be done next, or what became of last year's: Pasal 12 ayat (3) huruf g."""

    text: str
    plan: str = ""
    owner: str = ""
    due: str = ""
    follow_up: str = ""
    is_from_last_year: bool = False


@dataclass(frozen=True, slots=True)
class PostLine:
    """One published post in the annex."""

    published_on: date | None
    account: str
    category: str
    title: str
    reference: str


@dataclass(frozen=True, slots=True)
class InquiryLine:
    """One inquiry in the annex: nothing in it tells who asked or what he wrote."""

    received_on: date
    account: str
    kind: str
    topic: str
    state: str
    reference: str


@dataclass(frozen=True, slots=True)
class ReferralLine:
    """One referral in the annex, without personal data."""

    reference: str
    agency: str
    contacted_at: str
    answered_at: str
    outcome: str


@dataclass(frozen=True, slots=True)
class Missing:
    """What a part of the report still lacks."""

    part: str
    sentence: str


@dataclass(frozen=True, slots=True)
class ReportContents:
    """Everything that the annual report of one year prints (Pasal 12)."""

    year: int
    agency: AgencyFacts
    head: Signatory
    until: date
    made_on: date
    messages: MessageFigures
    comments: CommentFigures
    sending: SendingFigures
    traffic: TrafficFigures
    policy: PolicyFacts = PolicyFacts()
    compiler: Signatory | None = None
    signed_on: date | None = None
    narratives: Mapping[str, str] = field(default_factory=dict)
    preface: str = ""
    introduction: str = ""
    closing: str = ""
    external_obstacles: tuple[ObstacleFacts, ...] = ()
    internal_obstacles: tuple[ObstacleFacts, ...] = ()
    recommendations: tuple[RecommendationFacts, ...] = ()
    missing: tuple[Missing, ...] = ()
    posts: tuple[PostLine, ...] = ()
    inquiries: tuple[InquiryLine, ...] = ()
    referrals: tuple[ReferralLine, ...] = ()
    is_example: bool = False


@dataclass(frozen=True, slots=True)
class LetterContents:
    """Everything that a Surat Perintah prints; what is not known yet becomes dots."""

    agency: AgencyFacts
    signer: Signatory
    members: tuple[MemberFacts, ...]
    title: str = "SURAT PERINTAH"
    number: str = ""
    bases: tuple[str, ...] = ()
    tasks: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_until: date | None = None
    signed_on: date | None = None
    copies_to: tuple[str, ...] = ()
    is_example: bool = False
