"""What every place of the window is: a widget that the frame heads, asks again and leads to."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.widgets.chips import ChipLook
from app.ui.widgets.toast import Telling


class Screen(QWidget):
    """A place of the window. The frame shows its heading and calls the methods below.

    A screen that has pages inside (the editor in the calendar) sets `back=True` in its heading
    while one is open and returns from it in `go_back`.
    """

    tells_day = False  # its heading names the day, so the clock need not

    headed = Signal()  # its heading has changed
    leads = Signal(str, object)  # to another place: its key, and what to show there
    told = Signal(object)  # a Telling for the toast

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = ""
        self.note = ""
        self.chips: tuple[ChipLook, ...] = ()
        self.has_back = False

    def set_heading(
        self,
        title: str,
        note: str = "",
        chips: Sequence[ChipLook] = (),
        *,
        back: bool = False,
    ) -> None:
        """What the top bar shows: title, a quiet note, chips, an arrow back."""
        self.title, self.note, self.chips, self.has_back = title, note, tuple(chips), back
        self.headed.emit()

    def tell(self, telling: Telling) -> None:
        """Show a toast: what was done, and how to undo it."""
        self.told.emit(telling)

    def reload(self) -> None:
        """Ask again for what is shown (F5, and when the place is entered)."""
        raise NotImplementedError

    def show_target(self, target: object) -> None:
        """Show what another place leads to, such as a reference; what, each screen says."""

    def go_back(self) -> None:
        """Return from an inner page; called by the arrow and by Esc."""

    def panes(self) -> tuple[QWidget, ...]:
        """The widgets that F6 goes through, each the first thing to focus in its pane."""
        return ()

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Its own keys and what they do, for the list of keys."""
        return ()
