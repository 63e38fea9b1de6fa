"""A single file that is kept as an asset before a row names it: a proof, a scan."""

from io import BytesIO
from pathlib import Path

from app.office import Office
from app.services import assets


def keep_file(office: Office, content: Path | BytesIO, name: str) -> int:
    """Keep it, on a worker; returns the key of its asset, the old one if it was there already.

    Raises:
        FileRefused, OfficeError: it can't be read or kept.
    """
    arrival = office.library.take_in(content, name)
    (added,) = office.act(assets.add_assets, (arrival,))
    return added.id
