"""Who can sign in to the demo office; they are on its staff list, and all are invented."""

from dataclasses import dataclass

from app.models.roles import Role

PASSWORD = "contoh-2026"  # noqa: S105 (printed for everybody who tries the demo office)


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """One person; `name` as on the staff list."""

    sign_in_name: str
    name: str
    roles: frozenset[Role]


# The first makes the office.
PEOPLE = (
    DemoPerson("neneng", "Neneng Rahayuningsih, S.I.Kom.", frozenset({Role.ADMIN})),
    DemoPerson("dadan", "Dadan Hidayatullah Permana, A.Md.", frozenset({Role.ADMIN})),
    DemoPerson("rizky", "Rizky Fadhilah Gunadi, S.Ds.", frozenset({Role.DESIGNER})),
    DemoPerson("siti", "Siti Maesaroh Wulandari, S.Kom.", frozenset({Role.CREATIVE})),
    DemoPerson("euis", "Dra. Hj. Euis Komalasari Wiradipura, M.Si.", frozenset({Role.OFFICIAL})),
    DemoPerson("wawan", "Dr. H. Wawan Gumilar Natadikara, S.T., M.T.", frozenset({Role.HEAD})),
)
