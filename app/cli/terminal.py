"""The person at the terminal: passwords, progress, what is said to him and what is the result."""

import getpass
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.language import _
from app.office import Office
from app.services.people import sign_in_names
from app.services.transaction import Progress

PASSWORD_VARIABLE = "KOHKOL_PASSWORD"  # noqa: S105 (the name of a variable, no password)
_REDRAW_SECONDS = 0.1


class WordsMissing(Exception):
    """Something that the command needs was neither given nor can it be asked for."""


def say(text: str) -> None:
    """What goes beside the result: to standard error, so that the result can be piped."""
    print(text, file=sys.stderr)


def can_ask() -> bool:
    """Whether somebody sits there who could answer."""
    return sys.stdin is not None and sys.stdin.isatty()


def password(prompt: str) -> str:
    """From the environment, or typed in without being shown.

    Raises:
        WordsMissing: neither is possible.
    """
    given = os.environ.get(PASSWORD_VARIABLE)
    if given is not None:
        return given
    if not can_ask():
        raise WordsMissing(
            _("There is no terminal to ask for the password. Put it into %(variable)s.")
            % {"variable": PASSWORD_VARIABLE}
        )
    return getpass.getpass(prompt)


def new_password() -> str:
    """A first password; typed in, it is asked for twice.

    Raises:
        WordsMissing: it can't be asked for, or both differ.
    """
    first = password(_("New password: "))
    if PASSWORD_VARIABLE in os.environ:
        return first
    if password(_("The same again: ")) != first:
        raise WordsMissing(_("The two passwords differ."))
    return first


def sign_in(office: Office, name: str | None, *, needed: bool) -> None:
    """Let `name` act; where somebody has to, and only one person can, that one.

    Raises:
        WordsMissing: it is not said who acts.
        WrongPassword: name and password don't match.
    """
    if name is None and needed:
        names = [sign_in_name for sign_in_name, _name in office.read(sign_in_names)]
        if len(names) != 1:
            raise WordsMissing(_("Say who acts: --as NAME."))
        name = names[0]
    if name is not None:
        office.sign_in(name, password(_("Password of %(name)s: ") % {"name": name}))


@contextmanager
def opened(
    folder: Path, actor: str | None = None, *, needs_actor: bool = False
) -> Iterator[Office]:
    """An office, and who acts in it; closed again in the end."""
    with Office.open(folder) as office:
        sign_in(office, actor, needed=needs_actor)
        yield office


@contextmanager
def progress(what: str) -> Iterator[Progress]:
    """A line that counts up while somebody watches; silent where nobody does."""
    if not sys.stderr.isatty():
        yield lambda done, total: None
        return
    last_drawn = 0.0

    def draw(done: int, total: int) -> None:
        nonlocal last_drawn
        if time.monotonic() - last_drawn >= _REDRAW_SECONDS:
            last_drawn = time.monotonic()
            percent = 100 * done // total if total else 100
            print(f"\r{what} {percent} %", end="", file=sys.stderr, flush=True)

    try:
        yield draw
    finally:
        print("\r" + " " * (len(what) + 6) + "\r", end="", file=sys.stderr, flush=True)
