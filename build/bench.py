"""What the program costs beside the bare libraries doing the same work in the same run.

`python -m build.bench` prints a table and writes build/bench.json, a list of
`{name, value, unit, floor, ratio, limit}`. It ends with 1 if a ratio is above its limit.
"""

import json
import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any

from build import bench_files, bench_keyring
from build.bare_drawing import bare_drawing, drawn_pages
from build.demo_office import ROOT

RESULTS = ROOT / "build" / "bench.json"
STARTS = 7
PASSWORD = "bench-2026"  # noqa: S105 (of an office that lives for this run)


@dataclass(frozen=True, slots=True)
class Result:
    """One measurement; `ratio` is value to floor, `limit` what it may be at most."""

    name: str
    value: float
    unit: str
    floor: float | None
    ratio: float | None
    limit: float | None


def result(
    name: str, value: float, unit: str, floor: float | None = None, limit: float | None = None
) -> Result:
    ratio = round(value / floor, 2) if floor else None
    return Result(name, round(value, 1), unit, round(floor, 1) if floor else None, ratio, limit)


def main() -> int:
    """Measure everything."""
    results = [*measure_start(), *measure_year(), *measure_calendar()]
    RESULTS.write_text(json.dumps([asdict(found) for found in results], indent=1) + "\n")
    print(f"{'':44} {'value':>10} {'floor':>10} {'ratio':>7} {'limit':>7}")
    for found in results:
        floor, ratio, limit = (
            "" if number is None else f"{number:g}"
            for number in (found.floor, found.ratio, found.limit)
        )
        print(f"{found.name:44} {found.value:>7g} {found.unit:2} {floor:>10} {ratio:>7} {limit:>7}")
    over = [found.name for found in results if found.limit and (found.ratio or 0) > found.limit]
    if over:
        print("Above the limit:", ", ".join(over))
    return 1 if over else 0


# Start-up


def measure_start() -> list[Result]:
    """Whole processes from their birth, ours and the floor's taking turns."""
    from app.demo import PASSWORD as DEMO_PASSWORD
    from app.demo import PEOPLE, make_demo
    from app.models import Base
    from app.office import Office
    from app.services import people

    with tempfile.TemporaryDirectory() as folder:
        office_folder, database = Path(folder) / "office", Path(folder) / "floor.sqlite3"
        make_demo(office_folder, lambda done, total: None)
        with Office.open(office_folder) as office:
            office.sign_in(PEOPLE[0].sign_in_name, DEMO_PASSWORD)
            token = office.act(people.remember_machine, "bench")
        tables = list(Base.metadata.tables.values())
        columns = round(statistics.mean(len(table.columns) for table in tables))
        _make_floor_database(database, len(tables), columns)
        # Compiled modules are kept, as on every PC: without them ours alone is compiled each time.
        surroundings = {
            **{name: os.environ[name] for name in os.environ if name != "PYTHONDONTWRITEBYTECODE"},
            "QT_QPA_PLATFORM": "offscreen",
            "XDG_RUNTIME_DIR": folder,
            "PYTHON_KEYRING_BACKEND": "build.bench_keyring.OneSecret",
            bench_keyring.VARIABLE: token,
        }
        ours = ["ours", str(office_folder)]
        floor = ["floor", str(database), str(len(tables)), str(columns)]
        starts: dict[str, list[dict[str, float]]] = {"ours": [], "floor": []}
        for words in (ours, floor):
            _start(words, surroundings)
        for _turn in range(STARTS):
            for words in (ours, floor):
                starts[words[0]].append(_start(words, surroundings))
    medians = {
        (who, word): statistics.median(start[word] for start in starts[who])
        for who in starts
        for word in ("painted", "ready")
    }
    return [
        result("first paint", medians["ours", "painted"], "ms", medians["floor", "painted"]),
        result(
            "home screen of the demo office",
            medians["ours", "ready"],
            "ms",
            medians["floor", "ready"],
            limit=1.5,
        ),
    ]


def _make_floor_database(file: Path, tables: int, columns: int) -> None:
    from sqlalchemy import create_engine

    from build.bench_start import mapped

    engine = create_engine(f"sqlite:///{file}")
    mapped(tables, columns)[0].metadata.create_all(engine)  # type: ignore[attr-defined]
    engine.dispose()


def _start(words: list[str], surroundings: dict[str, str]) -> dict[str, float]:
    """Milliseconds from the birth of the process to each word that it says."""
    command = [sys.executable, "-m", "build.bench_start", *words]
    begun = time.perf_counter()
    said: dict[str, float] = {}
    with subprocess.Popen(
        command, cwd=ROOT, env=surroundings, stdout=subprocess.PIPE, text=True
    ) as child:
        for line in child.stdout or ():
            said[line.strip()] = 1000 * (time.perf_counter() - begun)
    if "painted" not in said or "ready" not in said:
        raise SystemExit(f"{' '.join(words)} said only {sorted(said)}")
    return said


# A large year


def measure_year() -> list[Result]:
    """1,000 posts and 5,000 inquiries: taken in, asked for, drawn."""
    from app.models.agency import AgencyKind
    from app.office import Office

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with Office.create(
            folder / "office",
            name="Dinas Ukur",
            kind=AgencyKind.REGIONAL_AGENCY,
            admin="Neneng",
            password=PASSWORD,
        ) as office:
            return [
                *_measure_import(office, folder),
                *_measure_queries(office),
                *_measure_report(office, folder),
            ]


