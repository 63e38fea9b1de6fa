"""Content: one idea on its way from collected material to what the public sees (Lampiran D)."""

from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.models.base import Base, Identified, Versioned
from app.models.flow import Step
from app.models.roles import ADMIN_ONLY, AUTHORS, DECIDERS, Role

if TYPE_CHECKING:
    from app.models.hoax import HoaxCheck
    from app.models.influencer import ContentInfluencer
    from app.models.variant import Variant


class ContentState(StrEnum):
    """States in the order of the flow."""

    COLLECTED = "collected"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    EDITING = "editing"
    READY = "ready"
    APPROVED = "approved"
    CANCELLED = "cancelled"
    RECORDED = "recorded"


class ContentAct(StrEnum):
    """What people do with a content."""

    SUBMIT = "submit"
    SELECT = "select"
    RETURN_TO_AUTHOR = "return_to_author"
    SELECT_AND_APPROVE = "select_and_approve"
    FINISH = "finish"
    APPROVE = "approve"
    RECALL = "recall"
    REOPEN = "reopen"
    CANCEL = "cancel"


class Category(StrEnum):
    """What a message is about (Pasal 7 a–i, "antara lain"), and the agency's own."""

    AGENCY_ACTIVITY = "agency_activity"
    CURRENT_ISSUE = "current_issue"
    DISASTER = "disaster"
    REGIONAL_PROMOTION = "regional_promotion"
    CLARIFICATION = "clarification"
    HOAX_EXPLANATION = "hoax_explanation"
    POLICY = "policy"
    SINGLE_NARRATIVE = "single_narrative"
    CULTURAL_HERITAGE = "cultural_heritage"
    OTHER = "other"


# The letter of Pasal 7 by which the office knows each of the nine.
CATEGORY_LETTERS: dict[Category, str] = dict(
    zip(
        (category for category in Category if category is not Category.OTHER),
        "abcdefghi",
        strict=True,
    )
)

_SUBMITTERS = frozenset({Role.ADMIN, Role.CREATIVE})
_CANCELLERS = ADMIN_ONLY | DECIDERS
LAST_LEVEL = "last"
NOT_LAST_LEVEL = "not_last"

# Lampiran D. Acts obey this table, screens enable their buttons from it, the help page draws it.
FLOW: tuple[Step, ...] = (
    Step(ContentState.COLLECTED, ContentAct.SUBMIT, ContentState.SUBMITTED, _SUBMITTERS),
    Step(ContentState.SUBMITTED, ContentAct.SELECT, ContentState.EDITING, DECIDERS, not_own=True),
    Step(
        ContentState.SUBMITTED,
        ContentAct.RETURN_TO_AUTHOR,
        ContentState.RETURNED,
        DECIDERS,
        not_own=True,
        needs_reason=True,
    ),
    Step(
        ContentState.SUBMITTED,
        ContentAct.SELECT_AND_APPROVE,
        ContentState.APPROVED,
        DECIDERS,
        not_own=True,
    ),
    Step(
        ContentState.RETURNED,
        ContentAct.SUBMIT,
        ContentState.SUBMITTED,
        _SUBMITTERS,
        author_may=True,
    ),
    Step(ContentState.EDITING, ContentAct.FINISH, ContentState.READY, AUTHORS),
    Step(
        ContentState.READY,
        ContentAct.APPROVE,
        ContentState.READY,
        DECIDERS,
        not_own=True,
        when=NOT_LAST_LEVEL,
    ),
    Step(
        ContentState.READY,
        ContentAct.APPROVE,
        ContentState.APPROVED,
        DECIDERS,
        not_own=True,
        when=LAST_LEVEL,
    ),
    Step(
        ContentState.READY,
        ContentAct.RETURN_TO_AUTHOR,
        ContentState.EDITING,
        DECIDERS,
        not_own=True,
        needs_reason=True,
    ),
    Step(
        ContentState.SUBMITTED,
        ContentAct.RECALL,
        ContentState.COLLECTED,
        ADMIN_ONLY,
        author_may=True,
    ),
    Step(ContentState.READY, ContentAct.RECALL, ContentState.EDITING, ADMIN_ONLY, author_may=True),
    Step(
        ContentState.APPROVED,
        ContentAct.REOPEN,
        ContentState.EDITING,
        AUTHORS,
        needs_reason=True,
    ),
    *(
        Step(state, ContentAct.CANCEL, ContentState.CANCELLED, _CANCELLERS, needs_reason=True)
        for state in (
            ContentState.COLLECTED,
            ContentState.SUBMITTED,
            ContentState.RETURNED,
            ContentState.EDITING,
            ContentState.READY,
            ContentState.APPROVED,
        )
    ),
)

