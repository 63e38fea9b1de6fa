"""Foreign files are read in a process of their own, which may die without harm.

`process.ReaderProcess` is the office's side, `worker` the other one; `readers.READERS` names what
it can read.
"""
