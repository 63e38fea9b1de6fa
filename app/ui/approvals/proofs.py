"""The proof of a decision is kept as an asset before the decision names it."""

from io import BytesIO

from app.office import Office
from app.services import assets
from app.ui.approvals.proof_field import Proof

_PASTED = "tangkapan-layar.png"


def keep_proof(office: Office, proof: Proof) -> int:
    """Keep a proof, on a worker; returns the key of its asset.

    Raises:
        FileRefused, OfficeError: it can't be read or kept.
    """
    if isinstance(proof, bytes):
        arrival = office.library.take_in(BytesIO(proof), _PASTED)
    else:
        arrival = office.library.take_in(proof, proof.name)
    (added,) = office.act(assets.add_assets, (arrival,))
    return added.id
