"""The agency's own rules as they hold at a moment."""

import json
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.policy import DEFAULTS, Policy, PolicyKey, PolicyValue
from app.models.roles import Role
from app.services.errors import InvalidValue
from app.services.transaction import Transaction

_CHOICES: dict[PolicyKey, range] = {
    PolicyKey.CHECKS: range(1, 3),
    PolicyKey.LEVELS: range(1, 4),
    PolicyKey.AGENCY_ANSWER_HOURS: range(1, 24 * 31),
    PolicyKey.FIRST_ANSWER_HOURS: range(24 * 31),
    PolicyKey.SPACING_MINUTES: range(24 * 60),
}
_SETTERS = frozenset({Role.ADMIN, Role.HEAD})


@dataclass(frozen=True, slots=True)
class InForce:
    """One setting as it holds; `version` is None while the default does."""

    value: PolicyValue
    version: int | None


def policy_at(session: Session, key: PolicyKey, moment: datetime) -> InForce:
    """What holds at that moment; an older decision keeps its older version."""
    newest = (
        select(Policy.value, Policy.id)
        .where(Policy.key == key, Policy.valid_from <= moment)
        .order_by(Policy.valid_from.desc(), Policy.id.desc())
        .limit(1)
    )
    row = session.execute(newest).first()
    return InForce(json.loads(row.value), row.id) if row else InForce(DEFAULTS[key], None)


def policies_at(session: Session, moment: datetime) -> dict[PolicyKey, PolicyValue]:
    """Every setting as it holds at that moment."""
    rows = session.execute(
        select(Policy.key, Policy.value)
        .where(Policy.valid_from <= moment)
        .order_by(Policy.valid_from, Policy.id)
    )
    return DEFAULTS | {row.key: json.loads(row.value) for row in rows}


def set_policy(tx: Transaction, key: PolicyKey, value: PolicyValue) -> None:
    """Let a setting hold from now on; what was decided before keeps the old one.

    Raises:
        InvalidValue: the setting can't have this value.
        NotPermitted: the actor is neither admin nor head.
    """
    tx.permit("set_policy", _SETTERS)
    if type(value) is not type(DEFAULTS[key]):
        raise InvalidValue(key, "kind", value)
    if key in _CHOICES and value not in _CHOICES[key]:
        raise InvalidValue(key, "range", value)
    tx.session.add(
        Policy(key=key, value=json.dumps(value), valid_from=tx.now, set_by_id=tx.actor.id)
    )
    tx.audit("set_policy", "policy", key=key, value=value)
