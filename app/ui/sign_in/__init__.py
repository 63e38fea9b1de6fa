"""Signing in: name and password, this PC's memory, the first password of one's own."""
