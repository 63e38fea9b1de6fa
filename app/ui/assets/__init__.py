"""Aset: the office's pictures, videos and documents."""

from app.ui.assets.screen import AssetsScreen

__all__ = ["AssetsScreen"]
