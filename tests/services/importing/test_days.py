"""Lists of days: holidays of a joint decree, observances, an office's own agenda."""

from datetime import date
from pathlib import Path

import pytest

from app.models.day import DayKind
from app.models.imports import ImportKind
from app.office import Office
from app.resources import resource
from app.services import days
from app.services.importing.foreign import read_foreign
from app.services.importing.judged import ReasonCode
from app.services.importing.previewing import preview
from app.services.importing.taking import take
from app.services.reading.process import ReaderProcess
from tests.services.importing.conftest import Judging

DECREE = """LIBUR NASIONAL DAN CUTI BERSAMA TAHUN 2027
No;Tanggal;Hari;Keterangan;Jenis
1;1 Januari 2027;Jumat;Tahun Baru 2027 Masehi;Libur nasional
2;10 - 11 Maret 2027;Rabu-Kamis;Hari Raya Idulfitri 1448 Hijriah;Libur nasional
3;9 Maret 2027;Selasa;Cuti bersama Idulfitri;Cuti bersama
4;31 Februari 2027;Rabu;Tidak ada;Libur nasional
5;1 April 2027;Kamis;Masa tenang;Masa tenang
"""


@pytest.fixture
def decree(tmp_path: Path) -> Path:
    file = tmp_path / "apa saja.csv"
    file.write_text(DECREE, encoding="utf-8")
    return file


def taken(office: Office, file: Path) -> int:
    """How many rows were written."""
    with ReaderProcess() as reader:
        shown = office.read(preview, read_foreign(reader, file))
    return office.act(take, shown).accepted


def test_a_decree_is_recognised_by_its_content(judged: Judging, decree: Path) -> None:
    told = judged(decree)

    assert told.kind is ImportKind.DAYS
    assert [(good.values.kind, good.values.first_on) for good in told.good] == [
        (DayKind.HOLIDAY, date(2027, 1, 1)),
        (DayKind.HOLIDAY, date(2027, 3, 10)),
        (DayKind.COLLECTIVE_LEAVE, date(2027, 3, 9)),
    ]
    assert told.good[1].values.last_on == date(2027, 3, 11)
    assert [row.faults[0].reason for row in told.faulty] == [
        ReasonCode.DAY_UNREADABLE,
        ReasonCode.REASON_MISSING,
    ]


def test_the_shipped_observances_are_understood_themselves(judged: Judging) -> None:
    told = judged(resource("facts", "observances.csv"))

    assert told.kind is ImportKind.DAYS
    assert not told.faulty
    kartini = next(good.values for good in told.good if good.values.words == "Hari Kartini")
    assert (kartini.kind, kartini.first_on.month, kartini.first_on.day) == (
        DayKind.OBSERVANCE,
        4,
        21,
    )
    assert kartini.is_yearly


def test_a_day_without_a_year_comes_again_every_year(judged: Judging, tmp_path: Path) -> None:
    file = tmp_path / "agenda.csv"
    file.write_text("Tanggal;Agenda\n12 Mei;Hari jadi dinas\n", encoding="utf-8")

    day = judged(file).good[0].values

    assert (day.is_yearly, day.kind, day.first_on) == (True, DayKind.NOTE, date(2000, 5, 12))


def test_other_lists_are_still_what_they_are(judged: Judging) -> None:
    assert judged(resource("demo", "jawaban-standar.xlsx")).kind is ImportKind.STANDARD_ANSWERS


def test_a_decree_takes_the_place_of_estimates_and_comes_in_once(
    office: Office, decree: Path
) -> None:
    first = taken(office, decree)
    again = taken(office, decree)

    march = office.read(days.days, date(2027, 3, 9), date(2027, 3, 12))
    assert (first, again) == (3, 0)
    assert [(row.words, row.is_certain) for row in march if row.kind in days.OFF_KINDS] == [
        ("Cuti bersama Idulfitri", True),
        ("Hari Raya Idulfitri 1448 Hijriah", True),
    ]


def test_taking_the_shipped_list_in_doubles_nothing(sqlite_office: Office) -> None:
    def observances() -> list[str]:
        year = sqlite_office.read(days.days_of_year, 2027)
        return [row.words for row in year if row.kind is DayKind.OBSERVANCE]

    before = observances()

    assert taken(sqlite_office, resource("facts", "observances.csv")) == len(before)
    assert observances() == before