EDITABLE = frozenset({ContentState.COLLECTED, ContentState.RETURNED, ContentState.EDITING})


class Content(Versioned, Identified, Base):
    """One idea; its variants say what goes to which account.

    `text` is the base text that a variant follows until it has one of its own. `planned_at` is the
    moment from which an undecided idea is shown in the calendar; variants have their own.
    """

    __tablename__ = "content"
    __table_args__ = (
        CheckConstraint("title <> ''", name="has_title"),
        CheckConstraint("state <> 'cancelled' OR closing_reason IS NOT NULL", name="cancel_reason"),
        Index("ix_content_planned_at", "planned_at", "id"),
        Index("ix_content_state", "state", "planned_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    reference: Mapped[str] = mapped_column(unique=True)
    state: Mapped[ContentState] = mapped_column(default=ContentState.COLLECTED)
    title: Mapped[str]
    brief: Mapped[str] = mapped_column(default="")
    text: Mapped[str] = mapped_column(default="")
    category: Mapped[Category | None]
    own_category: Mapped[str | None]  # the agency's word where category is `other`
    category_word: Mapped[str | None]  # as an imported file wrote it
    source: Mapped[str | None]  # Pasal 9 f
    source_verified_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    source_verified_at: Mapped[datetime | None]
    policy_reference: Mapped[str | None]  # Pasal 5 e
    audience: Mapped[str | None]
    campaign: Mapped[str | None]
    # The single narrative whose words it says (Pasal 7 h); they can't be edited while it is set.
    narrative_id: Mapped[int | None] = mapped_column(ForeignKey("content_template.id"))
    planned_at: Mapped[datetime | None]
    planned_on: Mapped[date | None]  # a day without a time of day
    created_at: Mapped[datetime]
    created_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    returned_reason: Mapped[str | None]  # the newest; decisions keep them all
    closing_reason: Mapped[str | None]
    material_note: Mapped[str | None]  # files that an imported plan names
    import_run_id: Mapped[int | None] = mapped_column(ForeignKey("import_run.id"), index=True)
    search_text: Mapped[str] = mapped_column(default="")

    variants: Mapped[list["Variant"]] = relationship(
        back_populates="content", order_by="Variant.id"
    )
    hoax: Mapped["HoaxCheck | None"] = relationship(
        back_populates="content", cascade="all, delete-orphan"
    )
    influencers: Mapped[list["ContentInfluencer"]] = relationship(
        back_populates="content", cascade="all, delete-orphan", order_by="ContentInfluencer.id"
    )


class Author(Base):
    """Who wrote or edited a content or an answer; he can't decide on it (DESIGN, section 3)."""

    __tablename__ = "author"
    __table_args__ = (
        CheckConstraint("(content_id IS NULL) <> (answer_id IS NULL)", name="one_subject"),
        UniqueConstraint("content_id", "person_id"),
        UniqueConstraint("answer_id", "person_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    content_id: Mapped[int | None] = mapped_column(ForeignKey("content.id"))
    answer_id: Mapped[int | None] = mapped_column(ForeignKey("answer.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    first_at: Mapped[datetime]
