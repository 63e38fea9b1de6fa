"""The command line as a person or a script meets it: words in, text and an exit code out."""

import json
import zipfile
from pathlib import Path

import pytest

from app import cli
from app.cli.exit_codes import ExitCode
from app.language import use_language
from app.office import Office
from tests.content_desk import made
from tests.offices import PASSWORD


@pytest.fixture(autouse=True)
def _the_language_after_a_command() -> object:
    yield
    use_language("id")


@pytest.fixture
def says_password(monkeypatch: pytest.MonkeyPatch) -> None:
    """The password is in the environment, as a script would give it."""
    monkeypatch.setenv("KOHKOL_PASSWORD", PASSWORD)


def run(*words: object) -> int:
    """The exit code, also where argparse leaves by itself."""
    try:
        return cli.main([str(word) for word in words])
    except SystemExit as left:
        return int(left.code or 0)


@pytest.mark.usefixtures("says_password")
def test_new_makes_an_office_in_which_the_first_person_can_sign_in(tmp_path: Path) -> None:
    folder = tmp_path / "kantor"

    code = run("new", folder, "--name", "Biro Umum", "--kind", "biro", "--admin", "Rina")

    assert code == ExitCode.DONE
    with Office.open(folder) as office:
        assert office.sign_in("rina", PASSWORD).name == "Rina"


@pytest.mark.usefixtures("says_password")
def test_new_touches_no_folder_that_holds_something(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "notes.txt").write_text("ours")

    code = run("new", tmp_path, "--name", "Biro", "--kind", "biro", "--admin", "Rina")

    assert code == ExitCode.CANNOT_OPEN
    assert str(tmp_path) in capsys.readouterr().err
    assert [file.name for file in tmp_path.iterdir()] == ["notes.txt"]


def test_a_password_that_is_too_short_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KOHKOL_PASSWORD", "short")

    code = run("new", tmp_path / "kantor", "--name", "B", "--kind", "biro", "--admin", "Rina")

    assert code == ExitCode.REFUSED
    assert not (tmp_path / "kantor").exists()


@pytest.mark.parametrize(
    "words",
    [
        ["dance"],
        ["report"],
        ["export", "office", "everything"],
        ["new", "folder", "--name", "X", "--kind", "ministry", "--admin", "Y"],
    ],
)
def test_words_that_are_not_understood_end_with_2(words: list[str]) -> None:
    assert run(*words) == ExitCode.WRONG_WORDS


@pytest.mark.parametrize("command", ["check", "export", "backup"])
def test_a_folder_without_an_office_ends_with_3(tmp_path: Path, command: str) -> None:
    further: dict[str, list[object]] = {
        "export": ["people"],
        "backup": [tmp_path / "backup.zip"],
    }

    code = run(command, tmp_path / "nowhere", *further.get(command, []))

    assert code == ExitCode.CANNOT_OPEN


