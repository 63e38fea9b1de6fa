"""Decisions that reached the demo's office on WhatsApp: one waits for its confirmation."""

from collections.abc import Iterator
from datetime import datetime
from io import BytesIO

from app.demo.contents import ETHICS, ContentDesk
from app.demo.year import DemoYear, Story, at
from app.models.content import Category
from app.models.gate import Means, Verdict
from app.models.person import Person
from app.models.policy import PolicyKey
from app.services.approvals import Note, for_decision, record_decisions
from app.services.asset_library import AssetLibrary
from app.services.assets import add_assets
from app.services.contents.forms import ContentForm
from app.services.policies import set_policy

_INK, _PAPER, _BUBBLE = "#1F2A22", "#EFEAE2", "#D9FDD3"


def decided_by_message(year: DemoYear) -> Iterator[datetime]:
    """The head is in Jakarta and answers on WhatsApp; nobody has confirmed it yet."""
    desk = ContentDesk(year)
    yield at(17, "08.05")
    year.act("neneng", set_policy, PolicyKey.RECORDED_DECISIONS, True)
    yield at(18, "11.20")
    desk.collect(
        ContentForm(
            "Posko angkutan Nataru dibuka",
            text="Posko angkutan Nataru siaga 24 jam mulai 18 Desember. #NataruAman",
            category=Category.AGENCY_ACTIVITY,
            source="Surat tugas posko (contoh)",
            source_is_verified=True,
        )
    )
    desk.submit()
    yield at(18, "13.00")
    desk.select()
    yield at(18, "15.30")
    desk.edit(
        at(25, "08.00"),
        "infografis-mudik-2026.png",
        "Infografis posko angkutan Natal dan tahun baru",
        "facebook_page",
        "x",
    )
    desk.finish()
    yield at(19, "14.25")
    revision = desk.revision()
    code = year.read(for_decision, revision).code
    note = Note(
        year.key(Person, sign_in_name="wawan"),
        at(19, "14.10"),
        Means.MESSAGE,
        Verdict.APPROVED,
        frozenset({code}),
        ETHICS,
        proof_asset_id=_screenshot(year, code),
    )
    year.act("neneng", record_decisions, [revision], note)


def _screenshot(year: DemoYear, code: str) -> int:
    """A drawn chat, so that nobody's real one is shipped; returns the key of its asset."""
    library = AssetLibrary(year.folder, year.assets)
    try:
        picture = BytesIO(_drawn(code))
        arrival = library.take_in(picture, "tangkapan-layar-setuju.png")
    finally:
        library.close()
    (added,) = year.act("neneng", add_assets, [arrival])
    return added.id


def _drawn(code: str) -> bytes:
    from PIL import Image, ImageDraw

    chat = Image.new("RGB", (720, 300), _PAPER)
    draw = ImageDraw.Draw(chat)
    for top, words in ((40, f"Mohon keputusan, kode {code}"), (160, f"SETUJU {code}")):
        draw.rounded_rectangle((40, top, 680, top + 90), 18, fill=_BUBBLE)
        draw.text((64, top + 30), words, fill=_INK, font_size=28)
    png = BytesIO()
    chat.save(png, "PNG")
    return png.getvalue()


DECISIONS: tuple[Story, ...] = (decided_by_message,)
