"""How a command tells the shell what became of it."""

from enum import IntEnum


class ExitCode(IntEnum):
    """The number a command ends with."""

    DONE = 0
    FINDINGS = 1  # done, but rows were refused or findings exist
    WRONG_WORDS = 2
    CANNOT_OPEN = 3  # the office or a file
    REFUSED = 4  # by a rule or the password
    OUR_MISTAKE = 70  # something in the program went wrong, as sysexits.h counts it
    STOPPED = 130  # by Ctrl-C, as shells count it