def measure_calendar() -> list[Result]:
    """The calendar of 10,000 contents: at most twice the floor, or 2 ms above it."""
    from app.models.agency import AgencyKind
    from app.office import Office
    from build import bench_calendar

    with (
        tempfile.TemporaryDirectory() as name,
        Office.create(
            Path(name) / "office",
            name="Dinas Ukur",
            kind=AgencyKind.REGIONAL_AGENCY,
            admin="Neneng",
            password=PASSWORD,
        ) as office,
    ):
        bench_calendar.fill(office.database_file)
        measured = bench_calendar.measure(office)
    return [
        result(each.name, each.value, "ms", each.floor, limit=round(_calendar_limit(each.floor), 2))
        for each in measured
    ]


def _calendar_limit(floor: float) -> float:
    return max(2.0, (floor + 2) / floor)


def _measure_import(office: Any, folder: Path) -> list[Result]:
    results = []
    for name, file in (
        (f"import of {bench_files.POSTS} posts", bench_files.write_plan(folder / "plan.csv")),
        (
            f"import of {bench_files.INQUIRIES} inquiries",
            bench_files.write_inquiries(folder / "inquiries.csv"),
        ),
    ):
        before = folder / "before.sqlite3"
        _snapshot(office.database_file, before)
        value = _timed(partial(_take, office, file))
        floor = _bare_import(file, before, office.database_file)
        before.unlink()
        results.append(result(name, value, "ms", floor))
    return results


def _take(office: Any, file: Path) -> None:
    from app.services.importing.foreign import read_foreign
    from app.services.importing.previewing import preview
    from app.services.importing.taking import take
    from app.services.reading.process import ReaderProcess

    with ReaderProcess() as reader:
        foreign = read_foreign(reader, file)
    office.act(take, office.read(preview, foreign))


def _bare_import(file: Path, before: Path, after: Path) -> float:
    """Read the same file and insert the same rows with the standard library alone."""
    import csv

    source, target = sqlite3.connect(after), sqlite3.connect(before)
    names = [
        row[0] for row in source.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    ]
    added = {}
    for name in names:
        known = set(target.execute(f"SELECT * FROM {name}"))  # noqa: S608 (a table's own name)
        rows = [row for row in source.execute(f"SELECT * FROM {name}") if row not in known]  # noqa: S608
        if rows:
            added[name] = rows
    source.close()

    def insert() -> None:
        with file.open(encoding="utf-8", newline="") as text:
            list(csv.reader(text, delimiter=";"))
        with target:
            for name, rows in added.items():
                marks = ", ".join("?" * len(rows[0]))
                target.executemany(f"INSERT OR REPLACE INTO {name} VALUES ({marks})", rows)  # noqa: S608

    for (trigger,) in target.execute(
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    ).fetchall():
        target.execute(f"DROP TRIGGER {trigger}")
    target.execute("PRAGMA synchronous = FULL")
    value = _timed(insert)
    target.close()
    return value


def _snapshot(source: Path, target: Path) -> None:
    reading, writing = sqlite3.connect(source), sqlite3.connect(target)
    reading.backup(writing)
    writing.execute("PRAGMA journal_mode = WAL")
    reading.close()
    writing.close()


def _measure_queries(office: Any) -> list[Result]:
    from app.services import calendar
    from app.services.inquiries.lists import Asker, Tab, Wanted, page

    actor = office.actor
    asker = Asker(actor.id, actor.roles, office.now())
    return [
        _query_result("a page of 100 inquiries", office, page, Wanted(tab=Tab.DONE), asker),
        _query_result("a month of the calendar", office, calendar.month, 2026, 6, office.now()),
    ]


def _query_result(name: str, office: Any, query: Callable[..., object], *words: object) -> Result:
    """The floor is the same SQL with sqlite3 alone."""
    from sqlalchemy import Engine, event

    statements: list[tuple[str, Any]] = []

    def note(_connection: object, _cursor: object, sql: str, given: Any, *_rest: object) -> None:
        if sql.lstrip().upper().startswith(("SELECT", "WITH")):
            statements.append((sql, given))

    event.listen(Engine, "before_cursor_execute", note)
    office.read(query, *words)
    event.remove(Engine, "before_cursor_execute", note)
    bare = sqlite3.connect(office.database_file)

    def replay() -> None:
        for sql, given in statements:
            bare.execute(sql, given).fetchall()

    value = statistics.median(_timed(lambda: office.read(query, *words)) for _turn in range(20))
    floor = statistics.median(_timed(replay) for _turn in range(20))
    bare.close()
    return result(name, value, "ms", floor)


def _measure_report(office: Any, folder: Path) -> list[Result]:
    from app.services.printing.annual_report import write_annual_report
    from app.services.reports import report_contents

    file, bare = folder / "report.pdf", folder / "bare.pdf"
    drawn = office.read(report_contents, 2026, office.now(), office.assets, is_example=False)
    write_annual_report(drawn, file)  # fonts and modules are loaded now, for both
    value = statistics.median(
        _timed(lambda: write_annual_report(drawn, file)) for _turn in range(3)
    )
    gathered = _timed(
        lambda: office.read(report_contents, 2026, office.now(), office.assets, is_example=False)
    )
    pages = drawn_pages(file)
    floor = statistics.median(_timed(lambda: bare_drawing(pages, bare)) for _turn in range(3))
    return [
        result(f"annual report, {len(pages)} pages", value, "ms", floor, limit=2.5),
        result("gathering its figures", gathered, "ms"),
    ]


def _timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - begun)


if __name__ == "__main__":
    sys.exit(main())
