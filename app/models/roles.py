"""What a signed-in person may do in the program; a duty is what a Surat Perintah says."""

from enum import StrEnum


class Role(StrEnum):
    """Roles of the program; one person may hold several."""

    ADMIN = "admin"
    DESIGNER = "designer"
    CREATIVE = "creative"
    OFFICIAL = "official"
    HEAD = "head"
    EVALUATOR = "evaluator"


DECIDERS = frozenset({Role.OFFICIAL, Role.HEAD})  # "official" of the flows
AUTHORS = frozenset({Role.ADMIN, Role.DESIGNER, Role.CREATIVE})
ADMIN_ONLY = frozenset({Role.ADMIN})
