#!/usr/bin/env python3
"""The developers' commands: `python build/dev.py run`, or `make run` where there is make.

Any Python from 3.11 on starts this file; it needs no package. What a command needs is made on
the way: the environment in .venv, the compiled words, the system's libraries for Qt.
"""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OLDEST = (3, 11)


def _start_with_newer_python() -> int:
    """Hand over to a newer Python of this machine; the one that read this line is too old."""
    for minor in range(20, OLDEST[1] - 1, -1):
        newer = shutil.which("python3.%d" % minor)  # noqa: UP031 (older Pythons read this line)
        if newer:
            return subprocess.call([newer, *sys.argv])
    print("Kohkol needs Python 3.11 or newer; this is %d.%d." % sys.version_info[:2])  # noqa: UP031 (the same)
    return 2


def main() -> int:
    """Do what the first word says; exits with the command's own code."""
    if sys.version_info < OLDEST:
        return _start_with_newer_python()
    sys.path[0] = str(ROOT)
    from build import commands

    return commands.main(sys.argv[1:])


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
