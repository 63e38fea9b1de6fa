"""The exports of Facebook, Instagram and X: sums and traps that the samples' description names."""

from collections import Counter
from datetime import date, time
from pathlib import Path

import pytest

from app.models.imports import ImportKind
from app.models.measurement import Measure
from app.resources import resource
from app.services.importing.judged import Judged, ReasonCode
from app.services.importing.measurements import MeasuredPost, MeasurementRows
from app.services.importing.recognise import recognise
from app.services.importing.rows import judge
from app.services.importing.tables import workbook_from
from app.services.reading import workbooks

FACEBOOK = "Jan-01-2026_Nov-20-2026_1190027700012345.csv"
INSTAGRAM = "Jan-01-2026_Nov-20-2026_2280019900067890.csv"
X = "account_analytics_content_2026-01-01_2026-11-20.csv"


def judged(path: Path) -> Judged[MeasuredPost]:
    workbook = workbook_from(workbooks.read({"path": str(path)}, b"").words)
    recognised = recognise(workbook)
    assert recognised is not None
    assert recognised.kind is ImportKind.MEASUREMENTS
    return judge(MeasurementRows(), recognised.tables, workbook)


def sample(name: str) -> Judged[MeasuredPost]:
    return judged(resource("demo", "analytics", name))


def sums(result: Judged[MeasuredPost]) -> dict[str, int]:
    total: Counter[str] = Counter()
    for good in result.good:
        for figure in good.values.figures:
            total[figure.measure.value] += figure.value
    return dict(total)


def written(tmp_path: Path, *lines: str) -> Path:
    path = tmp_path / "anything.dat"
    path.write_text("\n".join(lines), encoding="utf-8-sig")
    return path


@pytest.mark.parametrize(
    ("name", "platform", "rows", "expected"),
    [
        (
            FACEBOOK,
            "facebook",
            77,
            {
                "views": 428_811,
                "reach": 268_574,
                "engagements": 11_438,
                "reactions": 8_306,
                "comments": 1_668,
                "shares": 1_464,
                "clicks": 16_021,
            },
        ),
        (
            INSTAGRAM,
            "instagram",
            104,
            {
                "views": 1_062_711,
                "reach": 577_834,
                "likes": 31_967,
                "shares": 6_207,
                "follows": 1_905,
                "comments": 3_116,
                "saves": 10_288,
            },
        ),
        (
            X,
            "x",
            63,
            {
                "impressions": 350_305,
                "likes": 4_200,
                "engagements": 15_339,
                "saves": 575,
                "shares": 369,
                "follows": 168,
                "comments": 775,
                "reposts": 1_861,
                "profile_visits": 929,
                "clicks": 512,
            },
        ),
    ],
    ids=["facebook", "instagram", "x"],
)
def test_rows_and_sums_of_a_sample(
    name: str, platform: str, rows: int, expected: dict[str, int]
) -> None:
    result = sample(name)

    assert result.rows_read == len(result.good) == rows
    assert {good.values.platform for good in result.good} == {platform}
    assert sums(result) == expected
    assert not result.faulty
    assert not result.unknown


def test_identifiers_of_17_and_19_digits_stay_whole() -> None:
    assert sample(INSTAGRAM).good[0].values.post_id == "17911207108475562"
    assert sample(X).good[0].values.post_id == "2956652000756748415"


def test_meta_writes_the_month_first_and_captions_of_several_lines() -> None:
    posts = [good.values for good in sample(FACEBOOK).good]

    assert (posts[1].posted_on, posts[1].posted_time) == (date(2026, 11, 13), time(9, 0))
    assert any("\n" in post.text for post in posts)
    assert {post.counted_on for post in posts} == {None}
    assert posts[0].handle == "DishubJabarContoh"


def test_x_gives_a_day_without_a_time_and_names_its_words() -> None:
    post = sample(X).good[0].values

    assert (post.posted_on, post.posted_time) == (date(2026, 11, 20), None)
    assert post.handle == "DishubJbrContoh"
    assert {figure.measure: figure.own_name for figure in post.figures}[Measure.SAVES] == (
        "Bookmarks"
    )


def test_a_blank_is_unknown_and_never_zero(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "Post ID,Account username,Publish time,Permalink,Date,Views,Reach,Likes,Saves",
        "17911207108475562,kota,11/20/2026 09:00,https://www.instagram.com/p/DC9/,Lifetime,10,,NaN,0",
    )

    figures = judged(path).good[0].values.figures

    assert [(figure.measure, figure.value) for figure in figures] == [
        (Measure.VIEWS, 10),
        (Measure.SAVES, 0),
    ]


def test_indonesian_headers_and_days_that_can_only_be_day_first(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "ID Postingan;ID Akun;Deskripsi;Waktu publikasi;Tautan permanen;Tanggal;"
        "Tayangan;Jangkauan;Suka;Simpanan",
        "1;2;satu;05/06/2026 08:00;https://www.instagram.com/p/A/;Seumur hidup;1.204;900;7;2",
        "2;2;dua;25/06/2026 08:00;https://www.instagram.com/p/B/;Seumur hidup;5;4;3;1",
    )

    posts = [good.values for good in judged(path).good]

    assert [post.posted_on for post in posts] == [date(2026, 6, 5), date(2026, 6, 25)]
    assert posts[0].figures[0].value == 1204
    assert not judged(path).unknown


def test_figures_of_one_day_are_not_totals(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "Post ID,Publish time,Permalink,Date,Views,Reactions",
        "1,06/01/2026 08:00,https://www.facebook.com/k/posts/1,06/02/2026,10,1",
        "1,06/01/2026 08:00,https://www.facebook.com/k/posts/1,06/13/2026,4,0",
    )

    good = judged(path).good

    assert [row.values.counted_on for row in good] == [date(2026, 6, 2), date(2026, 6, 13)]
    assert good[0].key != good[1].key


def test_what_is_no_count_or_no_day_is_faulty_with_its_column(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "Post ID,Publish time,Permalink,Date,Views,Reactions",
        "1,06/31/2026 08:00,https://www.facebook.com/k/posts/1,Lifetime,10,1",
        "2,06/01/2026 08:00,https://www.facebook.com/k/posts/2,Lifetime,banyak,1",
        "3,06/01/2026 08:00,https://www.facebook.com/k/posts/3,Lifetime,-5,1",
    )

    faulty = judged(path).faulty

    assert [(row.row, row.column, row.faults[0].reason) for row in faulty] == [
        (2, "Publish time", ReasonCode.DAY_UNREADABLE),
        (3, "Views", ReasonCode.NUMBER_UNREADABLE),
        (4, "Views", ReasonCode.NUMBER_UNREADABLE),
    ]


def test_a_total_row_is_left_out(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "Post ID,Publish time,Permalink,Date,Views,Reactions",
        "1,06/01/2026 08:00,https://www.facebook.com/k/posts/1,Lifetime,10,1",
        ",,,Total,10,1",
    )

    result = judged(path)

    assert len(result.good) == result.rows_read == 1
