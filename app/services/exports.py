"""A desk of many subjects, each imported when it is first asked for.

The start of the program needs few of them: Beranda the list of inquiries, the queue of decisions
and what is due. Names that one would type stay where they are: `approvals.record_decisions`.
"""

from collections.abc import Callable, Mapping
from importlib import import_module


def lazily(package: str, subjects: Mapping[str, tuple[str, ...]]) -> Callable[[str], object]:
    """The `__getattr__` of a package: its modules, and the names that each of them gives.

    No module may be called as one of the names: once it is imported it would stand in its place.
    """
    homes = {name: subject for subject, names in subjects.items() for name in names}

    def get(name: str) -> object:
        if name not in homes:
            raise AttributeError(f"{package} has no {name}")
        return getattr(import_module(f"{package}.{homes[name]}"), name)

    return get
