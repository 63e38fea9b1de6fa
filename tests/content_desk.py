"""Contents for tests: forms that are complete, and an office in which one has come far."""

from datetime import UTC, datetime

from app.models.asset import Asset, AssetKind
from app.models.content import Category, Content
from app.office import Office
from app.services import approvals, contents
from app.services.contents import ContentForm, ContentView, MediaForm, VariantForm
from app.services.ethics import ALL_LETTERS
from app.services.transaction import Transaction
from tests.offices import Colleagues

# Friday, 27 November 2026, 11.00 WIB: a week after the tests' morning.
SLOT = datetime(2026, 11, 27, 4, 0, tzinfo=UTC)


def account_id(office: Office, platform: str) -> int:
    """The office's account on that platform."""
    choices = office.read(contents.account_choices, office.now().date())
    return next(choice.id for choice in choices if choice.platform == platform)


def complete_form(office: Office, **changed: object) -> ContentForm:
    """An idea that may be submitted: on Facebook and X, on Friday at 11."""
    fields: dict[str, object] = {
        "title": "Siaga arsip musim hujan",
        "text": "Hujan mulai rapat. Simpan surat penting dalam map bersegel. #SiagaArsip",
        "category": Category.DISASTER,
        "source": "Prakiraan BMKG, 20 November 2026",
        "source_is_verified": True,
        "planned_at": SLOT,
        "variants": (
            VariantForm(account_id(office, "facebook"), "facebook_page", None, SLOT),
            VariantForm(account_id(office, "x"), "x", None, SLOT),
        ),
    }
    return ContentForm(**(fields | changed))  # type: ignore[arg-type]


def made(office: Office, **changed: object) -> int:
    """A collected idea of whoever is signed in; returns its key."""
    return office.act(contents.make_content, complete_form(office, **changed))


def seen(office: Office, content_id: int) -> ContentView:
    """The content as the signed-in person sees it now."""
    actor = office.actor
    person = actor.id if actor else None
    return office.read(contents.content_whole, content_id, person, office.now())


def version(office: Office, content_id: int) -> int:
    return seen(office, content_id).version


def selected(office: Office, colleagues: Colleagues, content_id: int) -> None:
    """Submitted by Teh Rina and selected by Pak Tatang; she is back at the PC then."""
    office.act(contents.submit, content_id, version(office, content_id))
    colleagues.sit_down(office, "tatang")
    revision = seen(office, content_id).revision_id
    assert revision is not None
    office.act(approvals.select, revision)
    colleagues.sit_down(office, "rina")


def approved(office: Office, colleagues: Colleagues, content_id: int) -> None:
    """Submitted, selected, finished and approved."""
    selected(office, colleagues, content_id)
    office.act(contents.finish, content_id, version(office, content_id))
    colleagues.sit_down(office, "tatang")
    revision = seen(office, content_id).revision_id
    assert revision is not None
    office.act(approvals.approve, revision, ALL_LETTERS)
    colleagues.sit_down(office, "rina")


def picture(office: Office, number: int = 1, **facts: object) -> int:
    """A picture of the library that exists only as facts; returns its key."""
    return office.act(_add_picture, number, facts)


def _add_picture(tx: Transaction, number: int, facts: dict[str, object]) -> int:
    asset = Asset(
        **{
            "reference": tx.next_reference("AST"),
            "sha256": f"{number:064x}",
            "size": 400_000,
            "kind": AssetKind.PICTURE,
            "format": "image/jpeg",
            "file_name": f"gambar-{number}.jpg",
            "title": f"Gambar {number}",
            "width": 1080,
            "height": 1350,
            "added_at": tx.now,
        }
        | facts
    )
    tx.session.add(asset)
    tx.session.flush()
    tx.audit("add_asset", "asset", asset.id, asset.reference)
    return asset.id


def on_instagram(office: Office, *media: MediaForm, text: str | None = None) -> VariantForm:
    """A feed post with these pictures."""
    return VariantForm(account_id(office, "instagram"), "instagram_feed", text, SLOT, media)


def take_category_away(tx: Transaction, content_id: int) -> None:
    """As imported history has none."""
    tx.session.get_one(Content, content_id).category = None
    tx.announce("content")
