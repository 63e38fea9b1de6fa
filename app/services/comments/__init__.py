"""The comment desk: what the public wrote under our posts, and its tone (Pasal 12(3) c)."""

from app.services.comments.finding import PostChoice, find_posts
from app.services.comments.folding import Fold, FoldKind, folded, unfolded
from app.services.comments.marking import Mark, mark_comments, put_back_marks
from app.services.comments.order import Order, in_order
from app.services.comments.posts import (
    Post,
    PostRow,
    own_names,
    post_at,
    post_of_variant,
    posts_with_comments,
)
from app.services.comments.rows import (
    CommentRow,
    PostComments,
    PostFacts,
    Tally,
    comments_of,
    tally_of,
)
from app.services.comments.taking import (
    Arrival,
    Taken,
    Understood,
    compare_pasted,
    take_comments,
    take_pasted,
    understand_pasted,
)

__all__ = [
    "Arrival",
    "CommentRow",
    "Fold",
    "FoldKind",
    "Mark",
    "Order",
    "Post",
    "PostChoice",
    "PostComments",
    "PostFacts",
    "PostRow",
    "Taken",
    "Tally",
    "Understood",
    "comments_of",
    "compare_pasted",
    "find_posts",
    "folded",
    "in_order",
    "mark_comments",
    "own_names",
    "post_at",
    "post_of_variant",
    "posts_with_comments",
    "put_back_marks",
    "take_comments",
    "take_pasted",
    "tally_of",
    "understand_pasted",
    "unfolded",
]
