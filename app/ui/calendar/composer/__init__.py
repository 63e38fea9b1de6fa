"""Penyusun: one content from idea to proof, on one page."""
