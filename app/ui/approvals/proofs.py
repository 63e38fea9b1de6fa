"""The proof of a decision is kept as an asset before the decision names it."""

from io import BytesIO

from app.office import Office
from app.ui.approvals.proof_field import Proof
from app.ui.shelf.keeping import keep_file

_PASTED = "tangkapan-layar.png"


def keep_proof(office: Office, proof: Proof) -> int:
    """Keep a proof, on a worker; returns the key of its asset.

    Raises:
        FileRefused, OfficeError: it can't be read or kept.
    """
    if isinstance(proof, bytes):
        return keep_file(office, BytesIO(proof), _PASTED)
    return keep_file(office, proof, proof.name)
