"""Reference cycles are collected on the window's thread only, once a second at most.

Python collects them in whichever thread happens to allocate. On a worker that takes widgets of a
closed dialog apart while the window paints, and ends the process. The price is that cycles made by
long work live up to a second longer.
"""

import gc

from PySide6.QtCore import QObject, QTimer, Slot

_EVERY = 1000  # ms


class Garbage(QObject):
    """From its making on no thread collects by itself; from `begin` on this one does."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._was_enabled = gc.isenabled()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(collect_due)

    def begin(self) -> None:
        """The program is there: what it has loaded is set apart."""
        if not self._timer.isActive():
            gc.freeze()
            self._timer.start()

    def end(self) -> None:
        """Python collects by itself again."""
        self._timer.stop()
        if self._was_enabled:
            gc.enable()


@Slot()
def collect_due() -> None:
    """Collect the oldest generation whose turn has come by Python's own thresholds."""
    due = [
        generation
        for generation, (made, limit) in enumerate(
            zip(gc.get_count(), gc.get_threshold(), strict=True)
        )
        if made > limit
    ]
    if due:
        gc.collect(max(due))
