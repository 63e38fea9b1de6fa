"""Foreign files become rows: recognise, map, judge, show, and only then take in."""
