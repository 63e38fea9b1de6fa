"""What is put off while the program starts, for the processor time that it costs then.

Measured with PySide6 6.11.3 and Python 3.11 on a busy machine, to a usable home screen: collecting
garbage 0.25 of 1.5 s (what imports make lives as long as the program, and is looked through again
and again), PySide's import hook 0.2 s (it reads the source of every module in search of
`from __feature__ import …`, which we don't use).
"""

import builtins
import gc
from collections.abc import Callable


class QuickStart:
    """From `begin` on neither happens; `settle` collects again, `end` also gives the hook back."""

    def __init__(self) -> None:
        self._hooked: Callable[..., object] | None = None
        self._is_putting_off = False

    def begin(self) -> None:
        self._is_putting_off = gc.isenabled()
        gc.disable()
        plain = getattr(builtins, "__orig_import__", None)  # PySide had put it aside
        if plain is not None and self._hooked is None:
            self._hooked = builtins.__import__
            builtins.__import__ = plain

    def settle(self) -> None:
        """The program is there: what stays is set apart, and garbage is collected as usual."""
        if self._is_putting_off:
            self._is_putting_off = False
            gc.freeze()
            gc.enable()

    def end(self) -> None:
        self.settle()
        if self._hooked is not None:
            builtins.__import__ = self._hooked  # type: ignore[assignment]  # as it was
            self._hooked = None
