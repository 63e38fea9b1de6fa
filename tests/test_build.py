"""The developers' commands and what they rely on."""

import re
import subprocess
import sys
from pathlib import Path

from build import commands, debian
from build.environment import LOCK

ROOT = Path(__file__).resolve().parent.parent


def test_every_locked_package_has_hashes_and_no_address_is_named() -> None:
    text = LOCK.read_text(encoding="utf-8")

    packages = [line for line in text.splitlines() if line[:1].isalnum()]

    assert len(packages) > 50
    assert all("==" in line and line.endswith("\\") for line in packages)
    assert text.count("--hash=sha256:") >= len(packages)
    assert not re.search(r"https?://|--(extra-)?index-url|--find-links", text)


def test_the_makefile_knows_every_command() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)

    assert targets is not None
    assert set(targets[1].split()) == set(commands.COMMANDS)


def test_the_contributing_page_names_no_command_that_is_not_there() -> None:
    pages = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "BACA-SAYA.md")]

    named = {
        command
        for page in pages
        for command in re.findall(r"`make (\w+)", page.read_text(encoding="utf-8"))
    }

    assert named <= set(commands.COMMANDS)


def test_the_commands_start_without_any_package() -> None:
    """`-S -E` leaves out site-packages: a fresh Python has none of ours."""
    words = [sys.executable, "-S", "-E", str(ROOT / "build" / "dev.py"), "--help"]

    done = subprocess.run(words, capture_output=True, text=True, check=False, cwd=ROOT.parent)

    assert done.returncode == 0, done.stderr
    assert all(name in done.stdout for name in commands.COMMANDS)


def test_system_packages_are_named_one_by_one() -> None:
    names = debian.packages()

    assert "libgl1" in names
    assert all(re.fullmatch(r"[a-z0-9.+-]+", name) for name in names)


def test_no_file_names_a_place_of_one_machine() -> None:
    tracked = subprocess.run(
        ["git", "ls-files", "-z", "*.py", "*.md", "*.toml", "*.txt", "Makefile", ".ci/run"],  # noqa: S607
        capture_output=True,
        check=False,
        cwd=ROOT,
    ).stdout.decode()
    places = re.compile(r"(?<![A-Za-z0-9_.])/(?:root|home/[a-z]+|work)/[A-Za-z0-9_.]")

    guilty = [
        name
        for name in tracked.split("\0")
        if name and places.search((ROOT / name).read_text(encoding="utf-8"))
    ]

    assert [
        name for name in guilty if name not in {"tests/test_source.py", "tests/test_build.py"}
    ] == []
