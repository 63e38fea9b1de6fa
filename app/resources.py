"""Where the program's own files lie: icons, fonts, words, facts, help pages, demo files."""

from pathlib import Path


def resource(*parts: str) -> Path:
    """The path of a shipped file, in a checkout as in an installed wheel."""
    beside = Path(__file__).resolve().parent.parent / "resources"
    inside = Path(__file__).resolve().parent / "_resources"
    return (beside if beside.is_dir() else inside).joinpath(*parts)
