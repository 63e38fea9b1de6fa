"""What was decided and said about a thing before."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.labels import label
from app.language import _, short_moment_text
from app.models.gate import Verdict
from app.services.approvals import DecisionRow, RemarkRow
from app.ui.widgets import Avatar, Label


def decision_line(decision: DecisionRow) -> str:
    """When, who, what and on which revision; the reason of a return."""
    words = {
        "verdict": label(decision.verdict),
        "number": decision.revision_number,
        "who": decision.decider,
        "when": short_moment_text(decision.happened_at),
    }
    line = _("%(when)s · %(who)s · %(verdict)s, revision %(number)d") % words
    if decision.deputy_for and decision.deputy_mode:
        capacity = {"mode": label(decision.deputy_mode), "official": decision.deputy_for}
        line += " · " + _("as %(mode)s of %(official)s") % capacity
    if decision.recorded_by:
        noted = {"means": label(decision.means), "recorder": decision.recorded_by}
        line += " · " + _("%(means)s, noted by %(recorder)s") % noted
        line += "" if decision.is_confirmed else " · " + _("not confirmed yet")
    if decision.verdict is Verdict.RETURNED:
        line += f": “{decision.reason}”"
    if not decision.is_void:
        return line
    line += " · " + _("void")
    return f"{line}: “{decision.void_reason}”" if decision.void_reason else line


def remark_row(remark: RemarkRow) -> QWidget:
    """A note to the team, with who wrote it and when."""
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8)
    layout.addWidget(Avatar(remark.person.split(" ")[-1]), 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(
        Label(f"{remark.person} · {short_moment_text(remark.made_at)}", "label", "text2")
    )
    words.addWidget(Label(remark.text, "body", wrap=True))
    layout.addLayout(words, 1)
    return row
