"""What is needed to publish one variant by hand: its text, its media in a folder, the page."""

import contextlib
import errno
import hashlib
import mimetypes
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from app.models.account import Account
from app.models.asset import Asset, AssetKind
from app.models.content import Content
from app.models.variant import Variant, VariantMedia
from app.services.approvals import approved_revision
from app.services.errors import DiskFull, NotFound, OfficeError, OfficeUnreachable
from app.services.platforms import PlatformFacts, compose_address, facts
from app.services.store import AssetStore

_CHUNK = 1024 * 1024
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_ENDINGS = {"image/jpeg": ".jpg", "image/heic": ".heic", "video/quicktime": ".mov"}


class MediaDamaged(OfficeError):
    """The bytes in the store are not those that were approved; `place` is the asset's name."""


@dataclass(frozen=True, slots=True)
class Medium:
    """One picture or video of the post, in its order. `name` tells a stranger nothing."""

    sha256: str
    name: str
    title: str
    kind: AssetKind
    alt_text: str


@dataclass(frozen=True, slots=True)
class Material:
    """Everything that the person carries to the platform for one variant."""

    variant_id: int
    reference: str
    title: str
    platform: str
    handle: str
    post_kind: str
    planned_at: datetime | None
    text: str
    media: tuple[Medium, ...]
    compose_url: str | None
    revision_code: str | None  # of exactly what was approved

    @property
    def facts(self) -> PlatformFacts:
        return facts(self.post_kind)


def material(session: Session, variant_id: int) -> Material:
    """What goes out with this variant.

    Raises:
        NotFound: there is no such variant.
    """
    variant = session.get(
        Variant, variant_id, options=[selectinload(Variant.media), selectinload(Variant.content)]
    )
    if variant is None:
        raise NotFound("variant", variant_id)
    content = variant.content
    account = session.get_one(Account, variant.account_id)
    revision = approved_revision(session, content)
    return Material(
        variant.id,
        content.reference,
        content.title,
        account.platform,
        account.handle,
        variant.post_kind,
        variant.planned_at,
        content.text if variant.text is None else variant.text,
        tuple(_media(session, content, variant)),
        compose_address(variant.post_kind, account.handle),
        revision.code if revision else None,
    )


def _media(session: Session, content: Content, variant: Variant) -> list[Medium]:
    """Numbered through the whole content: two accounts share the file of one picture."""
    assets = session.execute(
        select(Asset.id, Asset.sha256, Asset.title, Asset.kind, Asset.format, Asset.file_name)
        .join(VariantMedia, VariantMedia.asset_id == Asset.id)
        .join(Variant, Variant.id == VariantMedia.variant_id)
        .where(Variant.content_id == content.id)
        .order_by(Variant.id, VariantMedia.position, VariantMedia.id)
    ).all()
    first_seen = {asset.id: asset for asset in assets}
    numbers = {key: number for number, key in enumerate(dict.fromkeys(first_seen), 1)}
    media = []
    for medium in variant.media:
        asset = first_seen[medium.asset_id]
        name = f"{content.reference}-{numbers[asset.id]}{_ending(asset.format, asset.file_name)}"
        media.append(Medium(asset.sha256, name, asset.title, asset.kind, medium.alt_text))
    return media


def _ending(media_type: str | None, file_name: str) -> str:
    """By what the bytes are; platforms judge a file by its name."""
    if media_type:
        known = _ENDINGS.get(media_type) or mimetypes.guess_extension(media_type)
        if known:
            return known
    return Path(file_name).suffix.lower()


def lay_out(store: AssetStore, wanted: Material, folder: Path) -> Path:
    """Copy the media into a folder of the content inside `folder`, and read them back.

    What lies there already and is right stays. Returns the content's folder.

    Raises:
        MediaDamaged: the store's bytes are not those that were approved.
        BytesMissing: the store does not have them.
        DiskFull, OfficeUnreachable: the folder can't be written to.
    """
    into = folder / wanted.reference
    try:
        into.mkdir(parents=True, exist_ok=True)
        for medium in wanted.media:
            target = into / medium.name
            if not (target.is_file() and _digest(target) == medium.sha256):
                _copy(store, medium, target)
    except OSError as error:
        if error.errno in _FULL:
            raise DiskFull(into) from error
        raise OfficeUnreachable(into) from error
    return into


def _copy(store: AssetStore, medium: Medium, target: Path) -> None:
    """Under another name first: a half copy is never taken for the picture."""
    part = target.with_name(target.name + ".part")
    try:
        with store.open(medium.sha256) as source, part.open("wb") as copy:
            written = _pour(source, copy)
        if written != medium.sha256 or _digest(part) != medium.sha256:
            raise MediaDamaged(medium.title)
        part.replace(target)
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


def _pour(source: BinaryIO, copy: BinaryIO) -> str:
    digest = hashlib.sha256()
    while chunk := source.read(_CHUNK):
        digest.update(chunk)
        copy.write(chunk)
    return digest.hexdigest()


def _digest(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
