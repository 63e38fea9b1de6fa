"""Rules of the house that can be read off the source."""

import ast
from collections.abc import Iterator

import pytest

from tests.source import TRANSLATING, called, calls, modules, runs_at_import

# Tops of threads and processes: what nobody expected is logged there, and the person is told.
TOPS = {
    "app/__main__.py",
    "app/cli/main.py",
    "app/ui/bridge.py",
    "app/services/reading/worker.py",
}

# Classes of Qt that guess whether a text is HTML, and what keeps them from guessing.
GUESSING = ("QLabel", "QMessageBox")


def places(*found: tuple[str, ast.AST]) -> list[str]:
    return [f"{path}:{getattr(node, 'lineno', '?')}" for path, node in found]


def translations() -> Iterator[tuple[str, ast.Call]]:
    for path, tree in modules().items():
        if path not in {"app/language.py", "app/cli/argparse_words.py"}:
            yield from ((path, call) for call in calls(tree, *TRANSLATING))


def is_literal(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def texts_of(call: ast.Call) -> list[ast.expr]:
    return call.args[:1] if called(call) == "_" else call.args[:2]


def test_only_literal_texts_are_translated() -> None:
    """A variable or an f-string is never extracted, so nobody could translate it."""
    wrong = [
        (path, call)
        for path, call in translations()
        if not texts_of(call) or not all(map(is_literal, texts_of(call)))
    ]

    assert places(*wrong) == []


def test_values_go_into_a_text_by_name() -> None:
    """A translator must be free to change their order."""
    wrong = [
        (path, call)
        for path, call in translations()
        for text in texts_of(call)
        if isinstance(text, ast.Constant) and unnamed_values(str(text.value))
    ]

    assert places(*wrong) == []


def unnamed_values(text: str) -> bool:
    rest = text.replace("%%", "")
    return (
        any(part[:1] in {"s", "d", "i", "f", "r"} for part in rest.split("%")[1:]) or "{}" in rest
    )


def test_texts_are_asked_for_when_they_are_shown() -> None:
    """A text translated at import stays in the language of that moment."""
    wrong = [
        (path, node)
        for path, tree in modules().items()
        for node in runs_at_import(tree)
        if isinstance(node, ast.Call) and called(node) in TRANSLATING
    ]

    assert places(*wrong) == []


def test_only_the_tops_of_threads_catch_everything() -> None:
    wrong = [
        (path, node)
        for path, tree in modules().items()
        if path not in TOPS
        for node in ast.walk(tree)
        if isinstance(node, ast.ExceptHandler)
        and catches_everything(node)
        and not raises_again(node)
    ]

    assert places(*wrong) == []


def raises_again(handler: ast.ExceptHandler) -> bool:
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


def catches_everything(handler: ast.ExceptHandler) -> bool:
    kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return any(
        kind is None or (isinstance(kind, ast.Name) and kind.id in {"Exception", "BaseException"})
        for kind in kinds
    )


def test_no_label_guesses_whether_a_text_is_html() -> None:
    """Qt reads `<b>` in a label as markup unless the module that makes it says PlainText."""
    wrong = [
        (path, call)
        for path, tree in modules().items()
        if path.startswith("app/ui/") and not sets_plain_text(tree)
        for call in calls(tree, *GUESSING)
    ]

    assert places(*wrong) == []


def sets_plain_text(tree: ast.Module) -> bool:
    return any(
        isinstance(node, ast.Attribute) and node.attr == "PlainText" for node in ast.walk(tree)
    )


@pytest.mark.parametrize("method", ["setHtml", "insertHtml", "appendHtml", "toHtml"])
def test_nothing_in_the_window_is_html(method: str) -> None:
    wrong = [
        (path, call)
        for path, tree in modules().items()
        if path.startswith("app/ui/")
        for call in calls(tree, method)
    ]

    assert places(*wrong) == []


def test_nobody_walks_the_chain_of_focus() -> None:
    """PySide 6.11 takes each widget for the Python parent of the next: a ring, so garbage."""
    walking = ("nextInFocusChain", "previousInFocusChain")
    wrong = [(path, call) for path, tree in modules().items() for call in calls(tree, *walking)]

    assert places(*wrong) == []


def test_the_context_of_a_key_is_said_by_its_setter() -> None:
    """PySide 6.11 drops one that is given to the constructor: the key works everywhere then."""
    wrong = [
        (path, call)
        for path, tree in modules().items()
        for call in calls(tree, "QShortcut")
        if len(call.args) > 3 or any(word.arg == "context" for word in call.keywords)
    ]

    assert places(*wrong) == []


def test_the_command_line_and_the_window_know_no_machine() -> None:
    """No path of one machine stands in the program."""
    wrong = [
        (path, node)
        for path, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and node.value.startswith(("/home/", "/root/", "/tmp/", "C:\\Users"))  # noqa: S108 (sought, not used)
    ]

    assert places(*wrong) == []
