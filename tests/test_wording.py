"""Every error that a person or the world can cause has words, and they are loaded whole."""

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from app import services, wording
from app.services.errors import ActError, OfficeError
from app.wording import has_sentence

APART = {"registry"}  # of app/wording: no room's own


def kinds_of(kind: type[Exception]) -> Iterator[type[Exception]]:
    for child in kind.__subclasses__():
        yield child
        yield from kinds_of(child)


def test_every_room_is_loaded_with_the_package() -> None:
    modules = {path.stem for path in Path(wording.__file__).parent.glob("[!_]*.py")}

    loaded = {room.__name__.rpartition(".")[2] for room in wording.ROOMS}

    assert loaded == modules - APART


def test_every_error_that_is_raised_has_a_sentence_of_its_own() -> None:
    for module in pkgutil.walk_packages(services.__path__, "app.services."):
        import_module(module.name)
    found = {*kinds_of(ActError), *kinds_of(OfficeError)}

    # What others inherit from is never raised itself.
    silent = {kind for kind in found if not kind.__subclasses__() and not has_sentence(kind)}

    assert {kind for kind in silent if kind.__module__.startswith("app.")} == set()
