from xml.etree import ElementTree

import pytest

from app.services.printing.charts import ChartColours, chart_svg, columns, rows

THEME = ChartColours("#EFEBE4", "#3A3732", ("#FF0000", "#0000FF"))


def test_the_screens_chart_uses_the_themes_colours_and_no_clip_path() -> None:
    svg = chart_svg(columns(("Jan", "Feb"), ((3, 5), (1, None)), ("positif", "negatif"), THEME))

    ElementTree.fromstring(svg.encode())  # noqa: S314 - made by ourselves
    assert "clip" not in svg
    assert "rgb(100%,0%,0%)" in svg
    assert "Jan" in svg
    assert "negatif" in svg


@pytest.mark.parametrize(
    ("highest", "last_tick"), [(0, "1"), (4, "4"), (97, "100"), (1234, "1.500"), (48_100, "50.000")]
)
def test_the_axis_begins_at_nought_and_ends_above_the_highest(highest: int, last_tick: str) -> None:
    svg = chart_svg(columns(("Jan", "Feb"), ((highest, highest // 2),), ("sharing",), THEME))

    assert ">0</text>" in svg.replace("\n", "")
    assert f">{last_tick}</text>" in svg.replace("\n", "")


def test_labels_that_no_font_of_a_chart_has_are_left_out() -> None:
    svg = chart_svg(rows(("Literasi 😀 <b>", "x" * 400), ((3, 4),), ("sharing",), THEME))

    assert "Literasi &lt;b&gt;" in svg
    assert "😀" not in svg
    assert "…" in svg
