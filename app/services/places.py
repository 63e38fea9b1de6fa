"""Where an office may live: SQLite on a network share corrupts, so such folders are noticed."""

import sys
from pathlib import Path

FACTS_NAME = "office.toml"  # what an office's folder holds, by name
DATABASE_NAME = "office.sqlite3"
_REMOTE = frozenset(
    {"nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afpfs", "webdav", "fuse.sshfs", "9p"}
)


def is_network_share(folder: Path) -> bool:
    """Whether the folder (or where it will be made) lies on another machine."""
    place = folder.resolve()
    while not place.exists() and place.parent != place:
        place = place.parent
    if sys.platform == "win32":
        return _is_remote_drive(place)
    return _filesystem(place) in _REMOTE


def _is_remote_drive(place: Path) -> bool:
    if sys.platform != "win32":
        return False
    import ctypes

    drive_remote = 4
    return place.drive.startswith("\\\\") or (
        ctypes.windll.kernel32.GetDriveTypeW(place.drive + "\\") == drive_remote
    )


def _filesystem(place: Path) -> str:
    """The type of the file system that is mounted nearest above `place`; "" if unknown."""
    nearest, kind = "", ""
    for point, name in _mounts():
        if (place == Path(point) or Path(point) in place.parents) and len(point) >= len(nearest):
            nearest, kind = point, name
    return kind


def _mounts() -> list[tuple[str, str]]:
    table = Path("/proc/self/mounts")
    if table.exists():
        rows = [line.split(" ") for line in table.read_text(encoding="utf-8").splitlines()]
        return [(row[1].replace("\\040", " "), row[2]) for row in rows if len(row) > 2]
    if sys.platform == "darwin":
        import re
        import subprocess

        listing = subprocess.run(
            ["/sbin/mount"], capture_output=True, text=True, check=False
        ).stdout
        return re.findall(r" on (.+) \((\w+)", listing)
    return []
