"""Taking files in: dropped, recognised, shown row by row, and only then written.

`ImportDialog(bridge, parent, files)` in `dialog`; whoever opens it calls `open()`.
"""
