"""What a revision says, and what changed in it since the last decision."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.language import _, short_moment_text
from app.services.approvals import DecisionView
from app.services.platform_names import platform_label
from app.services.platforms import facts
from app.ui.approvals.moments import planned_text
from app.ui.approvals.thumbs import PictureChange, Want
from app.ui.widgets import (
    Box,
    DiffText,
    Label,
    PlatformBadge,
    ReadingLabel,
    named,
    word_changes,
)


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


def difference_column(view: DecisionView, variant: dict[str, Any], want: Want) -> QVBoxLayout:
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
        column.addWidget(_other_changes(view, variant, want))
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


def _other_changes(view: DecisionView, variant: dict[str, Any], want: Want) -> QWidget:
    """Time, pictures, alt texts and accounts as rows: what stayed, what changed."""
    assert view.before is not None  # noqa: S101 asked by the caller
    earlier = {one["variant"]: one for one in view.before["variants"]}
    same = earlier.get(variant["variant"])
    box = Box("surface")
    layout = QVBoxLayout(box)
    layout.setContentsMargins(13, 8, 13, 8)
    layout.setSpacing(6)
    rows = [(_("Time"), _time_change(view, same, variant))]
    rows.append((_("Pictures"), _picture_change(same, variant, want)))
    if alt := _alt_change(same, variant):
        rows.append((_("Alt text"), alt))
    rows.append((_("Accounts"), _account_change(view.before["variants"], view.body["variants"])))
    for name, changed in rows:
        row = QHBoxLayout()
        title = Label(name, "body", "text2")
        title.setFixedWidth(72)
        row.addWidget(title, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(changed, 1)
        layout.addLayout(row)
    return box


def _time_change(
    view: DecisionView, same: dict[str, Any] | None, variant: dict[str, Any]
) -> QWidget:
    assert view.before is not None  # noqa: S101 asked by the caller
    now = planned_text(variant["planned_at"], view.body["planned_on"])
    before = planned_text(same["planned_at"], view.before["planned_on"]) if same else now
    return _stayed() if before == now else DiffText(word_changes(before, now), "body")


def _picture_change(same: dict[str, Any] | None, variant: dict[str, Any], want: Want) -> QWidget:
    before = [one["sha256"] for one in same["media"]] if same else []
    now = [one["sha256"] for one in variant["media"]]
    return _stayed() if before == now else PictureChange(before, now, want)


def _alt_change(same: dict[str, Any] | None, variant: dict[str, Any]) -> QWidget | None:
    """Of pictures that stayed, what is read aloud of them."""
    before = {one["sha256"]: one["alt_text"] for one in (same["media"] if same else ())}
    changed = [
        (before[one["sha256"]], one["alt_text"])
        for one in variant["media"]
        if before.get(one["sha256"], one["alt_text"]) != one["alt_text"]
    ]
    if not changed:
        return None
    old, new = ("\n".join(texts) for texts in zip(*changed, strict=True))
    return DiffText(word_changes(old, new), "body")


def _account_change(before: list[dict[str, Any]], now: list[dict[str, Any]]) -> QWidget:
    """Who is left out and who is new; else that all stayed, with their letters."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    old, new = (sorted(_account(one) for one in variants) for variants in (before, now))
    if old != new:
        row.addWidget(DiffText(word_changes("\n".join(old), "\n".join(new)), "body"), 1)
        return holder
    row.addWidget(_stayed())
    for platform in dict.fromkeys(one["platform"] for one in now):
        row.addWidget(PlatformBadge(platform, platform_label(platform)))
    row.addStretch(1)
    return holder


def _account(variant: dict[str, Any]) -> str:
    return f"{facts(variant['post_kind']).label} {variant['handle'] or ''}".strip()


def _stayed() -> Label:
    return Label(_("as before"), "body", "text2")
