"""What this PC remembers of how the window is liked and who used it last; nothing secret."""

from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from app.language import DEFAULT, LANGUAGES
from app.ui.theme import SCHEMES, tokens

_MOST_OFFICES = 8


class Preferences:
    """A small file in the person's own settings folder."""

    def __init__(self, file: Path | None = None) -> None:
        self._settings = QSettings(str(file or _usual_file()), QSettings.Format.IniFormat)

    def _text(self, key: str, default: str) -> str:
        return str(self._settings.value(key, default))

    @property
    def scheme(self) -> str:
        kept = self._text("scheme", "system")
        return kept if kept in SCHEMES else "system"

    @scheme.setter
    def scheme(self, scheme: str) -> None:
        self._settings.setValue("scheme", scheme)

    @property
    def scale(self) -> float:
        kept = self._text("scale", "1.0")
        return next((scale for scale in tokens().scales if str(scale) == kept), 1.0)

    @scale.setter
    def scale(self, scale: float) -> None:
        self._settings.setValue("scale", str(scale))

    @property
    def language(self) -> str:
        kept = self._text("language", DEFAULT)
        return kept if kept in LANGUAGES else DEFAULT

    @language.setter
    def language(self, language: str) -> None:
        self._settings.setValue("language", language)

    @property
    def offices(self) -> tuple[Path, ...]:
        """The offices that were opened here, the last one first."""
        kept = self._settings.value("offices", [])
        names = [kept] if isinstance(kept, str) else kept if isinstance(kept, list) else []
        return tuple(Path(str(name)) for name in names if name)

    def note_office(self, folder: Path) -> None:
        """This office was opened now."""
        others = [known for known in self.offices if known != folder]
        offices = [folder, *others][:_MOST_OFFICES]
        self._settings.setValue("offices", [str(office) for office in offices])

    def last_name(self, folder: Path) -> str:
        """The sign-in name that this PC used last in that office; empty if none."""
        return self._text(_name_key(folder), "")

    def note_name(self, folder: Path, name: str) -> None:
        """This person has signed in to that office now."""
        self._settings.setValue(_name_key(folder), name)

    def folder(self, purpose: str) -> Path | None:
        """Where files of this purpose were found last."""
        kept = self._text(f"folders/{purpose}", "")
        return Path(kept) if kept else None

    def note_folder(self, purpose: str, folder: Path) -> None:
        """A file of this purpose was found here now."""
        self._settings.setValue(f"folders/{purpose}", str(folder))

    @property
    def geometry(self) -> QByteArray | None:
        kept = self._settings.value("geometry")
        return kept if isinstance(kept, QByteArray) else None

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._settings.setValue("geometry", geometry)


def _name_key(folder: Path) -> str:
    """A folder's own characters would read as groups of the file."""
    return f"last_names/{sha256(str(folder).encode()).hexdigest()[:16]}"


def _usual_file() -> Path:
    from platformdirs import user_config_path

    return user_config_path("kohkol", appauthor=False) / "window.ini"
