"""`kohkol import` with the project's demo files: what people and programs read, and exit codes."""

import json
from pathlib import Path

import pytest

from app.cli.exit_codes import ExitCode
from app.office import Office
from app.resources import resource
from app.services.exporting import ExportKind, export_table
from tests.cli.test_commands import run
from tests.offices import PASSWORD

POST = "https://www.instagram.com/p/DC2BDWkzzLA/"


@pytest.fixture(autouse=True)
def _password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KOHKOL_PASSWORD", PASSWORD)


def demo(name: str) -> Path:
    return resource("demo", *name.split("/"))


def rows(folder: Path, kind: ExportKind) -> int:
    with Office.open(folder) as office:
        return len(office.read(export_table, kind).rows)


def told(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_one_object_per_file_with_the_refused_rows(
    office_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [demo("akun-resmi.xlsx"), demo("rencana-konten-2026.xlsx")]

    code = run("import", office_folder, *files, "--as", "rina", "--json")

    accounts, plan = told(capsys)
    assert code == ExitCode.FINDINGS
    assert (accounts["kind"], accounts["rows"], accounts["rejected"]) == ("accounts", 9, [])
    assert (plan["rows"], plan["accepted"], plan["duplicates"], plan["changed"]) == (149, 141, 0, 0)
    rejected = plan["rejected"]
    assert isinstance(rejected, list)
    assert [(row["sheet"], row["row"]) for row in rejected] == [
        ("TW I", 35),
        ("TW II", 17),
        ("TW II", 38),
        ("TW II", 44),
        ("TW III", 36),
        ("TW III", 45),
        ("TW III", 46),
        ("TW IV", 35),
    ]
    assert rejected[0]["value"] == "31 Februari 2026"
    assert {"row", "column", "value", "reason"} <= rejected[0].keys()


def test_a_file_without_faults_ends_with_0(office_folder: Path) -> None:
    assert run("import", office_folder, demo("jawaban-standar.xlsx"), "--as", "rina") == 0


def test_the_same_file_twice_changes_nothing(
    office_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("import", office_folder, demo("pertanyaan-lama-2025.csv"), "--as", "rina", "--json")

    run(*words)
    once = rows(office_folder, ExportKind.INQUIRIES)
    run(*words)

    first, second = told(capsys)
    assert (first["accepted"], second["accepted"], second["duplicates"]) == (81, 0, 81)
    assert rows(office_folder, ExportKind.INQUIRIES) == once


def test_a_dry_run_needs_nobody_and_writes_nothing(
    office_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = rows(office_folder, ExportKind.AUDIT)

    code = run("import", office_folder, demo("jawaban-standar.xlsx"), "--dry-run", "--json")

    assert code == ExitCode.DONE
    assert told(capsys)[0]["accepted"] == 25
    assert rows(office_folder, ExportKind.AUDIT) == before


def test_without_a_name_nobody_acts(office_folder: Path) -> None:
    code = run("import", office_folder, demo("jawaban-standar.xlsx"))

    assert code == ExitCode.WRONG_WORDS


def test_only_an_admin_may_import(office_folder: Path) -> None:
    before = rows(office_folder, ExportKind.INQUIRIES)

    code = run("import", office_folder, demo("pertanyaan-2026.csv"), "--as", "dede")

    assert code == ExitCode.REFUSED
    assert rows(office_folder, ExportKind.INQUIRIES) == before


def test_unknown_headers_are_mapped_by_hand_and_remembered(
    office_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "daftar.csv"
    file.write_text("Kapan;Dari mana;Apa katanya\n05/01/2026 08.00;IG;Bus jam berapa?\n", "utf-8")
    words = ("import", office_folder, file, "--kind", "inquiries", "--as", "rina", "--json")
    mapping = ("--map", "Kapan=day", "--map", "Dari mana=channel", "--map", "Apa katanya=text")

    unmapped = run(*words)
    complaint = capsys.readouterr().err
    mapped = run(*words, *mapping)
    again = run(*words)

    assert (unmapped, mapped, again) == (ExitCode.CANNOT_OPEN, ExitCode.DONE, ExitCode.DONE)
    assert "Apa katanya" in complaint
    first, second = told(capsys)
    assert (first["accepted"], second["accepted"], second["duplicates"]) == (1, 0, 1)


def test_a_mapping_to_no_field_names_the_fields(
    office_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = (
        "import",
        office_folder,
        demo("pertanyaan-2026.csv"),
        "--dry-run",
        "--map",
        "Akun=bunga",
    )

    code = run(*words)

    assert code == ExitCode.WRONG_WORDS
    assert "text" in capsys.readouterr().err


def test_pasted_comments_need_their_post(
    office_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = demo("komentar/instagram-tempel.txt")

    without = run("import", office_folder, file, "--as", "rina")
    capsys.readouterr()
    with_post = run("import", office_folder, file, "--post", POST, "--as", "rina", "--json")

    comments = told(capsys)[0]
    assert (without, with_post) == (ExitCode.WRONG_WORDS, ExitCode.DONE)
    assert (comments["kind"], comments["rows"]) == ("comments", 120)
    assert rows(office_folder, ExportKind.COMMENTS) == comments["accepted"]


def test_pictures_are_kept_once(office_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = (
        "import",
        office_folder,
        demo("media/DSC_0412.JPG"),
        "--kind",
        "assets",
        "--as",
        "rina",
    )

    run(*words, "--json")
    run(*words, "--json")

    first, second = told(capsys)
    assert (first["accepted"], first["duplicates"]) == (1, 0)
    assert (second["accepted"], second["duplicates"]) == (0, 1)
    assert rows(office_folder, ExportKind.ASSETS) == 1


def test_a_picture_is_recognised_without_being_named(
    office_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("import", office_folder, demo("media/stiker-sabuk.webp"), "--as", "rina", "--json")

    assert told(capsys)[0]["kind"] == "assets"


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 cut off", b"\0\1\2 nothing we know"])
def test_a_file_that_can_not_be_read_does_not_stop_the_others(
    office_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes
) -> None:
    broken = tmp_path / "rusak.xlsx"
    broken.write_bytes(content)

    code = run(
        "import", office_folder, broken, demo("jawaban-standar.xlsx"), "--as", "rina", "--json"
    )

    said = capsys.readouterr()
    assert code == ExitCode.CANNOT_OPEN
    assert "rusak.xlsx" in said.err
    assert json.loads(said.out)["accepted"] == 25


def test_the_roles_that_a_list_of_staff_gives_are_named(
    office_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("import", office_folder, demo("pegawai.xlsx"), "--dry-run", "--json")

    (staff,) = told(capsys)
    roles = staff["roles"]
    assert isinstance(roles, list)
    assert {"name": "Dr. H. Wawan Gumilar Natadikara, S.T., M.T.", "role": "head"} in roles


def test_a_dry_run_refuses_a_damaged_picture_as_well(
    office_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    picture = tmp_path / "foto.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + b"0" * 100)

    code = run("import", office_folder, picture, "--dry-run", "--json")

    (asset,) = told(capsys)
    assert code == ExitCode.FINDINGS
    assert (asset["accepted"], len(asset["rejected"])) == (0, 1)  # type: ignore[arg-type]
