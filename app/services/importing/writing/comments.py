"""Rows of a comment table become comments under their posts, each only once."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.comment import Citizen, Comment
from app.services.comment_text import repeat_key
from app.services.comments.posts import post_at
from app.services.comments.taking import Arrival, take_comments
from app.services.importing.comments_table import CommentImport
from app.services.importing.judged import Note
from app.services.importing.writing.writer import Batch
from app.services.inquiries.writing import ELSEWHERE, plain_handle
from app.services.links import canonical

_Key = tuple[str | None, str, str]  # post, author, text


class CommentWriter:
    """Writes comments; of those that are there already likes and moment grow."""

    renews = True
    completes = False

    def known(self, session: Session, rows: Sequence[CommentImport]) -> list[int | None]:
        posts = {_post_key(row) for row in rows}
        query = (
            select(Comment.post_key, Citizen.handle, Comment.fold_key, Comment.id)
            .join(Citizen, Citizen.id == Comment.citizen_id)
            .where(Comment.post_key.in_(posts))
        )
        there: dict[_Key, int] = {
            (post, (handle or "").casefold(), fold): key
            for post, handle, fold, key in session.execute(query)
        }
        return [there.get(_key(row)) for row in rows]

    def ours(self, session: Session, keys: Sequence[int]) -> dict[int, dict[str, str]]:
        found = session.scalars(select(Comment).where(Comment.id.in_(keys)))
        return {comment.id: {"text": comment.text} for comment in found}

    def theirs(self, values: CommentImport) -> dict[str, str]:
        return {"text": values.text}

    def notes(self, session: Session, rows: Sequence[CommentImport]) -> list[Note]:
        return []

    def write(
        self, batch: Batch, rows: Sequence[CommentImport], there: Sequence[int | None]
    ) -> list[int | None]:
        by_post: dict[str, list[CommentImport]] = {}
        for row in rows:
            by_post.setdefault(row.link or "", []).append(row)
        done = 0
        for link, comments in by_post.items():
            post = post_at(batch.tx.session, link)
            take_comments(batch.tx, post, [_arrival(row) for row in comments], batch.import_run_id)
            done += len(comments)
            batch.progress(done, len(rows))
        return self.known(batch.tx.session, rows)


def _post_key(row: CommentImport) -> str | None:
    return canonical(row.link) if row.link else None


def _key(row: CommentImport) -> _Key:
    author = plain_handle(row.platform or ELSEWHERE, row.author) or row.author
    return _post_key(row), author.casefold(), repeat_key(row.text)


def _arrival(row: CommentImport) -> Arrival:
    return Arrival(
        author=row.author,
        text=row.text,
        written_at=row.written_at,
        likes=row.likes,
        is_reply=row.reply_to is not None,
        external_id=row.external_id,
    )
