"""Collected information (Lampiran D, step 1): what came by WhatsApp becomes one idea."""

from collections.abc import Sequence

from app.language import _, moment_text
from app.models.material import Material
from app.services.asset_library import Arrival
from app.services.assets import add_assets
from app.services.contents import ContentForm
from app.services.contents.writing import collect
from app.services.transaction import Transaction
from app.services.whatsapp_text import Message


def collect_material(
    tx: Transaction, title: str, words: str, source: str, arrivals: Sequence[Arrival]
) -> int:
    """Make one collected idea of a message with its pictures; returns its key.

    The words go into the brief, for they are not yet what the public will read; the source still
    has to be verified (Pasal 9 f). The pictures come into the library, with the idea or not at all.

    Raises:
        InvalidValue: it has no title.
        NotPermitted: the actor is neither admin, designer nor creative team.
    """
    content = collect(tx, ContentForm(title=title, brief=words, source=source))
    added = dict.fromkeys(asset.id for asset in add_assets(tx, arrivals)) if arrivals else {}
    for position, asset_id in enumerate(added):
        tx.session.add(Material(content=content, asset_id=asset_id, position=position))
    return content.id


def source_of(messages: Sequence[Message]) -> str:
    """`Pak Asep (WhatsApp, 24 November 2026 09.31 WIB)`, each sender once with his first moment."""
    first: dict[str, Message] = {}
    for message in messages:
        if message.sender:
            first.setdefault(message.sender, message)
    return "; ".join(_source(message) for message in first.values())


def _source(message: Message) -> str:
    if message.sent_at is None:
        return _("%(sender)s (WhatsApp)") % {"sender": message.sender}
    return _("%(sender)s (WhatsApp, %(moment)s)") % {
        "sender": message.sender,
        "moment": moment_text(message.sent_at),
    }
