"""python -m app: chooses window, command line or reader process; it alone imports them all."""

import sys

READER = "--reader"
WINDOW = "open"


def main(words: list[str] | None = None) -> int:
    """Start what the words ask for; the exit code is that of the command line."""
    given = sys.argv[1:] if words is None else words
    if given[:1] == [READER]:
        from app.services.reading import worker

        return worker.main()
    if not given or (given[0] == WINDOW and not {"-h", "--help"} & set(given)):
        from app.ui.quick_start import quick_start

        with quick_start():
            from app.ui import program

            return program.main(given[1:])
    from app import cli

    return cli.main(given)


if __name__ == "__main__":
    sys.exit(main())
