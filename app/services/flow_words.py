"""Flows in words, for the help pages: from which state which act leads where, and who may do it.

Read from the flow tables themselves, so that the help can't say anything else than the desks do.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.labels import label
from app.language import _
from app.models.answer import INTERIM_FLOW
from app.models.content import FLOW as CONTENT_FLOW
from app.models.content import LAST_LEVEL, NOT_LAST_LEVEL
from app.models.flow import Flow, Step
from app.models.inquiry import FLOW as INQUIRY_FLOW
from app.models.referral import FLOW as REFERRAL_FLOW
from app.models.roles import Role
from app.models.variant import FLOW as VARIANT_FLOW

FLOWS: Mapping[str, Flow] = {
    "content": CONTENT_FLOW,
    "variant": VARIANT_FLOW,
    "inquiry": INQUIRY_FLOW,
    "referral": REFERRAL_FLOW,
    "interim": INTERIM_FLOW,
}


@dataclass(frozen=True, slots=True)
class FlowLine:
    """An act that leads from any of `states` to `to`; `who` and `needs` are words."""

    states: tuple[StrEnum, ...]
    act: StrEnum
    to: StrEnum
    who: str
    needs: str


def flow_lines(name: str) -> tuple[FlowLine, ...]:
    """The flow of that name in the order of its table; steps that differ in nothing but the
    state from which they lead are one line.

    Raises:
        KeyError: there is no flow of that name.
    """
    alike: dict[tuple[object, ...], list[Step]] = {}
    for step in FLOWS[name]:
        alike.setdefault(_all_but_state(step), []).append(step)
    return tuple(
        FlowLine(
            tuple(step.state for step in steps),
            steps[0].act,
            steps[0].to,
            _who(steps[0]),
            _needs(steps[0]),
        )
        for steps in alike.values()
    )


def _all_but_state(step: Step) -> tuple[object, ...]:
    return (
        step.act,
        step.to,
        step.by,
        step.author_may,
        step.not_own,
        step.needs_reason,
        step.when,
    )


def _who(step: Step) -> str:
    words = [label(role) for role in Role if role in step.by]
    if step.author_may:
        words.append(_("whoever wrote it"))
    return ", ".join(words)


def _needs(step: Step) -> str:
    """What the step asks for besides the role."""
    words = []
    if step.needs_reason:
        words.append(_("a reason"))
    if step.not_own:
        words.append(_("not one's own work"))
    if step.when:
        words.append(_conditions()[step.when])
    return ", ".join(words)


def _conditions() -> dict[str, str]:
    return {LAST_LEVEL: _("last level"), NOT_LAST_LEVEL: _("not the last level yet")}
