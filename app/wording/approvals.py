"""Sentences of the gate: decisions made in the program, noted, or signed on a sheet."""

from app.language import _
from app.services import approvals, errors
from app.wording.registry import says, says_invalid


@says(errors.OwnWork)
def _own_work(error: errors.OwnWork) -> str:
    return _("You wrote or edited %(reference)s, so another official has to decide on it.") % {
        "reference": error.reference
    }


@says(errors.RevisionSuperseded)
def _superseded(error: errors.RevisionSuperseded) -> str:
    if error.current is None:
        return _(
            "%(reference)s was changed after revision %(shown)s was shown. Look at it again, "
            "then decide."
        ) % {"reference": error.reference, "shown": error.shown}
    return _(
        "%(reference)s was changed: you saw revision %(shown)s, the current one is %(current)s. "
        "Look at it again, then decide."
    ) % {"reference": error.reference, "shown": error.shown, "current": error.current}


@says(errors.DecidedBefore)
def _decided_before(error: errors.DecidedBefore) -> str:
    return _("%(reference)s has been decided on already.") % {"reference": error.reference}


@says(approvals.CodeChanged)
def _code_changed(error: approvals.CodeChanged) -> str:
    facts = {"reference": error.reference, "code": error.current}
    if error.current is None:
        return _("%(reference)s was changed after it was sent. Request approval again.") % facts
    return _("%(reference)s was changed after it was sent; its code now is %(code)s.") % facts


@says(approvals.NotAllowedHere)
def _decisions_not_noted_here(error: approvals.NotAllowedHere) -> str:
    return _(
        "This office lets officials decide in the program only. The head or an admin can change "
        "that in Kantor, Rules of the agency."
    )


@says_invalid("decider", "self")
def _own_word_noted(error: errors.InvalidValue) -> str:
    return _("Your own decision is made in the program, not noted.")


@says_invalid("decider", "decides_nothing")
def _decides_nothing_then(error: errors.InvalidValue) -> str:
    return _("This person was neither official, head nor deputy on that day.")


@says_invalid("proof", "no_file")
def _proof_without_file(error: errors.InvalidValue) -> str:
    return _("Add the screenshot, or the scan of the signed paper.")


@says_invalid("proof", "nothing_said")
def _proof_without_words(error: errors.InvalidValue) -> str:
    return _("Write what was said, and who heard it.")


@says_invalid("decision", "of_another")
def _decision_of_another(error: errors.InvalidValue) -> str:
    return _("Only the official in whose name it was noted can confirm this decision.")


@says_invalid("sheet", "empty")
def _sheet_without_lines(error: errors.InvalidValue) -> str:
    return _("Nothing waits for this official, so there is nothing to print.")


@says_invalid("signed_on", "before_sheet")
def _signed_before_printed(error: errors.InvalidValue) -> str:
    return _("The sheet was printed after this day. Check the day.")
