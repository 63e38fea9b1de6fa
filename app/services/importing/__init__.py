"""Foreign files become rows: recognise, map, judge, show, and only then take in.

From a file to the office, for the window and the command line alike:

    with ReaderProcess() as reader:
        foreign = read_foreign(reader, file)               # foreign.py: no office, no transaction
    shown = office.read(preview, foreign, kind, mapping)   # previewing.py: nothing is written
    taken = office.act(take, shown, progress)              # taking.py: one transaction
    save_faulty(shown.judged, target)                      # faulty_file.py: to be corrected

`kind` and `mapping` (header → field, "" leaves a column out) may be None; `report_of(shown)` is
what `import --json` prints. A new kind of file is a module that understands its rows (`kinds.py`),
its headers (`fields.py`) and a writer (`writing/writers.py`).
"""
