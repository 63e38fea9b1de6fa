"""The help's pages: there for every place in both languages, and true to the program's words."""

import re
from collections.abc import Iterator

import pytest

from app.labels import label
from app.language import LANGUAGES, use_language
from app.models.content import ContentAct
from app.models.roles import Role
from app.models.variant import VariantAct
from app.resources import resource
from app.services.flow_words import FLOWS, flow_lines
from app.ui.help.pages import FLOW_MARKER, PAGES, HelpPage, load_pages, page_of_place
from app.ui.window.keys import keys_everywhere
from build import words

PLACES = ("home", "calendar", "approvals", "inquiries", "assets", "reports", "office")
BOLD = re.compile(r"\*\*(.+?)\*\*")
LINK = re.compile(r"\]\(([^)]+)\)")


@pytest.fixture(params=LANGUAGES)
def spoken(request: pytest.FixtureRequest) -> Iterator[str]:
    """Each language in turn is the one in force."""
    use_language(request.param)
    yield request.param
    use_language("id")


def shown_texts(language: str) -> set[str]:
    """What the program shows in a language, the letters of shortcuts unmarked.

    Acts that ask for something more are shown with an ellipsis behind their word.
    """
    texts = {f"{label(act)}…" for act in (*ContentAct, *VariantAct)}
    for message in words.texts(words.translated()):
        forms = message.id if language == "en" else message.string
        texts |= {forms} if isinstance(forms, str) else set(forms or ())
    return {text.replace("&", "") for text in texts if text}


def as_pattern(text: str) -> re.Pattern[str]:
    """A text with places for values, as a pattern of what it may become."""
    parts = re.split(r"%\(\w+\)[sd]", text)
    return re.compile(".+".join(map(re.escape, parts)))


def test_every_place_has_a_page_of_its_own(spoken: str) -> None:
    pages = {page.key: page for page in load_pages()}

    assert [page_of_place(place) for place in PLACES] == list(PLACES)
    assert all(pages[place].text.strip() for place in PLACES)


def test_no_page_is_out_of_the_list(spoken: str) -> None:
    files = {file.stem for file in resource("help", spoken).glob("*")}

    assert files == set(PAGES)


def test_every_page_begins_with_a_title_of_its_own(spoken: str) -> None:
    pages = load_pages()

    assert all(page.text.startswith(f"# {page.title}\n") for page in pages)
    assert len({page.title for page in pages}) == len(pages)


def test_every_marker_stands_for_a_flow(spoken: str) -> None:
    marked = [line for page in load_pages() for line in page.text.splitlines() if "{{" in line]
    found = [FLOW_MARKER.match(line) for line in marked]

    assert all(found)
    assert {match[1] for match in found if match} == set(FLOWS)


def test_links_lead_to_pages(spoken: str) -> None:
    targets = {target for page in load_pages() for target in LINK.findall(page.text)}

    assert targets <= {f"{key}.md" for key in PAGES}


def test_words_in_bold_are_words_that_the_program_shows(spoken: str) -> None:
    """A button that is renamed is renamed in the help too."""
    shown = shown_texts(spoken)
    patterns = [as_pattern(text) for text in shown if "%(" in text and not text.startswith("%(")]

    strange = [
        f"{page.key}: {bold}"
        for page in load_pages()
        for bold in BOLD.findall(page.text)
        if bold not in shown and not any(pattern.fullmatch(bold) for pattern in patterns)
    ]

    assert strange == []


def test_the_pages_keep_to_the_house_s_words() -> None:
    """No exclamation marks but in a name, no borrowed or unfriendly words."""
    wrong = [
        f"{page.key}: {found}"
        for page in load_pages()
        for found in re.findall(
            r"(?<!LAPOR)!|\b(?:approve|error|gagal|ditolak|rujuk|rujukan)\b(?<!nomor rujukan)",
            page.text,
        )
    ]

    assert wrong == []


def test_the_keys_that_work_everywhere_are_on_the_page_of_keys(spoken: str) -> None:
    page = _page("keys")

    missing = [
        cap
        for caps, _words in keys_everywhere()
        for cap in caps.split("  ")
        if cap not in page.text
    ]

    assert missing == []


def test_a_flow_is_told_step_by_step() -> None:
    for name, flow in FLOWS.items():
        told = {(state, line.act, line.to) for line in flow_lines(name) for state in line.states}

        assert told == {(step.state, step.act, step.to) for step in flow}, name


def test_who_may_take_a_step_and_what_it_needs_are_words() -> None:
    returned = next(line for line in flow_lines("content") if line.act == "return_to_author")
    recalled = next(line for line in flow_lines("content") if line.act == "recall")

    assert (returned.who, returned.needs) == ("Pejabat, Kepala", "alasan, bukan karya sendiri")
    assert (recalled.who, recalled.needs) == ("Admin, penulisnya", "")


def test_the_page_of_the_office_tells_every_role() -> None:
    text = _page("office").text

    assert [role for role in Role if label(role) not in text] == []


def test_a_page_is_found_by_all_words_in_whatever_case() -> None:
    page = HelpPage("x", "Judul", "# Judul\nTeruskan ke instansi lain")

    assert page.has("INSTANSI teruskan")
    assert not page.has("instansi kembalikan")
    assert page.has("")


def _page(key: str) -> HelpPage:
    return next(page for page in load_pages() if page.key == key)
