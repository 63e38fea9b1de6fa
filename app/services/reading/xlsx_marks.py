"""What calamine does not tell of an XLSX file: where hyperlinks lead, and which rows are hidden."""

import re
import zipfile
from posixpath import join, normpath
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

_RELATIONSHIP = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_RELATIONSHIP = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
# Hyperlinks stand at the end of a sheet that may be large: searching its bytes takes a fraction of
# the time of parsing them.
_HYPERLINK = re.compile(rb"<(?:\w+:)?hyperlink\s[^>]*>")
_HIDDEN_ROW = re.compile(rb'<(?:\w+:)?row\s[^>]*?\bhidden="(?:1|true)"[^>]*>')
_ROW_NUMBER = re.compile(rb'\sr="(\d+)"')
_PLACE = re.compile(rb'\sref="([A-Z]{1,3})(\d+)(?::[A-Z]{1,3}\d+)?"')
_TARGET = re.compile(rb'\s(?:\w+:)?id="([^"]+)"')


def marks(archive: zipfile.ZipFile) -> dict[str, dict[str, Any]]:
    """By sheet name: `links` as `[row, column, address]` and `hidden_rows`, counted from 0."""
    parts = _targets(archive, "xl/_rels/workbook.xml.rels", "xl")
    found: dict[str, dict[str, Any]] = {}
    for sheet in ElementTree.fromstring(archive.read("xl/workbook.xml")).iter():  # noqa: S314 – see below
        if not sheet.tag.endswith("}sheet"):
            continue
        part = parts.get(sheet.get(_RELATIONSHIP) or sheet.get(_STRICT_RELATIONSHIP) or "")
        if part in archive.NameToInfo:
            found[sheet.get("name", "")] = _of_sheet(archive, part)
    return found


def _of_sheet(archive: zipfile.ZipFile, part: str) -> dict[str, Any]:
    content = archive.read(part)
    folder, _, name = part.rpartition("/")
    targets = _targets(archive, f"{folder}/_rels/{name}.rels", None)
    links = []
    for link in _HYPERLINK.findall(content):
        place, target = _PLACE.search(link), _TARGET.search(link)
        address = targets.get(target[1].decode()) if target else None
        if place and address:
            links.append([int(place[2]) - 1, _column(place[1].decode()), address])
    hidden = [number for row in _HIDDEN_ROW.findall(content) for number in _ROW_NUMBER.findall(row)]
    return {"links": links, "hidden_rows": [int(number) - 1 for number in hidden]}


def _targets(archive: zipfile.ZipFile, part: str, folder: str | None) -> dict[str, str]:
    """What the relations of a part lead to; `folder` is where a part's relative address starts."""
    if part not in archive.NameToInfo:
        return {}
    # Expat has refused entity bombs since 2.4.1, and we are in the process that may die.
    relations = ElementTree.fromstring(archive.read(part))  # noqa: S314
    if folder is None:
        return {
            r.get("Id", ""): r.get("Target", "")
            for r in relations
            if r.get("TargetMode") == "External"
        }
    return {
        r.get("Id", ""): normpath(join(folder, unquote(r.get("Target", "")))).lstrip("/")
        for r in relations
    }


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
