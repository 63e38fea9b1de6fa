"""Contents in the situations that tests need, made as people make them."""

from sqlalchemy import select

from app.models.account import Account
from app.models.content import FLOW, Content, ContentAct, ContentState
from app.models.variant import Variant
from app.services import approvals
from app.services.transaction import Transaction, advance, found


def collect(tx: Transaction, state: ContentState = ContentState.EDITING) -> int:
    """A content with a variant for Instagram, written by whoever is signed in."""
    account = tx.session.scalars(select(Account).where(Account.platform == "instagram")).one()
    content = Content(
        reference=tx.next_reference("KTN"),
        title="Hatur nuhun, Bapak Ibu Guru",
        text="Guru bebas meminjam sepuluh buku sekaligus.",
        source="Edaran Kepala Dinas 041/2026",
        state=state,
        created_at=tx.now,
    )
    content.variants = [Variant(account=account, post_kind="instagram_feed", planned_at=tx.now)]
    tx.session.add(content)
    tx.session.flush()
    approvals.record_author(tx, content)
    return content.id


def finish(tx: Transaction, content_id: int) -> int:
    content = found(tx, Content, content_id)
    advance(tx, content, FLOW, ContentAct.FINISH)
    return approvals.make_revision(tx, content).id


def submit(tx: Transaction, content_id: int) -> int:
    content = found(tx, Content, content_id)
    advance(tx, content, FLOW, ContentAct.SUBMIT)
    return approvals.make_revision(tx, content).id


def retype(tx: Transaction, content_id: int, text: str) -> None:
    found(tx, Content, content_id).text = text
    tx.announce("content")
