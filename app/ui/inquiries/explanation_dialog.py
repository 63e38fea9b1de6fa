"""How a due time was reckoned, in words that an inspector can follow and reckon again."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.labels import label
from app.language import _, length_text, moment_text, pgettext
from app.models.clock import ClockKind, Outcome
from app.services.clocks import ClockExplanation
from app.ui.widgets import Dialog, Label


class ExplanationDialog(Dialog):
    """Shows one explanation; changes nothing."""

    def __init__(self, told: ClockExplanation, parent: QWidget) -> None:
        super().__init__(
            "explanation",
            _("How this due time is reckoned"),
            _("The clock runs around the clock: weekends and holidays count, nothing pauses it."),
            icon="alarm-clock",
            note=told.reference,
            width=600,
            parent=parent,
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, (what, words) in enumerate(explained(told)):
            grid.addWidget(Label(what, "label", "text2"), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Label(words, "body", wrap=True), row, 1)
        self.box.addLayout(grid)
        self.add_verb(_("&Close"), name="done", default=True).setFocus()


def explained(told: ClockExplanation) -> list[tuple[str, str]]:
    """What was promised, by whom, from when, how long, until when, and how it ended."""
    lines = [
        (_("Promised"), label(told.kind)),
        (_("Owed by"), told.owed_by or _("our office")),
        (_("Began"), _beginning(told)),
        (_("Limit"), _limit(told)),
        (
            pgettext("clock", "Due"),
            _("%(start)s + %(limit)s = %(due)s")
            % {
                "start": moment_text(told.started_at),
                "limit": length_text(told.limit),
                "due": moment_text(told.due_at),
            },
        ),
    ]
    if told.stopped_at is not None and told.outcome is not None:
        lines.append((_("Ended"), _ending(told)))
        lines.append((_("Outcome"), _outcome(told)))
    else:
        lines.append((_("Outcome"), _("It still runs.")))
    return lines


def _beginning(told: ClockExplanation) -> str:
    begun = moment_text(told.started_at)
    if told.kind is ClockKind.FIRST_ANSWER:
        words = _("%(when)s, when the message reached us")
    elif told.kind is ClockKind.OUR_ANSWER:
        words = _("%(when)s, when the agency asked us")
    else:
        words = _("%(when)s, when the agency was contacted (%(means)s)")
    begun = words % {"when": begun, "means": told.means or ""}
    if told.started_by:
        begun += " " + _("by %(who)s") % {"who": told.started_by}
    if told.start_recorded_at > told.started_at:
        begun += "; " + _("recorded %(when)s") % {"when": moment_text(told.start_recorded_at)}
    return begun


def _limit(told: ClockExplanation) -> str:
    limit = length_text(told.limit)
    if told.policy_from is None:
        if told.kind is ClockKind.FIRST_ANSWER:
            return _("%(limit)s, the program's own measure; the Pergub sets none") % {
                "limit": limit
            }
        return _("%(limit)s, Lampiran huruf C angka 4") % {"limit": limit}
    return _("%(limit)s, the agency's policy since %(when)s, set by %(who)s") % {
        "limit": limit,
        "when": moment_text(told.policy_from),
        "who": told.policy_set_by or _("the program"),
    }


def _ending(told: ClockExplanation) -> str:
    if told.stopped_at is None or told.stop_recorded_at is None:
        return ""
    ended = moment_text(told.stopped_at)
    if told.stop_recorded_at > told.stopped_at:
        ended += "; " + _("recorded %(when)s") % {"when": moment_text(told.stop_recorded_at)}
    return ended


def _outcome(told: ClockExplanation) -> str:
    if told.stopped_at is None or told.outcome is None:
        return ""
    took = length_text(told.stopped_at - told.started_at)
    if told.outcome is Outcome.BREACHED:
        late = length_text(told.stopped_at - told.due_at)
        return _("Overdue by %(late)s: it took %(took)s") % {"late": late, "took": took}
    if told.outcome is Outcome.MET:
        return _("On time: it took %(took)s") % {"took": took}
    return _("Void: nobody owed it any more")
