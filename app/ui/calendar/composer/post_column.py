"""The posts of the current target as the public sees them; of a thread one below the other."""

from itertools import islice

from PySide6.QtCore import Slot
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.language import _, number_text
from app.models.asset import AssetKind
from app.services.contents import VariantForm, text_of
from app.services.entities import links
from app.services.graphemes import graphemes
from app.services.platforms import PlatformFacts
from app.services.threads import posts_of
from app.ui.calendar.composer.editing import Editing
from app.ui.shelf import Thumbnails
from app.ui.theme import scaled
from app.ui.widgets.preview import PostLook, PostPreview

_WIDTH = 268
_MARGIN = 34


class PostColumn(QWidget):
    """As many previews as there are posts; only the first one carries the media."""

    def __init__(self, editing: Editing, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._editing, self._thumbnails = editing, thumbnails
        self._awaited = ""  # the picture that the first preview waits for
        self._previews: list[PostPreview] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        self._column.setSpacing(6)
        thumbnails.arrived.connect(self._on_arrived)

    def show_posts(self) -> str:
        """Show the current target, or the first one; returns what the heading says."""
        editing = self._editing
        variant = editing.variant() or next(iter(editing.form.variants), None)
        if variant is None:
            self._show([PostLook(_("No account yet"), editing.form.text)])
            self._awaited = ""
            return _("Preview")
        facts = editing.facts(variant.target)
        self._show(self._looks(variant, facts))
        known = editing.attached.get(variant.media[0].asset_id) if variant.media else None
        self._awaited = known.sha256 if known else ""
        if self._awaited:
            self._show_picture(self._awaited)
        return _("Preview: %(kind)s") % {"kind": facts.label if facts else variant.post_kind}

    def _looks(self, variant: VariantForm, facts: PlatformFacts | None) -> list[PostLook]:
        editing = self._editing
        text = text_of(editing.form, variant)
        posts = posts_of(text, facts.text) if facts else (text,)
        known = editing.attached.get(variant.media[0].asset_id) if variant.media else None
        ratio = known.width / known.height if known and known.width and known.height else None
        of = _("post %(n)s of %(count)s")
        return [
            PostLook(
                account=editing.handle(variant.target),
                text=post,
                place=(
                    of % {"n": number_text(number), "count": number_text(len(posts))}
                    if len(posts) > 1
                    else ""
                ),
                beginning=_beginning(post, facts.text.fold if facts else None),
                media=len(variant.media) if number == 1 else 0,
                is_video=known is not None and known.kind is AssetKind.VIDEO,
                ratio=ratio,
                link=_link_words(post, facts),
            )
            for number, post in enumerate(posts, 1)
        ]

    def _show(self, looks: list[PostLook]) -> None:
        while len(self._previews) < len(looks):
            preview = PostPreview()
            preview.setFixedWidth(scaled(_WIDTH))
            self._previews.append(preview)
            self._column.addWidget(preview)
        for preview, look in zip(self._previews, looks, strict=False):
            preview.show_post(look)
        for number, preview in enumerate(self._previews):
            preview.setVisible(number < len(looks))

    @Slot(str)
    def _on_arrived(self, sha256: str) -> None:
        if sha256 == self._awaited:
            self._show_picture(sha256)

    def _show_picture(self, sha256: str) -> None:
        picture = self._thumbnails.picture(sha256)
        if isinstance(picture, QPixmap):
            self._previews[0].set_picture(picture.toImage())


def _beginning(text: str, fold: int | None) -> str | None:
    """What is shown before "more"; None where no number of characters is known."""
    return None if fold is None else "".join(islice(graphemes(text), fold))


def _link_words(text: str, facts: PlatformFacts | None) -> str:
    """The first link, and whether one can press it there."""
    found = links(text)
    if not found:
        return ""
    host = found[0].text.partition("://")[2] or found[0].text
    host = host.partition("/")[0]
    if facts is not None and not facts.text.links_clickable:
        return _("%(address)s: can't be pressed there") % {"address": host}
    return host
