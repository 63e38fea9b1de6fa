"""Where the office is: a new one, one that is there, the demo office."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.language import _
from app.services.places import FACTS_NAME, is_network_share
from app.ui.widgets import Button, Choice, Field, ask_for_folder, line_edit, named
from app.ui.widgets.cards import CardChoice, Option
from app.ui.wizard.step import Step


def usual_folder(name: str) -> Path:
    """A folder of that name among the person's documents."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(place) / name


def is_office(folder: Path) -> bool:
    return (folder / FACTS_NAME).is_file()


class PlaceStep(Step):
    """Which office, and in which folder."""

    changed = Signal()  # something else is to be done

    def __init__(self, known: Sequence[Path], parent: QWidget | None = None) -> None:
        super().__init__(
            _("Where is your office?"),
            _("An office is a folder on this PC: it needs no server and no internet."),
            parent,
        )
        self._folders = {
            "new": usual_folder("Kohkol"),
            "open": known[0] if known else usual_folder("Kohkol"),
            "demo": usual_folder(_("Kohkol demo")),
        }
        self._choice = CardChoice(
            "wizard.place",
            _("What to do"),
            [
                Option("new", _("Make an office"), _("about ten minutes")),
                Option("open", _("Open an office"), _("a folder that is there")),
                Option("demo", _("See the demo office"), _("an invented year to try out")),
            ],
        )
        self._known = Field(
            _("Offices opened on this PC"),
            Choice("wizard.known", [(str(folder), folder) for folder in known]),
        )
        self._folder: Field[QLineEdit] = Field(_("&Folder"), line_edit("wizard.folder"))
        self._browse = named(Button(_("Choose &folder…")), "wizard.browse")
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._folder, 1)
        row.addWidget(self._browse, 0, Qt.AlignmentFlag.AlignBottom)
        for part in (self._choice, self._known):
            self.box.addWidget(part)
        self.box.addLayout(row)
        self._choice.chosen.connect(self._on_chosen)
        self._browse.clicked.connect(self._on_browse_clicked)
        self._known.control.chosen.connect(self._on_known_chosen)
        self._folder.control.textChanged.connect(self._on_folder_changed)
        self._choice.set_value("open" if known else "new")
        self._on_chosen(self._choice.value())

    @property
    def what(self) -> str:
        """new, open or demo."""
        return self._choice.value()

    @property
    def folder(self) -> Path:
        return Path(self._folder.control.text().strip()).expanduser()

    def is_filled(self) -> bool:
        self._folder.set_error(self._fault())
        return not self._folder.error()

    def _fault(self) -> str:
        folder = self.folder
        if not self._folder.control.text().strip():
            return _("Choose a folder.")
        if self.what == "open":
            return "" if is_office(folder) else _("There is no office in this folder.")
        if is_office(folder):
            there = _("There is an office in this folder already. Open it, or choose another.")
            return "" if self.what == "demo" else there
        if folder.is_dir() and any(folder.iterdir()):
            return _("This folder holds other files. Choose an empty or a new one.")
        if is_network_share(folder):
            return _("This folder lies on another machine, where the office would be damaged.")
        return ""

    @Slot(str)
    def _on_chosen(self, what: str) -> None:
        self._folder.control.setText(str(self._folders[what]))
        self._known.setVisible(what == "open" and self._known.control.count() > 0)
        self._folder.set_error("")
        self.changed.emit()

    @Slot(object)
    def _on_known_chosen(self, folder: object) -> None:
        self._folder.control.setText(str(folder))

    @Slot(str)
    def _on_folder_changed(self, text: str) -> None:
        if text.strip():
            self._folders[self.what] = Path(text.strip())
        self._folder.set_error("")

    @Slot()
    def _on_browse_clicked(self) -> None:
        ask_for_folder(
            self, "wizard.browse", _("Choose folder"), self._take_folder, self.folder.parent
        )

    def _take_folder(self, folder: Path) -> None:
        self._folder.control.setText(str(folder))
