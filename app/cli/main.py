"""From the words that were typed to the command, and from what happens to an exit code."""

import locale
import os
import sys
import traceback
from argparse import Namespace

from app.cli.arguments import parser, speak_chosen_language
from app.cli.exit_codes import ExitCode
from app.language import DEFAULT, _


def main(arguments: list[str]) -> int:
    """Do what was typed; everything that a person can cause ends in a sentence and a number."""
    _write_utf8()
    speak_chosen_language(arguments, os.environ.get("KOHKOL_LANGUAGE", DEFAULT))
    chosen = parser().parse_args(arguments)
    try:
        return _run(chosen)
    except KeyboardInterrupt:
        print(_("Stopped. Nothing was changed."), file=sys.stderr)
        return ExitCode.STOPPED
    except BrokenPipeError:
        # Whoever read the result has heard enough; Python must not complain at its end again.
        sys.stdout = None
        return ExitCode.DONE


def _run(chosen: Namespace) -> int:
    # Only now: whoever asks for help does not wait for the database.
    from app.cli import commands, terminal
    from app.services.errors import ActError, OfficeError
    from app.wording import sentence

    try:
        return commands.COMMANDS[chosen.command](chosen)
    except terminal.WordsMissing as missing:
        terminal.say(str(missing))
        return ExitCode.WRONG_WORDS
    except OfficeError as error:
        terminal.say(sentence(error))
        return ExitCode.CANNOT_OPEN
    except ActError as error:
        terminal.say(sentence(error))
        return ExitCode.REFUSED
    except Exception as error:  # noqa: BLE001 (the top of this process: a mistake of ours)
        traceback.print_exc()
        terminal.say(sentence(error))
        return ExitCode.OUR_MISTAKE


def _write_utf8() -> None:
    """Names hold letters that a Windows code page lacks; a terminal of UTF-8 stays as it is."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and locale.getencoding().lower() not in {"utf-8", "utf8"}:
            stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
