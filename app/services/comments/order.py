"""In which order comments are marked."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from app.services.comments.rows import CommentRow


class Order(StrEnum):
    """What stands first."""

    OLDEST = "oldest"
    NEWEST = "newest"
    MOST_LIKED = "most_liked"


def written_about(row: CommentRow) -> datetime:
    """When it was written, or about when by the age that the site showed as it was copied."""
    return row.written_at or row.written_about_at or row.seen_at


def in_order(rows: Iterable[CommentRow], order: Order) -> list[CommentRow]:
    """The comments in this order; those of one age stay as the page had them."""
    if order is Order.MOST_LIKED:
        return sorted(rows, key=lambda row: -(row.likes or 0))
    return sorted(rows, key=written_about, reverse=order is Order.NEWEST)
