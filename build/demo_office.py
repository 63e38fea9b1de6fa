"""The demo office that pictures, measurements and the job without a window are made from."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "build" / "demo" / "kantor"


def demo_office() -> Path:
    """Its folder; it is made if nobody has made it yet."""
    if not FOLDER.exists():
        FOLDER.parent.mkdir(parents=True, exist_ok=True)
        print(f"Making the demo office in {FOLDER}…", flush=True)
        subprocess.run([sys.executable, "-m", "app", "demo", str(FOLDER)], cwd=ROOT, check=True)
    return FOLDER
