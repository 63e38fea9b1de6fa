"""The look: colours, fonts, icons, style; light, dark, and the text's size.

`Theme(app)` once at the start, `theme.apply(scheme, scale)` whenever the person chooses. All else
asks when it paints: `colours(palette)`, `font(role)`, `paint_icon(…)`.
"""

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QColor, QPalette, QPixmapCache
from PySide6.QtWidgets import QApplication, QToolTip

from app.ui.theme.fonts import (
    font,
    keep_text_scale,
    line_height,
    load_fonts,
    refresh_types,
    scaled,
    set_type,
    text_scale,
)
from app.ui.theme.icons import icon, mark_icon, paint_icon
from app.ui.theme.painting import Paragraph, paint_frame, paint_text, text_width
from app.ui.theme.ring import FocusRing
from app.ui.theme.style import KohkolStyle
from app.ui.theme.tokens import Colours, StateLook, Tone, colours, tokens

__all__ = [
    "SCHEMES",
    "Colours",
    "Paragraph",
    "StateLook",
    "Theme",
    "Tone",
    "colours",
    "font",
    "icon",
    "line_height",
    "mark_icon",
    "paint_frame",
    "paint_icon",
    "paint_text",
    "palette_of",
    "scaled",
    "set_type",
    "text_scale",
    "text_width",
    "tokens",
]

SCHEMES = ("system", "light", "dark")


def palette_of(look: Colours) -> QPalette:
    """Qt's roles filled from ours."""
    role = QPalette.ColorRole
    palette = QPalette()
    every: dict[QPalette.ColorRole, QColor] = {
        role.Window: look.window,
        role.WindowText: look.text,
        role.Base: look.surface,
        role.AlternateBase: look.sunken,
        role.Text: look.text,
        role.Button: look.surface,
        role.ButtonText: look.text,
        role.BrightText: look.on_accent,
        role.Highlight: look.selection,
        role.HighlightedText: look.text,
        role.Accent: look.accent,
        role.Link: look.accent,
        role.LinkVisited: look.accent,
        role.ToolTipBase: look.tooltip,
        role.ToolTipText: look.on_tooltip,
        role.PlaceholderText: look.text3,
        role.Light: look.surface,
        role.Midlight: look.line,
        role.Mid: look.border,
        role.Dark: look.border,
        role.Shadow: look.border,
    }
    for name, value in every.items():
        palette.setColor(name, value)
    for name in (role.Text, role.WindowText, role.ButtonText, role.PlaceholderText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, look.text3)
    return palette


class Theme(QObject):
    """Dresses the application, and again whenever scheme or text size change."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self.scheme = "system"
        load_fonts()
        self._ring = FocusRing(app)
        app.styleHints().colorSchemeChanged.connect(self._on_system_changed)

    def apply(self, scheme: str, scale: float = 1.0) -> None:
        """Wear `system`, `light` or `dark`, the text at one of the tokens' scales."""
        self.scheme = scheme
        QPixmapCache.clear()
        if scale != text_scale() or self._app.font() != font():
            keep_text_scale(self._app, scale)
            self._app.setFont(font())
            refresh_types(self._app)
            # Anew, for controls keep the sizes that a style once gave them.
            self._app.setStyle(KohkolStyle())
        self._follow_natively(scheme)
        self._paint(scheme)

    def _follow_natively(self, scheme: str) -> None:
        """Let title bars and native dialogs follow; offscreen this does nothing."""
        hints = self._app.styleHints()
        if scheme == "system":
            hints.unsetColorScheme()
        else:
            dark = scheme == "dark"
            hints.setColorScheme(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)

    def _paint(self, scheme: str) -> None:
        hints = self._app.styleHints()
        contrast = hints.accessibility().contrastPreference()
        if contrast == Qt.ContrastPreference.HighContrast:
            palette = self._app.style().standardPalette()
        else:
            system_dark = hints.colorScheme() == Qt.ColorScheme.Dark
            dark = scheme == "dark" or (scheme == "system" and system_dark)
            palette = palette_of(tokens().dark if dark else tokens().light)
        self._app.setPalette(palette)
        QToolTip.setPalette(palette)
        QToolTip.setFont(font("meta"))

    @Slot(Qt.ColorScheme)
    def _on_system_changed(self, _scheme: Qt.ColorScheme) -> None:
        if self.scheme == "system":
            self._paint(self.scheme)
