"""Which comments answer the one above them: a guess, for the copied text has no indentation left.

Two things speak for it: the place (below "Hide replies", or below "2 replies") and the first word
(the name of somebody who takes part in the thread).
"""

from collections.abc import Sequence

from app.services.importing.pasted.ages import days_in
from app.services.importing.pasted.comments import Draft
from app.services.importing.pasted.lines import Kind

_GAP = 2  # so many that name nobody may stand before an answer that does


def guess_replies(
    drafts: Sequence[Draft], own: frozenset[str], *, counted_are_shown: bool
) -> tuple[list[bool], int]:
    """For each comment whether it is taken for an answer, and how many answers were not copied.

    `counted_are_shown`: the site writes the number of answers ("2 replies") also above those that
    it shows; elsewhere a number means that they are folded away.
    """
    guessed = [False] * len(drafts)
    hidden = 0
    for at, draft in enumerate(drafts):
        if more := draft.replies(Kind.REPLIES_MORE):
            hidden += more.count
        if guessed[at]:
            continue
        counted = draft.replies(Kind.REPLIES_ANNOUNCED)
        if counted is None:
            end = _end_of_open_thread(drafts, at, own)
        elif counted_are_shown:
            end = _end_of_counted_thread(drafts, at, counted.count, own if counted.name else None)
        else:
            end = at + 1
        guessed[at + 1 : end] = [True] * (end - at - 1)
        hidden += max(0, counted.count - (end - at - 1)) if counted else 0
    return guessed, hidden


def _end_of_counted_thread(
    drafts: Sequence[Draft], parent: int, count: int, answerers: frozenset[str] | None
) -> int:
    """Behind the last answer: as many as announced, of those named, none older than the parent."""
    end = parent + 1
    limit = days_in(drafts[parent].age)
    while end < len(drafts) and end - parent <= count:
        draft = drafts[end]
        age = days_in(draft.age)
        is_older = age is not None and limit is not None and age > limit
        if is_older or (answerers is not None and draft.author.casefold() not in answerers):
            break
        end += 1
    return end


def _end_of_open_thread(drafts: Sequence[Draft], parent: int, own: frozenset[str]) -> int:
    """One past the last answer where the site says at most that some follow, not how many."""
    draft = drafts[parent]
    is_open = draft.replies(Kind.REPLIES_SHOWN) or draft.replies(Kind.REPLIES_MORE)
    end = min(parent + 2, len(drafts)) if is_open else parent + 1
    taking_part = {before.author.casefold() for before in drafts[parent:end]}
    at = end
    while at < len(drafts) and at - end <= (_GAP if is_open else 0):
        author = drafts[at].author.casefold()
        if _opens_a_thread(drafts[at]):
            break
        if (
            _begins_with_a_name(drafts[at], taking_part)
            or (is_open and author in own)
            or (is_open and at == end and author in taking_part)
        ):
            end = at + 1
            taking_part |= {before.author.casefold() for before in drafts[parent:end]}
        at += 1
    return end


def _opens_a_thread(draft: Draft) -> bool:
    kinds = (Kind.REPLIES_SHOWN, Kind.REPLIES_MORE, Kind.REPLIES_ANNOUNCED)
    return any(draft.replies(kind) for kind in kinds)


def _begins_with_a_name(draft: Draft, names: set[str]) -> bool:
    first = draft.lines[0].casefold().removeprefix("@")
    return any(first.startswith(name.removeprefix("@") + " ") for name in names)
