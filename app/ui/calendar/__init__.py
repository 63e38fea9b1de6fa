"""Kalender: the month, the list, the tray of undated ideas, and the composer of one content."""
