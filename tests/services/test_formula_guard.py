"""What begins like a formula is guarded in a CSV and comes back as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.formula_guard import guarded, unguarded


@given(st.text(alphabet="'=+-@ a\t\n"))
def test_guarding_and_taking_the_guard_off_gives_the_same_text(text: str) -> None:
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("text", ["=1+1", "+62 812", "-5", "@dishub", "\t=1", "'=1"])
def test_no_guarded_text_begins_like_a_formula(text: str) -> None:
    assert guarded(text).startswith("'")


@pytest.mark.parametrize("text", ["'pasar' tutup", "'90-an", "''", "'", "teks"])
def test_an_apostrophe_of_the_text_itself_stays(text: str) -> None:
    assert (guarded(text), unguarded(text)) == (text, text)
