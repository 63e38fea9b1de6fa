"""Who imports whom, and what is loaded before it is needed."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# Each costs 30 to 600 ms to import; the first paint and the help must not wait for them.
HEAVY = (
    "alembic",
    "av",
    "babel",
    "cryptography",
    "holidays",
    "keyring",
    "openpyxl",
    "PIL",
    "psycopg",
    "python_calamine",
    "reportlab",
)


def loaded_after(statement: str) -> set[str]:
    """The top-level packages in memory after a statement in a Python of its own."""
    script = f"import sys\n{statement}\nprint(*{{name.partition('.')[0] for name in sys.modules}})"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(done.stdout.splitlines()[-1].split())


def test_imports_run_one_way() -> None:
    """The contracts of pyproject.toml: layers, no Qt below the window, no SQL in it."""
    lint = Path(sys.executable).with_name("lint-imports")

    done = subprocess.run(
        [lint, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stdout


def test_words_need_only_the_standard_library() -> None:
    assert not loaded_after("from app.language import _; _('Close')") & {
        *HEAVY,
        "PySide6",
        "sqlalchemy",
    }


def test_help_of_the_command_line_loads_neither_window_nor_database() -> None:
    help_shown = (
        "import contextlib, io\nfrom app import cli\nwith contextlib.suppress(SystemExit):\n"
    )
    help_shown += (
        "    with contextlib.redirect_stdout(io.StringIO()):\n        cli.main(['--help'])"
    )

    assert not loaded_after(help_shown) & {*HEAVY, "PySide6", "sqlalchemy"}


def test_an_office_opens_without_the_heavy_packages() -> None:
    assert not loaded_after("import app.office") & {*HEAVY, "PySide6"}
