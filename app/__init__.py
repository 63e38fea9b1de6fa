"""Kohkol: the social-media office of a government agency in West Java."""

__version__ = "0.1.0"
