"""Errors become sentences: what is wrong, where, what to do. For window and command line alike."""

from app.wording import (
    approvals,
    assets,
    calendar,
    contents,
    everywhere,
    importing,
    inquiries,
    office,
    publishing,
    reports,
    storage,
)
from app.wording.registry import has_sentence, sentence

__all__ = ["ROOMS", "has_sentence", "sentence"]

# A room's sentences are registered when its module is imported: here, so that none is missing.
ROOMS = (
    approvals,
    assets,
    calendar,
    contents,
    everywhere,
    importing,
    inquiries,
    office,
    publishing,
    reports,
    storage,
)