def test_a_wrong_password_ends_with_4(
    office_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KOHKOL_PASSWORD", "not-the-password")

    code = run("check", office_folder, "--as", "rina")

    assert code == ExitCode.REFUSED
    assert capsys.readouterr().out == ""


def test_check_says_what_is_lacking_and_ends_with_1(
    office_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run("check", office_folder)

    assert code == ExitCode.FINDINGS
    assert "Pasal 6 ayat (1)" in capsys.readouterr().out


def test_check_tells_machines_the_same(
    office_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("check", office_folder, "--json")

    facts = json.loads(capsys.readouterr().out)
    assert facts["sound"] is True
    assert "account_not_designated" in {gap["kind"] for gap in facts["gaps"]}


def test_export_writes_a_file_and_nothing_beside_it(office_folder: Path, tmp_path: Path) -> None:
    code = run("export", office_folder, "people", "--format", "json", "--out", tmp_path / "p.json")

    assert code == ExitCode.DONE
    names = [row["name"] for row in json.loads((tmp_path / "p.json").read_text("utf-8"))]
    assert "Rina Marlina, S.I.Kom." in names
    assert sorted(file.name for file in tmp_path.iterdir() if file.is_file()) == ["p.json"]


def test_export_without_a_file_goes_to_standard_output(
    office_folder: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    run("export", office_folder, "accounts", "--format", "json")

    rows = json.loads(capfdbinary.readouterr().out)
    assert {row["platform"] for row in rows} == {"instagram", "facebook", "x", "youtube"}


def test_a_file_that_can_not_be_written_ends_with_3(office_folder: Path, tmp_path: Path) -> None:
    assert (
        run("export", office_folder, "people", "--out", tmp_path / "no" / "folder.csv")
        == ExitCode.CANNOT_OPEN
    )


def test_backup_and_restore_carry_an_office_to_another_folder(
    office_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    backed_up = run("backup", office_folder, tmp_path / "backup.zip")
    restored = run("restore", tmp_path / "backup.zip", tmp_path / "restored")
    again = run("restore", tmp_path / "backup.zip", tmp_path / "restored")

    assert (backed_up, restored, again) == (0, 0, ExitCode.CANNOT_OPEN)
    assert "office.sqlite3" in zipfile.ZipFile(tmp_path / "backup.zip").namelist()
    assert "2026" in capsys.readouterr().out
    with Office.open(tmp_path / "restored") as office:
        assert office.sign_in("rina", PASSWORD).id == 1


@pytest.mark.parametrize(("language", "word"), [("id", "pilihan"), ("en", "options")])
def test_help_speaks_the_chosen_language(
    language: str, word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run("--language", language, "--help")

    assert code == ExitCode.DONE
    assert word in capsys.readouterr().out


def test_ctrl_c_ends_with_a_sentence_and_leaves_no_file(
    office_folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    from app.services.exporting import files

    def pressed(*_arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setitem(files._WRITERS, files.FileFormat.CSV, pressed)  # noqa: SLF001 (the moment of the key)

    code = run("export", office_folder, "people", "--out", tmp_path / "people.csv")

    assert code == ExitCode.STOPPED
    assert capsys.readouterr().err.strip()
    assert not [file for file in tmp_path.iterdir() if file.is_file()]


def test_a_mistake_of_ours_is_no_finding(
    office_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from app.cli import commands

    def mistaken(_words: object) -> int:
        raise ZeroDivisionError

    monkeypatch.setitem(commands.COMMANDS, "check", mistaken)

    code = run("check", office_folder)

    assert code == ExitCode.OUR_MISTAKE
    assert "ZeroDivisionError" in capsys.readouterr().err


def test_a_damaged_database_is_named(
    office_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    database = office_folder / "office.sqlite3"
    database.write_bytes(b"not a database at all, but long enough to be looked at" * 200)

    code = run("check", office_folder)

    assert code == ExitCode.CANNOT_OPEN
    assert "office.sqlite3" in capsys.readouterr().err


@pytest.mark.usefixtures("says_password")
def test_contents_are_exported_for_calendar_programs(
    sqlite_office: Office, office_folder: Path, tmp_path: Path
) -> None:
    made(sqlite_office)
    file = tmp_path / "rencana.ics"

    code = run(
        "export", office_folder, "contents", "--format", "ics", "--out", file, "--as", "rina"
    )

    assert code == ExitCode.DONE
    assert b"DTSTART:20261127T040000Z" in file.read_bytes()


@pytest.mark.usefixtures("says_password")
def test_only_contents_are_a_calendar(
    office_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run("export", office_folder, "people", "--format", "ics", "--as", "rina")

    assert code == ExitCode.WRONG_WORDS
    assert "ics" in capsys.readouterr().err


@pytest.mark.usefixtures("says_password")
def test_the_month_for_the_wall_is_a_file(office_folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "bulan.pdf"

    code = run("month", office_folder, "--month", "2026-11", "--out", file, "--as", "rina")

    assert code == ExitCode.DONE
    assert file.read_bytes().startswith(b"%PDF")
    assert run("month", office_folder, "--month", "2026-13", "--out", file) == 2
