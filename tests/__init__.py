"""The tests; a package, so that `tests` is never somebody else's folder of that name."""
