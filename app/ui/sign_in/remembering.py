"""What this PC keeps so that the password need not be typed: a token in the system's keyring."""

import platform
from pathlib import Path
from typing import TYPE_CHECKING

from app.services import secrets

if TYPE_CHECKING:
    from app.office import Office


def _key(folder: Path) -> str:
    return f"sign-in {folder.resolve()}"


def can_remember() -> bool:
    """Whether this PC has a keyring that works; asking costs some 90 ms, so ask on a worker."""
    return secrets.has_keyring()


def sign_in_as_remembered(office: "Office", folder: Path) -> bool:
    """Let in whom this PC remembers; False if it remembers nobody (any more)."""
    from app.services.errors import WrongPassword

    token = secrets.secret(_key(folder))
    if token is None:
        return False
    try:
        office.sign_in_remembered(token)
    except WrongPassword:
        secrets.forget_secret(_key(folder))
        return False
    return True


def remember(office: "Office", folder: Path) -> bool:
    """Let this PC remember who is signed in; False if no keyring keeps it."""
    from app.services import people

    token = office.act(people.remember_machine, platform.node() or "?")
    if secrets.keep_secret(_key(folder), token):
        return True
    office.act(people.forget_machine, token)
    return False


def forget(office: "Office", folder: Path) -> None:
    """This PC asks for the password again."""
    from app.services import people

    token = secrets.secret(_key(folder))
    if token is not None:
        office.act(people.forget_machine, token)
        secrets.forget_secret(_key(folder))
