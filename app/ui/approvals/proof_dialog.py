"""The screenshot or scan that proves a decision, as a picture."""

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from app.language import _
from app.ui.widgets import Dialog, named

_SIDE = 480


class ProofDialog(Dialog):
    """Shows one proof; a PDF or what has no preview is opened from the library."""

    help_page = "approvals"

    def __init__(self, reference: str, encoded: bytes | None, parent: QWidget) -> None:
        words = "" if encoded else _("This file has no preview. It lies in the library of Aset.")
        super().__init__(
            "approvals.proof", _("Proof of the decision"), words, note=reference, parent=parent
        )
        picture = QImage.fromData(QByteArray(encoded)) if encoded else QImage()
        if not picture.isNull():
            shown = named(QLabel(), "approvals.proof.picture", _("Proof of the decision"))
            shown.setTextFormat(Qt.TextFormat.PlainText)
            fit = Qt.AspectRatioMode.KeepAspectRatio
            smooth = Qt.TransformationMode.SmoothTransformation
            shown.setPixmap(QPixmap.fromImage(picture.scaled(_SIDE, _SIDE, fit, smooth)))
            shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self.box.addWidget(shown)
        self.add_verb(_("Close"), name="done", default=True)
