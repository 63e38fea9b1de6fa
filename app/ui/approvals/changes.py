"""What a revision says, and what changed in it since the last decision."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.language import _, short_moment_text
from app.services.approvals import DecisionView
from app.ui.approvals.moments import planned_text
from app.ui.widgets import Box, DiffText, Label, ReadingLabel, named, word_changes


def reading(name: str, text: str) -> ReadingLabel:
    """Text to judge: reached by Tab, so that it can be read and copied without a mouse."""
    shown = named(ReadingLabel(text), f"approvals.{name}", text)
    shown.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return shown


def before_text(view: DecisionView, variant_id: int | None) -> str | None:
    """What was decided last of the same variant, or the base text of that time."""
    if view.before is None:
        return None
    for variant in view.before["variants"]:
        if variant["variant"] == variant_id:
            return str(variant["text"])
    return str(view.before["text"])


def since(view: DecisionView) -> str:
    """`Changed since revision 2`, the one that was decided on last."""
    return _("Changed since revision %(number)d") % {"number": view.before_number}


def difference_column(view: DecisionView, variant: dict[str, Any]) -> QVBoxLayout:
    """The variant's text with its changes by word; the whole text if nothing was decided yet."""
    column = QVBoxLayout()
    column.setSpacing(6)
    before = before_text(view, variant["variant"])
    if before is None or view.before is None:
        column.addWidget(Label(_("The whole text"), "label", "text2"))
        column.addWidget(_framed(reading("text", variant["text"] or "–")))
    else:
        column.addWidget(Label(since(view), "label", "text2"))
        if view.before_decided_at is not None:
            when = _("decided %(when)s") % {"when": short_moment_text(view.before_decided_at)}
            column.addWidget(Label(when, "meta", "text2"))
        column.addWidget(_framed(changes(before, variant["text"])))
        column.addWidget(_other_changes(view, variant))
    column.addStretch(1)
    return column


def changes(before: str | None, after: str) -> QWidget:
    """Changes by word; nothing without an earlier text."""
    if before is None:
        return Label("")
    return DiffText(word_changes(before, after))


def _framed(inner: QWidget) -> Box:
    box = Box("surface")
    layout = QVBoxLayout(box)
    layout.setContentsMargins(13, 10, 13, 12)
    layout.addWidget(inner)
    return box


def _other_changes(view: DecisionView, variant: dict[str, Any]) -> QWidget:
    """Time, pictures and accounts as rows: what stayed, what changed."""
    assert view.before is not None  # noqa: S101 asked by the caller
    earlier = {one["variant"]: one for one in view.before["variants"]}
    same = earlier.get(variant["variant"])
    rows = [
        (
            _("Time"),
            planned_text(same["planned_at"], view.before["planned_on"]) if same else None,
            planned_text(variant["planned_at"], view.body["planned_on"]),
        ),
        (
            _("Pictures"),
            _hashes(same["media"]) if same else None,
            _hashes(variant["media"]),
        ),
        (
            _("Accounts"),
            ", ".join(sorted(one["handle"] for one in earlier.values())),
            ", ".join(sorted(one["handle"] for one in view.body["variants"])),
        ),
    ]
    box = Box("surface")
    layout = QVBoxLayout(box)
    layout.setContentsMargins(13, 8, 13, 8)
    layout.setSpacing(6)
    for name, old, new in rows:
        row = QHBoxLayout()
        title = Label(name, "body", "text2")
        title.setFixedWidth(72)
        row.addWidget(title, 0, Qt.AlignmentFlag.AlignTop)
        if old is not None and old != new:
            row.addWidget(DiffText(word_changes(old, new), "body"), 1)
        else:
            row.addWidget(Label(_("as before"), "body", "text2"), 1)
        layout.addLayout(row)
    return box


def _hashes(media: list[dict[str, Any]]) -> str:
    """Pictures by the first signs of their hash: enough to see that another one is shown."""
    return ", ".join(one["sha256"][:8] for one in media) or "–"
