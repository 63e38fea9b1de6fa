"""What can be read back from a PDF."""

from pathlib import Path
from typing import Any

from pypdf import PdfReader


def pages_text(pdf: Path) -> list[str]:
    """The words of each page, line ends and doubled spaces made one space."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(pdf).pages]


def whole_text(pdf: Path) -> str:
    return " ".join(pages_text(pdf))


def heights_of(pdf: Path, page: int, words: str) -> list[float]:
    """How high above the foot of a page each piece of text stands that begins with these words."""
    heights: list[float] = []

    def visit(text: str, _cm: object, matrix: list[float], _font: object, _size: object) -> None:
        if text.strip().startswith(words):
            heights.append(round(matrix[5], 1))

    PdfReader(pdf).pages[page].extract_text(visitor_text=visit)
    return heights


def embedded_fonts(pdf: Path) -> dict[str, bool]:
    """Each font that any page names, and whether its file is inside."""
    fonts: dict[str, bool] = {}
    for page in PdfReader(pdf).pages:
        resources: Any = page["/Resources"]
        for reference in resources["/Font"].values():
            font = reference.get_object()
            descriptor = font.get("/FontDescriptor")
            fonts[str(font["/BaseFont"])] = (
                descriptor is not None and "/FontFile2" in descriptor.get_object()
            )
    return fonts
