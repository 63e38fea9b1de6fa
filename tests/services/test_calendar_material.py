"""Collected information: a message and its pictures become one idea, or nothing does."""

from io import BytesIO

import pytest
from PIL import Image

from app.models.content import ContentState
from app.office import Office
from app.services import approvals, assets, calendar, calendar_material, contents
from app.services.asset_library import Arrival
from app.services.assets import AssetSearch
from app.services.errors import InvalidValue
from app.services.whatsapp_text import messages_of
from tests.content_desk import complete_form, seen

PASTED = "[24/11/26 09.31] Pak Asep: Longsor di Cikalong.\n[24/11/26 09.32] Pak Asep: Jalan tutup."


def arrival(office: Office, colour: str) -> Arrival:
    """A photo whose bytes are in the library."""
    held = BytesIO()
    Image.new("RGB", (40, 30), colour).save(held, "PNG")
    held.seek(0)
    return office.library.take_in(held, f"{colour}.png")


def library_size(office: Office) -> int:
    return office.read(assets.asset_page, AssetSearch(), office.now().date()).total


def test_a_message_with_photos_is_one_idea_with_its_sender_as_source(office: Office) -> None:
    photos = tuple(arrival(office, colour) for colour in ("red", "blue", "red"))
    source = calendar_material.source_of(messages_of(PASTED))

    content_id = office.act(
        calendar_material.collect_material, "Longsor", "Jalan tutup.", source, photos
    )

    view = seen(office, content_id)
    row = office.read(calendar.undated).rows[0]
    assert view.state is ContentState.COLLECTED
    assert view.form.source == "Pak Asep (WhatsApp, 24 November 2026 09.31 WIB)"
    assert not view.form.source_is_verified
    assert (view.form.brief, view.form.text) == ("Jalan tutup.", "")
    assert len(view.material) == 2
    assert {medium.asset_id for medium in view.material} == set(view.attached)
    assert (row.title, row.picture) == ("Longsor", photos[0].sha256)


def test_without_a_title_neither_idea_nor_pictures_are_kept(office: Office) -> None:
    photo = arrival(office, "red")

    with pytest.raises(InvalidValue):
        office.act(calendar_material.collect_material, " ", "Teks", "", (photo,))

    assert office.read(calendar.undated).total == 0
    assert library_size(office) == 0


def test_collecting_leaves_alone_what_somebody_types_as_new_content(office: Office) -> None:
    body = contents.draft_body(complete_form(office, title="Ide di jalan"))
    office.act(approvals.save_draft, contents.DRAFT_SUBJECT, 0, 0, body)
    actor = office.actor
    assert actor is not None
    assert actor.id is not None

    office.act(calendar_material.collect_material, "Longsor", "", "Pak Asep", ())

    kept = office.read(approvals.draft_of, actor.id, contents.DRAFT_SUBJECT, 0)
    assert kept is not None
