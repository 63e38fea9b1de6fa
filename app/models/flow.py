"""Flows as data: which act leads from which state to which, and who may do it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from app.models.roles import Role


@dataclass(frozen=True, slots=True)
class Step:
    """One row of a flow.

    `author_may`: besides the roles, whoever wrote it. `not_own`: nobody who wrote or edited it.
    `when` tells steps of one state and act apart; such conditions exclude each other.
    """

    state: StrEnum
    act: StrEnum
    to: StrEnum
    by: frozenset[Role]
    author_may: bool = False
    not_own: bool = False
    needs_reason: bool = False
    when: str = ""


Flow = tuple[Step, ...]


def find_step(flow: Flow, state: StrEnum, act: StrEnum, when: str = "") -> Step | None:
    """The step that this act takes from this state, or None where the flow has none."""
    for step in flow:
        if step.state is state and step.act is act and step.when in ("", when):
            return step
    return None


def open_acts(
    flow: Flow, state: StrEnum, roles: Iterable[Role], *, is_author: bool = False
) -> frozenset[StrEnum]:
    """The acts that somebody with these roles may do now; screens enable their buttons from it."""
    mine = frozenset(roles)
    return frozenset(
        step.act
        for step in flow
        if step.state is state
        and (step.by & mine or (step.author_may and is_author))
        and not (step.not_own and is_author)
    )
