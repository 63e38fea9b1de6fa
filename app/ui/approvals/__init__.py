"""Persetujuan: what waits for a decision, seen as the public will see it."""
