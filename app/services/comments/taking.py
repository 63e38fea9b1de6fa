"""Comments come in, pasted or from a table, each only once, however often it is copied."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.account import Account
from app.models.comment import Citizen, Comment
from app.models.roles import AUTHORS
from app.services.clocks import happened
from app.services.comment_text import repeat_key
from app.services.comments.posts import Post, own_names, post_at, post_of_variant
from app.services.importing.pasted import PastedComments, read_pasted
from app.services.importing.pasted.ages import about_when, is_month_known
from app.services.inquiries.writing import ELSEWHERE, plain_handle
from app.services.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Arrival:
    """One comment that comes in, from wherever."""

    author: str
    text: str
    written_at: datetime | None = None
    written_age: str | None = None
    likes: int | None = None
    is_reply: bool = False
    is_own: bool = False
    is_incomplete: bool = False
    external_id: str | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of the comments that came in."""

    post_key: str
    new: int
    known: int  # there already, or standing twice in what was copied
    own: int  # among the new ones: our own lines, which get no tone


def take_pasted(
    tx: Transaction,
    pasted: PastedComments,
    *,
    variant_id: int | None = None,
    address: str | None = None,
    copied_at: datetime | None = None,
) -> Taken:
    """Keep pasted comments under their post: a variant, or the post at a bare address.

    Sites show ages ("3 mgg"), which count from `copied_at`; None: they were copied just now.

    Raises:
        InvalidValue: neither names a post.
        BeforeLastEvent: they would have been copied before the post was published, or in future.
        NotFound, NotPermitted: as usual.
    """
    post = _post(tx.session, variant_id, address)
    return take_comments(tx, post, arrivals_of(pasted), copied_at=copied_at)


@dataclass(frozen=True, slots=True)
class Understood:
    """What a pasted text says, and what would become of it.

    `taken` is None while no post is chosen. Of `month_unknown` comments the age leaves open in
    which month they were written.
    """

    pasted: PastedComments
    taken: Taken | None
    month_unknown: int


def understand_pasted(
    session: Session, text: str, copied_at: datetime, address: str | None = None
) -> Understood:
    """Read a pasted text, and compare it with what its post has already; nothing is stored.

    Raises:
        NoCommentsFound: the text has the shape of no site's comments.
        InvalidValue: the address is none.
    """
    handles = session.execute(select(Account.handle, Account.name))
    pasted = read_pasted(text, {name for row in handles for name in row if name})
    unknown = sum(
        bool(comment.age_text) and not is_month_known(comment.age_text, copied_at)
        for comment in pasted.comments
    )
    taken = compare_pasted(session, pasted, address=address) if address else None
    return Understood(pasted, taken, unknown)


def compare_pasted(
    session: Session,
    pasted: PastedComments,
    variant_id: int | None = None,
    address: str | None = None,
) -> Taken:
    """What `take_pasted` would do with these, without doing it.

    Raises:
        InvalidValue, NotFound: as there.
    """
    post = _post(session, variant_id, address)
    known = _Known(session, post)
    own = own_names(session, post.platform)
    new: list[Comment] = []
    for arrival in arrivals_of(pasted):
        if known.meet(arrival) is None:
            new.append(_comment(post, arrival, own))
            known.add(_handle(post, arrival), new[-1])
    return Taken(post.key, len(new), len(pasted.comments) - len(new), _count_own(new))


def arrivals_of(pasted: PastedComments) -> list[Arrival]:
    """Pasted comments as they come in."""
    return [
        Arrival(
            author=comment.author,
            text=comment.text,
            written_age=comment.age_text or None,
            likes=comment.likes,
            is_reply=comment.is_reply_guess,
            is_own=comment.is_own,
            is_incomplete=comment.is_incomplete,
        )
        for comment in pasted.comments
    ]


def take_comments(
    tx: Transaction,
    post: Post,
    arrivals: Sequence[Arrival],
    import_run_id: int | None = None,
    copied_at: datetime | None = None,
) -> Taken:
    """Keep the comments of one post. Of those that are there already only the facts grow.

    Raises:
        BeforeLastEvent: they were copied before the post was published, or in the future.
        NotPermitted: the actor is none of the post's authors.
    """
    tx.permit("take_comments", AUTHORS)
    if copied_at is not None:
        copied_at = happened(tx, copied_at, post.published_at or copied_at)
    copied_at = copied_at or tx.now
    own = own_names(tx.session, post.platform)
    known = _Known(tx.session, post)
    citizens = _citizens(tx, post, arrivals)
    new: list[Comment] = []
    for arrival in arrivals:
        there = known.meet(arrival)
        if there is not None:
            _grow(there, arrival)
            continue
        handle = _handle(post, arrival)
        comment = _comment(post, arrival, own)
        comment.citizen_id = citizens[handle.casefold()]
        comment.seen_at = copied_at
        comment.written_about_at = _about_when(post, arrival, copied_at)
        comment.import_run_id = import_run_id
        known.add(handle, comment)
        new.append(comment)
    tx.session.add_all(new)
    tx.session.flush()
    taken = Taken(post.key, len(new), len(arrivals) - len(new), _count_own(new))
    tx.audit("take_comments", "comment", post=post.key, new=taken.new, known=taken.known)
    return taken


