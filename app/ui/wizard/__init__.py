"""The first start: make an office, open one, look at the demo office, try with one's own files."""
