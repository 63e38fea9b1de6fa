"""What the program does without, for the processor time that it costs while it starts.

Measured with PySide6 6.11.3 and Python 3.11, to a usable home screen: collecting garbage 0.25 of
1.5 s (what imports make lives as long as the program, and is looked through again and again),
PySide's import hook 0.2 s (it reads the source of every module in search of
`from __feature__ import …`, which we don't use).
"""

import builtins
import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def quick_start() -> Iterator[None]:
    """Import the window inside: Python imports as without PySide, and collects no garbage.

    The window collects it by itself once it is there (`app.ui.garbage`).
    """
    import PySide6.QtCore  # noqa: F401  # brings the hook

    hooked, collected = builtins.__import__, gc.isenabled()
    builtins.__import__ = getattr(builtins, "__orig_import__", hooked)  # PySide had put it aside
    gc.disable()
    try:
        yield
    finally:
        builtins.__import__ = hooked
        if collected:
            gc.enable()