def _comment(post: Post, arrival: Arrival, own: frozenset[str]) -> Comment:
    """A new comment; whose it is, and when we first had it, its taker adds."""
    return Comment(
        platform=post.platform,
        account_id=post.account_id,
        variant_id=post.variant_id,
        post_key=post.key,
        text=arrival.text,
        fold_key=repeat_key(arrival.text),
        external_id=arrival.external_id,
        written_at=arrival.written_at,
        written_age=arrival.written_age,
        likes=arrival.likes,
        is_reply=arrival.is_reply,
        is_own=arrival.is_own or _handle(post, arrival).casefold() in own,
        is_incomplete=arrival.is_incomplete,
    )


def _about_when(post: Post, arrival: Arrival, copied_at: datetime) -> datetime | None:
    """About when it was written, by its age: never before the post that it stands under."""
    about = about_when(arrival.written_age or "", copied_at)
    if about is None or arrival.written_at is not None:
        return None
    return max(about, post.published_at) if post.published_at else about


def _count_own(new: Sequence[Comment]) -> int:
    return sum(comment.is_own for comment in new)


@dataclass(slots=True)
class _Known:
    """The comments of a post by author and text, so that none is kept twice."""

    session: Session
    post: Post
    _by_key: dict[tuple[str, str], Comment] = field(default_factory=dict)
    _cut: dict[str, list[Comment]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        query = (
            select(Comment, Citizen.handle)
            .join(Citizen, Citizen.id == Comment.citizen_id)
            .where(Comment.post_key == self.post.key)
            .order_by(Comment.id)
        )
        for comment, handle in self.session.execute(query):
            self.add(handle or "", comment)

    def add(self, handle: str, comment: Comment) -> None:
        self._by_key[handle.casefold(), comment.fold_key] = comment
        self._cut.setdefault(handle.casefold(), []).append(comment)

    def meet(self, arrival: Arrival) -> Comment | None:
        """The same comment, kept earlier; a long text may have been cut here or there."""
        author = _handle(self.post, arrival).casefold()
        same = self._by_key.get((author, repeat_key(arrival.text)))
        if same is not None:
            return same
        for comment in self._cut.get(author, ()):
            if _continues(comment, arrival):
                return comment
        return None


def _continues(comment: Comment, arrival: Arrival) -> bool:
    """Whether one is the beginning of the other, where the site showed no more of it."""
    if comment.is_incomplete == arrival.is_incomplete:
        return False
    cut, whole = (
        (comment.text, arrival.text) if comment.is_incomplete else (arrival.text, comment.text)
    )
    return whole.startswith(cut.rstrip(".… "))


def _grow(comment: Comment, arrival: Arrival) -> None:
    """What is newly known of a comment; a blank never overwrites a value."""
    if arrival.likes is not None:
        comment.likes = arrival.likes
    comment.external_id = comment.external_id or arrival.external_id
    comment.written_at = comment.written_at or arrival.written_at
    if comment.is_incomplete and not arrival.is_incomplete:
        comment.text, comment.fold_key = arrival.text, repeat_key(arrival.text)
        comment.is_incomplete = False


def _citizens(tx: Transaction, post: Post, arrivals: Iterable[Arrival]) -> dict[str, int]:
    """The keys of all who wrote, by handle; whoever is new is added."""
    handles = {(handle := _handle(post, arrival)).casefold(): handle for arrival in arrivals}
    platform = post.platform or ELSEWHERE
    everybody = select(Citizen.handle, Citizen.id).where(Citizen.platform == platform)
    known = tx.session.execute(everybody)
    found = {handle.casefold(): key for handle, key in known if handle}
    new = [
        Citizen(platform=platform, handle=handle)
        for folded, handle in handles.items()
        if folded not in found
    ]
    tx.session.add_all(new)
    tx.session.flush()
    return found | {str(citizen.handle).casefold(): citizen.id for citizen in new}


def _handle(post: Post, arrival: Arrival) -> str:
    return plain_handle(post.platform or ELSEWHERE, arrival.author) or arrival.author


def _post(session: Session, variant_id: int | None, address: str | None) -> Post:
    if variant_id is not None:
        return post_of_variant(session, variant_id)
    return post_at(session, address or "")
