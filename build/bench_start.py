"""One start of the program, or of its floor, in a process of its own; says when it is there.

`python -m build.bench_start ours OFFICE` opens the office as the window does, with somebody
remembered; `… floor DATABASE TABLES COLUMNS` is a bare PySide6 window and SQLAlchemy's ORM with as
many tables. Both print `painted` after the first paint and `ready` when they are usable.
"""

import sys
import tempfile
from pathlib import Path


def say(word: str) -> None:
    print(word, flush=True)


def ours(folder: Path) -> None:
    """`ready` is a home screen with its lines."""
    from app.ui.quick_start import quick_start

    with quick_start():
        _ours(folder)


def _ours(folder: Path) -> None:
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QWidget

    from app.ui.preferences import Preferences
    from app.ui.program import Program
    from app.ui.qt_words import QtWords

    app = QApplication(sys.argv[:1])
    app.installTranslator(QtWords(app))
    settings = tempfile.TemporaryDirectory()
    program = Program(app, Preferences(Path(settings.name) / "window.ini"))
    program.start(folder)
    opening = program.window.findChild(QWidget, "opening")
    painted = "painted" if "sqlalchemy" not in sys.modules else "painted late"
    opening.painted.connect(lambda: say(painted))  # type: ignore[union-attr]

    looking = QTimer()

    def look() -> None:
        screen = program.window.screen_shown()
        if screen is None:
            return  # seldom asked: the worker that opens the office would wait for each answer
        looking.setInterval(2)
        if screen.findChild(QWidget, "home.need.0") is not None:
            say("ready")
            app.quit()

    looking.timeout.connect(look)
    looking.start(20)
    app.exec()
    program.end()
    settings.cleanup()


def floor(database: Path, tables: int, columns: int) -> None:
    """`ready` is a list with the rows of one query."""
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QListWidget, QMainWindow

    class Window(QMainWindow):
        is_painted = False

        def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
            super().paintEvent(event)
            if not self.is_painted:
                self.is_painted = True
                say("painted")
                QTimer.singleShot(0, query)

    app = QApplication(sys.argv[:1])
    window = Window()
    window.resize(1366, 736)
    window.show()

    def query() -> None:
        from sqlalchemy import create_engine, select
        from sqlalchemy.orm import Session, configure_mappers

        kinds = mapped(tables, columns)
        configure_mappers()
        engine = create_engine(f"sqlite:///{database}")
        with Session(engine) as session:
            rows: list[object] = list(session.scalars(select(kinds[0]).limit(100)))
        shown = QListWidget()
        shown.addItems([str(row) for row in rows])
        window.setCentralWidget(shown)
        shown.repaint()
        say("ready")
        app.quit()

    app.exec()


def mapped(tables: int, columns: int) -> list[type]:
    """As many mapped classes, each with as many columns as the program's have on average."""
    from sqlalchemy import Integer, String
    from sqlalchemy.orm import DeclarativeBase, mapped_column

    class Base(DeclarativeBase):
        pass

    def kind(number: int) -> type:
        fields: dict[str, object] = {
            f"field_{column}": mapped_column(String) for column in range(columns - 1)
        }
        fields |= {
            "__tablename__": f"table_{number}",
            "id": mapped_column(Integer, primary_key=True),
        }
        return type(f"Table{number}", (Base,), fields)

    return [kind(number) for number in range(tables)]


if __name__ == "__main__":
    if sys.argv[1] == "ours":
        ours(Path(sys.argv[2]))
    else:
        floor(Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
