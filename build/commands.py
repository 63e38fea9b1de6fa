"""One function a command; each returns the exit code."""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from build import debian, environment
from build.environment import ROOT, child_environment, prepare, run_module, tool_path

# Two workers, a file on one of them, in the order of the files: long ones must not come last.
_SHARED = ("-n", "2", "--dist", "loadfile", "--no-loadscope-reorder")


def run(words: list[str]) -> int:
    """Open the window; without a display, do the main job without one."""
    python = prepare()
    if debian.has_display():
        return run_module(python, "app", *words)
    print("There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set): no window.")
    return run_module(python, "build.without_window")


def test(words: list[str]) -> int:
    """Run the tests, all or those named; no display needed."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return run_module(prepare(), "pytest", *_SHARED, *words)


def check(_words: list[str]) -> int:
    """Format, lint, types on two systems, layers, completeness of the Indonesian words."""
    python = str(prepare())
    mypy = [python, "-m", "mypy"]
    steps = {
        "ruff format": [python, "-m", "ruff", "format", "--check", "."],
        "ruff check": [python, "-m", "ruff", "check", "."],
        "mypy linux": [*mypy, "--platform", "linux"],
        "mypy win32": [*mypy, "--platform", "win32"],
        "import-linter": [str(tool_path("lint-imports"))],
        "words": [python, "-m", "build.words", "check"],
    }
    broken = []
    for name, command in steps.items():
        print(f"== {name}", flush=True)
        if subprocess.call(command, cwd=ROOT, env=child_environment()):
            broken.append(name)
    print(f"Broken: {', '.join(broken)}" if broken else "All is well.")
    return 1 if broken else 0


def bench(words: list[str]) -> int:
    """Measure beside the bare libraries; prints a table and writes build/bench.json."""
    return run_module(prepare(), "build.bench", *words)


def shots(words: list[str]) -> int:
    """Pictures of every screen, light and dark, into build/shots."""
    return run_module(prepare(), "build.shots", *words)


def demo(words: list[str]) -> int:
    """Make the invented office of the demo files; into build/demo if no folder is named."""
    return run_module(
        prepare(), "app", "demo", *(words or [str(ROOT / "build" / "demo" / "kantor")])
    )


def words(words: list[str]) -> int:
    """Collect the texts of app/ into the Indonesian catalogue, and compile it."""
    return run_module(prepare(), "build.words", *(words or ["update"]))


def lock(_words: list[str]) -> int:
    """Write build/requirements.lock anew from pyproject.toml, for every system, with hashes."""
    python = prepare()
    with tempfile.TemporaryDirectory() as folder:
        subprocess.check_call([python, "-m", "pip", "install", "-q", "--target", folder, "uv"])
        uv = Path(folder) / "bin" / ("uv.exe" if os.name == "nt" else "uv")
        compiling = [str(uv), "pip", "compile", "-q", "--universal", "-p", "3.11", "--all-extras"]
        compiling += ["--generate-hashes", "--no-annotate", "--no-header", "--no-emit-index-url"]
        return subprocess.call(
            [*compiling, "pyproject.toml", "-o", str(environment.LOCK)],
            cwd=ROOT,
            env=child_environment(),
        )


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "run": run,
    "test": test,
    "check": check,
    "bench": bench,
    "shots": shots,
    "demo": demo,
    "words": words,
    "lock": lock,
}


def main(arguments: list[str]) -> int:
    """Read the command's name; what follows it goes to the command."""
    parser = argparse.ArgumentParser(
        prog="build/dev.py",
        description="Kohkol for its developers.",
        epilog="\n".join(f"  {name:6} {command.__doc__}" for name, command in COMMANDS.items()),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("command", choices=COMMANDS)
    parser.add_argument("words", nargs=argparse.REMAINDER, help="handed on to the command")
    chosen = parser.parse_args(arguments)
    try:
        return COMMANDS[chosen.command](chosen.words)
    except (environment.CannotPrepare, debian.SystemPackageMissing) as missing:
        print(missing, file=sys.stderr)
        return 3
