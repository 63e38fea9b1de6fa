"""Tables of comment exporters: one row a comment, with its post, its moment, what it answers."""

from dataclasses import dataclass
from datetime import datetime

from app.models.imports import ImportKind
from app.services.comment_text import repeat_key
from app.services.importing.channels import addresses_in, platform_of_address
from app.services.importing.identifiers import identifier_of
from app.services.importing.judged import ReasonCode
from app.services.importing.rows import RowJudge, key_of
from app.services.importing.tables import TableRow
from app.services.importing.values import day_and_time_of, moment_of, whole_number_of


@dataclass(frozen=True, slots=True)
class CommentImport:
    """One comment; `link` is the post's address, None where the table does not name the post.

    `reply_to` is the identifier of the comment that it answers. Likes are as of the day of export,
    None where the table has no number.
    """

    platform: str | None
    link: str | None
    external_id: str | None
    reply_to: str | None
    author: str
    text: str
    written_at: datetime | None
    likes: int | None

    @property
    def repeat_key(self) -> tuple[str, str]:
        """Equal for a comment that is there already, pasted or from a table of the same post."""
        return self.author.casefold(), repeat_key(self.text)


class CommentRows:
    """Understands the rows of a comment table."""

    kind = ImportKind.COMMENTS

    def is_record(self, row: TableRow) -> bool:
        return row.own("author") is not None or row.own("text") is not None

    def understand(self, judge: RowJudge) -> CommentImport:
        row = judge.row
        link = next(iter(addresses_in(row.text("link"))), row.link("link"))
        author = judge.needed("author", ReasonCode.NAME_MISSING)
        return CommentImport(
            platform_of_address(link) if link else None,
            link,
            identifier_of(row.value("id")),
            identifier_of(row.value("reply_to")),
            author.removeprefix("@"),
            judge.needed("text", ReasonCode.TEXT_MISSING).replace("\r\n", "\n"),
            judge.read("moment", lambda: _moment(row), None),
            judge.read("likes", lambda: whole_number_of(row.value("likes")), None),
        )

    def key(self, values: CommentImport) -> str:
        return key_of(values.link or "", *values.repeat_key)

    def summary(self, values: CommentImport) -> str:
        return values.text


def _moment(row: TableRow) -> datetime | None:
    """When it was written; None where the table does not say, or only the day."""
    if not row.text("moment"):
        return None
    day, at = day_and_time_of(row.value("moment"))
    return moment_of(day, at) if at is not None else None
