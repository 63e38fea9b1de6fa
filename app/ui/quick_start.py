"""PySide's import hook is put aside while the program runs.

It reads the source of every module in search of `from __feature__ import …`, which we don't use:
0.2 of 1.5 s to a usable home screen (PySide6 6.11.3, Python 3.11).
"""

import builtins
from collections.abc import Callable


class QuickStart:
    """From `begin` until `end` Python imports as it does without PySide."""

    def __init__(self) -> None:
        self._hooked: Callable[..., object] | None = None

    def begin(self) -> None:
        plain = getattr(builtins, "__orig_import__", None)  # PySide had put it aside
        if plain is not None and self._hooked is None:
            self._hooked = builtins.__import__
            builtins.__import__ = plain

    def end(self) -> None:
        if self._hooked is not None:
            builtins.__import__ = self._hooked  # type: ignore[assignment]  # as it was
            self._hooked = None
