"""Reading the program's own source, for the tests that hold the house's rules."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

APP = Path(__file__).resolve().parent.parent / "app"
TRANSLATING = ("_", "ngettext", "pgettext")


@cache
def modules() -> dict[str, ast.Module]:
    """Every module of app/ by its path, parsed; migrations tell history and stay as they are."""
    return {
        path.relative_to(APP.parent).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted(APP.rglob("*.py"))
        if "migrations/versions" not in path.as_posix()
    }


def called(call: ast.Call) -> str:
    """The last word of what is called: `setText` of `self._label.setText(…)`."""
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def calls(tree: ast.AST, *names: str) -> Iterator[ast.Call]:
    """The calls of functions or methods with one of these names."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and called(node) in names:
            yield node


def runs_at_import(tree: ast.Module) -> Iterator[ast.AST]:
    """What is evaluated when the module is imported: everything outside bodies of functions."""
    waiting: list[ast.AST] = list(tree.body)
    while waiting:
        node = waiting.pop()
        yield node
        if isinstance(node, ast.Lambda):
            continue
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            waiting += [
                *node.decorator_list,
                *node.args.defaults,
                *filter(None, node.args.kw_defaults),
            ]
        else:
            waiting += ast.iter_child_nodes(node)
