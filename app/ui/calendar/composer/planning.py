"""When what is being edited goes out: everything at once, or one target by itself."""

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from app.language import wib

if TYPE_CHECKING:
    from app.ui.calendar.composer.editing import Editing


class Planning:
    """The moments of the idea and of its targets."""

    def __init__(self, editing: "Editing") -> None:
        self._editing = editing

    @property
    def is_shared(self) -> bool:
        """Whether all open variants go out when the idea says."""
        return all(
            it.planned_at == self._editing.form.planned_at
            for it in self._editing.form.variants
            if not self._editing.is_decided(it.target)
        )

    def moment(self) -> tuple[date | None, datetime | None]:
        """Day and, if a time is set, moment of the current target."""
        variant = self._editing.variant()
        at = variant.planned_at if variant else self._editing.form.planned_at
        if at is not None:
            return wib(at).date(), at
        return self._editing.form.planned_on, None

    def plan(self, day: date | None, at: datetime | None, *, for_all: bool) -> None:
        """Set when it goes out: the idea and all its open variants, or the current one alone."""
        if for_all or self._editing.target is None:
            self._editing.change(planned_at=at, planned_on=None if at else day)
        targets = (
            [it.target for it in self._editing.form.variants] if for_all else [self._editing.target]
        )
        self._editing.change_variants(targets, lambda it: replace(it, planned_at=at))
