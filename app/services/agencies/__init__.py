"""The agency desk: the office's own agency, and the directory to which inquiries are referred.

`directory` agencies as rows, searched by name · `competence` who may be asked about an inquiry ·
`keeping` what is written down about agencies.
"""

from app.services.agencies.competence import CompetentAgency, competent_agencies
from app.services.agencies.directory import AgencyRow, directory, own_agency
from app.services.agencies.keeping import (
    PAPERS,
    AgencyFacts,
    add_agency,
    change_agency,
    change_own_agency,
    set_letterhead,
)

__all__ = [
    "PAPERS",
    "AgencyFacts",
    "AgencyRow",
    "CompetentAgency",
    "add_agency",
    "change_agency",
    "change_own_agency",
    "competent_agencies",
    "directory",
    "own_agency",
    "set_letterhead",
]
