"""The table of a comment exporter: every figure that the samples' description names."""

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.models.imports import ImportKind
from app.resources import resource
from app.services.comment_text import is_emoji_only
from app.services.importing.comments_table import CommentImport, CommentRows
from app.services.importing.judged import Judged
from app.services.importing.pasted import read_pasted
from app.services.importing.recognise import recognise
from app.services.importing.rows import judge
from app.services.importing.tables import Workbook, workbook_from
from app.services.reading import workbooks

OWN = "dishubjabar.contoh"


def read(path: Path) -> Workbook:
    return workbook_from(workbooks.read({"path": str(path)}, b"").words)


def judged(path: Path) -> Judged[CommentImport]:
    workbook = read(path)
    recognised = recognise(workbook)
    assert recognised is not None
    assert recognised.kind is ImportKind.COMMENTS
    return judge(CommentRows(), recognised.tables, workbook)


def written(tmp_path: Path, *lines: str) -> Path:
    path = tmp_path / "anything.dat"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def sample() -> Judged[CommentImport]:
    return judged(resource("demo", "komentar", "komentar-alat.csv"))


def test_every_figure_of_the_sample(sample: Judged[CommentImport]) -> None:
    comments = [good.values for good in sample.good]

    assert sample.rows_read == 150
    assert len(comments) == 149
    assert [duplicate.earlier is not None for duplicate in sample.duplicates] == [True]
    assert not sample.faulty
    assert not sample.unknown
    assert len({comment.author for comment in comments}) == 93
    assert sum(comment.reply_to is not None for comment in comments) == 19
    assert sum(comment.author == OWN for comment in comments) == 7
    assert sum(is_emoji_only(comment.text) for comment in comments) == 10
    assert sum("\n" in comment.text for comment in comments) == 2


def duplicate_of(sample: Judged[CommentImport]) -> CommentImport:
    earlier = sample.duplicates[0].earlier
    return next(good.values for good in sample.good if good.row == earlier)


def test_rows_by_post(sample: Judged[CommentImport]) -> None:
    posts = Counter(good.values.link for good in sample.good)

    posts.update([duplicate_of(sample).link])

    assert sorted(posts.values()) == [7, 10, 13, 15, 15, 15, 15, 17, 20, 23]
    assert posts["https://www.instagram.com/p/DCbukanRencana/"] == 7
    assert posts["https://www.instagram.com/p/DCCSqOuzAo6/"] == 23


def test_identifiers_keep_all_their_digits(sample: Judged[CommentImport]) -> None:
    first, second = (good.values for good in sample.good[:2])

    assert first.external_id == "17321248236340690"
    assert second.reply_to == "17321248236340690"


def test_dates_are_utc_in_the_file_and_a_moment_here(sample: Judged[CommentImport]) -> None:
    written_at = sample.good[0].values.written_at

    assert written_at is not None
    assert written_at.astimezone(UTC) == datetime(2026, 9, 3, 13, 37, 48, tzinfo=UTC)


@pytest.mark.parametrize(
    ("name", "link", "repeats"),
    [
        ("instagram-tempel.txt", "https://www.instagram.com/p/DC2BDWkzzLA/", 12),
        (
            "facebook-tempel.txt",
            "https://www.facebook.com/DishubJabarContoh/posts/"
            "pfbid0ypbkohTXLj20UK3O856UNb6B1CiTNVs6TH",
            6,
        ),
    ],
)
def test_repeats_of_pasted_comments(
    sample: Judged[CommentImport], name: str, link: str, repeats: int
) -> None:
    pasted = read_pasted(resource("demo", "komentar", name).read_text(encoding="utf-8"))
    keys = {comment.repeat_key for comment in pasted.comments}

    table = [good.values for good in sample.good if good.values.link == link]

    assert sum(comment.repeat_key in keys for comment in table) == repeats


def test_a_table_with_indonesian_headers_and_gaps(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "No;Nama Pengguna;Komentar;Jumlah Suka;Tanggal",
        "1;@siti;Kapan dibuka?;1.204;19/05/2026 08.15",
        "2;budi;mantap;;",
        "3;;tanpa nama;1;19/05/2026",
        "4;agus;bagus;banyak;",
    )

    result = judged(path)

    siti, budi = (good.values for good in result.good)
    assert (siti.author, siti.likes, siti.link) == ("siti", 1204, None)
    assert siti.written_at == datetime(2026, 5, 19, 1, 15, tzinfo=UTC)
    assert (budi.likes, budi.written_at) == (None, None)
    assert [(faulty.row, faulty.column) for faulty in result.faulty] == [
        (4, "Nama Pengguna"),
        (5, "Jumlah Suka"),
    ]


def test_an_identifier_that_a_spreadsheet_rounded_is_unknown(tmp_path: Path) -> None:
    path = written(tmp_path, "id,username,comment,likes", "1.73212E+16,siti,halo,1")

    assert judged(path).good[0].values.external_id is None
