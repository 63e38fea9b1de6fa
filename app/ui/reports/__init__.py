"""Laporan: the seven parts of Pasal 12 ayat (3), their figures, texts, and the paper."""
