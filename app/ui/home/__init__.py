"""Beranda: what needs my act, clocks that run out, the week, what the regulation still lacks."""
