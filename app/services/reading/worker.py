"""The reading process: waits for a request, reads one foreign file, answers, and waits again.

Whatever a reader raises is answered, and a reader that kills the process costs the office nothing
but this one file.
"""

import os
import sys
import traceback
from typing import BinaryIO

from app.services.reading.errors import Refusal
from app.services.reading.frames import BrokenFrame, Frame, receive, send
from app.services.reading.readers import Refused, reader_named

MEMORY_LIMIT_VARIABLE = "KOHKOL_READER_MEMORY"


def main() -> int:
    """Serve requests from standard input until it is closed."""
    requests, answers = _private_streams()
    _limit_memory(int(os.environ.get(MEMORY_LIMIT_VARIABLE, "0")))
    while True:
        try:
            request = receive(requests)
        except BrokenFrame:
            return 0
        answer = _answer(request)
        try:
            send(answers, answer)
        except BrokenFrame:
            return 1


def _answer(request: Frame) -> Frame:
    try:
        found = reader_named(request.words["reader"])(request.words["arguments"], request.payload)
    except Refused as refused:
        return Frame({"refused": refused.reason, "facts": refused.facts})
    except IsADirectoryError:
        return Frame({"refused": Refusal.FOLDER, "facts": {}})
    except FileNotFoundError:
        return Frame({"refused": Refusal.MISSING, "facts": {}})
    except PermissionError:
        return Frame({"refused": Refusal.NOT_ALLOWED, "facts": {}})
    except MemoryError:
        return Frame({"out_of_memory": True})
    except Exception:  # noqa: BLE001 – the top of this process
        return Frame({"failed": traceback.format_exc()})
    return Frame({"answer": found.words}, found.payload)


def _private_streams() -> tuple[BinaryIO, BinaryIO]:
    """Standard input and output for frames alone: what a library prints goes to standard error."""
    if sys.platform == "win32":
        import msvcrt

        for descriptor in (0, 1):
            msvcrt.setmode(descriptor, os.O_BINARY)
    requests = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return requests, answers


def _limit_memory(size: int) -> None:
    """Let this process have `size` bytes at most; on macOS the office's side watches instead."""
    if size <= 0:
        return
    if sys.platform == "win32":
        from app.services.reading.windows_job import limit_own_memory

        limit_own_memory(size)
    elif sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (size, size))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    sys.exit(main())
