"""Who is signed in, at the foot of the rail, and the menu of what concerns this person alone."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QActionGroup, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget

from app.language import _
from app.ui.theme import colours, icon, paint_frame, paint_text, scaled, text_scale, tokens
from app.ui.widgets import named, paint_avatar


class PersonMenu(QMenu):
    """Password, looks, size of the text, language, and the way out."""

    scheme_chosen = Signal(str)  # system, light or dark
    scale_chosen = Signal(float)
    language_chosen = Signal(str)
    password_asked = Signal()
    sign_out_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("window.person.menu")
        self.rename()

    def rename(self) -> None:
        """Say everything anew in the language in force; nothing is marked then."""
        self.clear()
        self.addAction(icon("lock"), _("Change password…"), self.password_asked.emit)
        self.addSeparator()
        self._add_choices(
            ((_("As the system"), "system"), (_("Light"), "light"), (_("Dark"), "dark")),
            self.scheme_chosen.emit,
        )
        self.addSeparator()
        sizes = (_("Text: usual"), _("Text: large"), _("Text: largest"))
        self._add_choices(tuple(zip(sizes, tokens().scales, strict=True)), self.scale_chosen.emit)
        self.addSeparator()
        self._add_choices(
            (("Bahasa Indonesia", "id"), ("English", "en")), self.language_chosen.emit
        )
        self.addSeparator()
        self.addAction(icon("arrow-right"), _("Sign out"), self.sign_out_asked.emit)

    def _add_choices(
        self, choices: Sequence[tuple[str, object]], choose: Callable[..., object]
    ) -> None:
        group = QActionGroup(self)
        for words, value in choices:
            action = self.addAction(words)
            action.setData(value)
            action.setCheckable(True)
            group.addAction(action)
        group.triggered.connect(lambda action: choose(action.data()))

    def mark(self, *values: object) -> None:
        """Mark what is in force: scheme, text scale, language."""
        for action in self.actions():
            if action.isCheckable():
                action.setChecked(action.data() in values)

    @Slot()
    def choose_larger(self) -> None:
        """Choose the next larger text, if there is one."""
        self._step_scale(1)

    @Slot()
    def choose_smaller(self) -> None:
        """Choose the next smaller text, if there is one."""
        self._step_scale(-1)

    def _step_scale(self, by: int) -> None:
        scales = tokens().scales
        at = scales.index(text_scale()) if text_scale() in scales else 0
        self.scale_chosen.emit(scales[max(0, min(at + by, len(scales) - 1))])


class PersonButton(QAbstractButton):
    """Who is signed in; opens the menu of what concerns him alone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "window.person", _("Signed in"))
        self.is_narrow = False
        self._name = self._role = ""
        self.menu = PersonMenu(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._on_clicked)

    def show_person(self, name: str, role: str) -> None:
        self._name, self._role = name, role
        words = {"name": name, "role": role}
        self.setAccessibleName(_("Signed in: %(name)s, %(role)s") % words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(40, scaled(52))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self._on_clicked()
            return
        super().keyPressEvent(event)

    @Slot()
    def _on_clicked(self) -> None:
        above = self.mapToGlobal(QPoint(0, -self.menu.sizeHint().height() - 2))
        self.menu.popup(above)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = colours(self.palette())
        painter = QPainter(self)
        rect = QRectF(self.rect())
        if self.underMouse():
            paint_frame(painter, rect, tokens().radius["control"], look.line)
        if not self._name:
            return
        disc = QRectF(6, rect.center().y() - 14, 28, 28)
        if self.is_narrow:
            disc.moveCenter(rect.center())
        paint_avatar(painter, disc, self._name, look)
        if self.is_narrow:
            return
        line = scaled(17)
        first = QRectF(43, rect.center().y() - line, rect.width() - 47, line)
        paint_text(painter, first, self._name.split(",")[0], "label", look.text)
        paint_text(painter, first.translated(0, line), self._role, "meta", look.text2)
