"""The main job where there is no display: demo office, annual report, pictures of the screens."""

import os
import subprocess
import sys

from build import shots
from build.demo_office import ROOT, demo_office

REPORT = ROOT / "build" / "demo" / "laporan-2026.pdf"


def main() -> int:
    """Do it, and say where everything lies and how to get a window."""
    office = demo_office()
    drawing = [sys.executable, "-m", "app", "report", str(office), "--year", "2026"]
    code = subprocess.call([*drawing, "--out", str(REPORT)], cwd=ROOT) or shots.main()
    if code:
        return code
    print(
        f"""
The demo office:    {office}
Its annual report:  {REPORT}
Its seven screens:  {shots.SHOTS}

For a window: on a PC with a desktop, make run; from another one, ssh -X; on this one, with
xvfb-run -s "-screen 0 1366x768x24" make run, which shows it to programs only.
Without a window everything else works, too: {_kohkol()} --help"""
    )
    return 0


def _kohkol() -> str:
    scripts = "Scripts" if os.name == "nt" else "bin"
    return str((ROOT / ".venv" / scripts / "kohkol").relative_to(ROOT))


if __name__ == "__main__":
    sys.exit(main())
