"""Secrets live in the operating system's keyring, never in a file; where none works we say so."""

import logging

_SERVICE = "Kohkol"
_log = logging.getLogger(__name__)


def has_keyring() -> bool:
    """Whether this PC has a keyring that keeps what it is given."""
    import keyring
    from keyring.backends import fail

    return not isinstance(keyring.get_keyring(), fail.Keyring)


def keep_secret(name: str, secret: str) -> bool:
    """Put a secret into the keyring; False where there is none that works."""
    import keyring
    from keyring.errors import KeyringError

    try:
        keyring.set_password(_SERVICE, name, secret)
    except KeyringError:
        _log.info("no keyring keeps %s", name)
        return False
    return True


def secret(name: str) -> str | None:
    """A secret from the keyring, or None."""
    import keyring
    from keyring.errors import KeyringError

    try:
        return keyring.get_password(_SERVICE, name)
    except KeyringError:
        return None


def forget_secret(name: str) -> None:
    """Take a secret out of the keyring, if it is there."""
    import contextlib

    import keyring
    from keyring.errors import KeyringError

    with contextlib.suppress(KeyringError):
        keyring.delete_password(_SERVICE, name)


def database_password(url: str) -> str | None:
    """The password of a server database, kept under its address."""
    return secret(f"database {url}") if "@" in url else None
