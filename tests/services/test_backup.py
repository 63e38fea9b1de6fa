"""A backup holds the whole office, comes back as it was, and never overwrites."""

import json
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from app.office import Office
from app.services.checking import check
from app.services.errors import BackupDamaged, BackupTooNew, Cancelled, FileExists, OfficeExists
from app.services.exporting import ExportKind, export_table
from app.services.people import PersonFacts, add_person


def silent(done: int, total: int) -> None:
    """Nobody watches."""


@pytest.fixture
def backup(office: Office, tmp_path: Path) -> Path:
    """The verified backup of an office with one asset."""
    office.assets.put(BytesIO(b"a picture of the roll call"))
    file = tmp_path / "backup.zip"
    office.back_up(file, silent)
    return file


def rewritten(file: Path, change: Callable[[str, bytes], bytes | None]) -> Path:
    """The same backup with some of its files changed, or left out where `change` gives None."""
    result = file.with_name("changed.zip")
    with zipfile.ZipFile(file) as source, zipfile.ZipFile(result, "w") as target:
        for name in source.namelist():
            content = change(name, source.read(name))
            if content is not None:
                target.writestr(name, content)
    return result


def test_an_office_comes_back_as_it_was(office: Office, backup: Path, tmp_path: Path) -> None:
    before = [office.read(export_table, kind).rows for kind in ExportKind]

    Office.restore(backup, tmp_path / "restored", silent)

    with Office.open(tmp_path / "restored") as restored:
        after = [restored.read(export_table, kind).rows for kind in ExportKind]
        found = restored.read(check, restored.assets, restored.now(), silent)
        assert after == before
        assert found.faults == ()
        assert list(restored.assets.hashes()) == list(office.assets.hashes())


def test_what_is_done_after_the_backup_is_not_in_it(
    office: Office, backup: Path, tmp_path: Path
) -> None:
    office.act(add_person, PersonFacts("Asep Sunandar"))

    Office.restore(backup, tmp_path / "restored", silent)

    with Office.open(tmp_path / "restored") as restored:
        names = [row[0] for row in restored.read(export_table, ExportKind.PEOPLE).rows]
        assert "Asep Sunandar" not in names


def test_a_backup_never_overwrites_a_file(office: Office, tmp_path: Path) -> None:
    there = tmp_path / "holiday.jpg"
    there.write_bytes(b"holiday")

    with pytest.raises(FileExists):
        office.back_up(there, silent)

    assert there.read_bytes() == b"holiday"
    assert sorted(file.name for file in tmp_path.iterdir() if file.is_file()) == ["holiday.jpg"]


def test_restoring_never_overwrites_a_folder(backup: Path, tmp_path: Path) -> None:
    folder = tmp_path / "in-use"
    folder.mkdir()
    (folder / "notes.txt").write_text("ours")

    with pytest.raises(OfficeExists):
        Office.restore(backup, folder, silent)

    assert [file.name for file in folder.iterdir()] == ["notes.txt"]


def test_a_stopped_backup_leaves_nothing(office: Office, tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        office.back_up(tmp_path / "backup.zip", stop)

    assert not [file for file in tmp_path.iterdir() if file.is_file()]


def test_a_stopped_restoring_leaves_nothing(backup: Path, tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        Office.restore(backup, tmp_path / "restored", stop)

    assert not list(tmp_path.glob("restored*"))


def test_progress_ends_at_its_total(office: Office, tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []

    office.back_up(tmp_path / "backup.zip", lambda done, total: steps.append((done, total)))

    assert steps[-1][0] == steps[-1][1]
    assert steps == sorted(steps)


@pytest.mark.parametrize("what", ["database", "asset", "list", "no list"])
def test_a_changed_backup_is_refused(backup: Path, tmp_path: Path, what: str) -> None:
    def change(name: str, content: bytes) -> bytes | None:
        if what == "no list" and name.endswith(".json"):
            return None
        touched = {"database": ".sqlite3", "list": ".json"}.get(what)
        hit = name.endswith(touched) if touched else name.startswith("assets/")
        return content[:-1] + b"!" if hit and what != "no list" else content

    with pytest.raises(BackupDamaged):
        Office.restore(rewritten(backup, change), tmp_path / "restored", silent)

    assert not list(tmp_path.glob("restored*"))


def test_a_backup_can_not_write_outside_its_folder(backup: Path, tmp_path: Path) -> None:
    def change(name: str, content: bytes) -> bytes:
        if not name.endswith(".json"):
            return content
        facts = json.loads(content)
        facts["files"].append(["../escaped", 0, "0" * 64])
        return json.dumps(facts).encode()

    with pytest.raises(BackupDamaged):
        Office.restore(rewritten(backup, change), tmp_path / "restored", silent)

    assert not (tmp_path / "escaped").exists()


def test_a_backup_of_a_newer_program_is_named_as_such(backup: Path, tmp_path: Path) -> None:
    def change(name: str, content: bytes) -> bytes:
        return content.replace(b'"form": 1', b'"form": 2') if name.endswith(".json") else content

    with pytest.raises(BackupTooNew):
        Office.restore(rewritten(backup, change), tmp_path / "restored", silent)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 cut off", b"a letter"])
def test_any_other_file_is_no_backup(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "file.zip"
    file.write_bytes(content)

    with pytest.raises(BackupDamaged):
        Office.restore(file, tmp_path / "restored", silent)
