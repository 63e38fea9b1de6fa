"""Reasons and notes as sentences: what a person reads beside a row."""

from collections.abc import Mapping

from app.labels import label
from app.language import _
from app.models.roles import Role
from app.services.importing.judged import Fault, Faulty, Note, NoteCode, ReasonCode
from app.services.platform_names import platform_label


def reason_text(faulty: Faulty) -> str:
    """Everything that is wrong in a row, in the order of the columns that were read."""
    return "; ".join(fault_text(fault) for fault in faulty.faults)


def fault_text(fault: Fault) -> str:
    """One reason, such as `date unreadable: 31 Februari 2026`."""
    values = {**fault.facts, "value": fault.value, "column": fault.column}
    if fault.reason is ReasonCode.CHANNEL_UNKNOWN and "suggestion" in fault.facts:
        return _("unknown channel: %(value)s (perhaps %(suggestion)s?)") % values
    return _reasons()[fault.reason] % values


def note_text(note: Note) -> str:
    """One thing worth knowing about a row or the file."""
    facts = dict(note.facts)
    for name in ("platform", "channels"):
        if name in facts:
            facts[name] = ", ".join(map(platform_label, facts[name].split(", ")))
    if "role" in facts:
        facts["role"] = label(Role(facts["role"]))
    return _notes()[note.code] % facts


def _reasons() -> Mapping[ReasonCode, str]:
    return {
        ReasonCode.DAY_MISSING: _("date is empty"),
        ReasonCode.DAY_UNREADABLE: _("date unreadable: %(value)s"),
        ReasonCode.YEAR_MISSING: _("date without a year: %(value)s"),
        ReasonCode.TIME_INVALID: _("no valid time: %(value)s"),
        ReasonCode.MOMENT_UNREADABLE: _("time of the answer unreadable: %(value)s"),
        ReasonCode.TITLE_MISSING: _("title is empty"),
        ReasonCode.TEXT_MISSING: _("text is empty"),
        ReasonCode.CHANNEL_MISSING: _("channel is empty"),
        ReasonCode.CHANNEL_UNKNOWN: _("unknown channel: %(value)s"),
        ReasonCode.STATUS_UNKNOWN: _("unknown status: %(value)s"),
        ReasonCode.KIND_UNKNOWN: _("unknown kind: %(value)s"),
        ReasonCode.TONE_UNKNOWN: _("unknown tone: %(value)s"),
        ReasonCode.NAME_MISSING: _("name is empty"),
        ReasonCode.NIP_INVALID: _("no valid NIP (18 digits): %(value)s"),
        ReasonCode.ANSWER_MISSING: _("answer is empty"),
        ReasonCode.HANDLE_MISSING: _("account name is empty"),
        ReasonCode.SHORT_NAME_MISSING: _("short name is empty"),
        ReasonCode.NUMBER_UNREADABLE: _("%(column)s is no number: %(value)s"),
        ReasonCode.TOO_LONG: _(
            "%(column)s has %(length)s characters, %(limit)s at most: %(value)s"
        ),
        ReasonCode.LINK_INVALID: _("no valid link: %(value)s"),
        ReasonCode.REASON_MISSING: _("a quiet period needs its reason"),
        ReasonCode.END_BEFORE_START: _("ends before it begins: %(value)s"),
        ReasonCode.YES_OR_NO_UNREADABLE: _("%(column)s is neither yes nor no: %(value)s"),
    }


def _notes() -> Mapping[NoteCode, str]:
    return {
        NoteCode.CATEGORY_MISSING: _("category is empty: taken in as not yet categorised"),
        NoteCode.CATEGORY_UNCERTAIN: _("category “%(word)s” is still to be decided"),
        NoteCode.LINK_WITHOUT_CHANNEL: _("link belongs to no channel of this row: %(link)s"),
        NoteCode.PUBLISHED_WITHOUT_LINK: _("published, but without a link: %(channels)s"),
        NoteCode.ANSWERED_BEFORE_MESSAGE: _(
            "the answer is earlier than the message: left out of average times"
        ),
        NoteCode.ANSWER_TIME_UNKNOWN: _("answered, but nobody noted when"),
        NoteCode.TIME_UNKNOWN: _("time of day unknown"),
        NoteCode.KIND_ASSUMED: _("kind is empty: taken in as a question"),
        NoteCode.YEAR_FROM_TITLE: _("the year %(year)s is taken from the title of the table"),
        NoteCode.LEFT_OUT: _("no record, left out: %(text)s"),
        NoteCode.HIDDEN_SHEET: _("hidden sheet, not read: %(sheet)s"),
        NoteCode.HIDDEN_ROW: _("hidden row, read all the same"),
        NoteCode.ACCOUNT_MADE: _(
            "the office has no account on %(platform)s yet: one is made, complete it later"
        ),
        NoteCode.AGENCY_MADE: _("not in the directory, is added: %(name)s"),
        NoteCode.PERSON_UNKNOWN: _("nobody of the office has this name: %(name)s"),
        NoteCode.ROLE_GIVEN: _("%(name)s is new and gets the role “%(role)s”"),
        NoteCode.ORDER_MADE: _("Surat Perintah %(number)s is made with the people in this list"),
    }
