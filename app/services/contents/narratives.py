"""Single narratives (Pasal 7 h): the words are given out by the government, not to be edited."""

from sqlalchemy.orm import Session

from app.models.content import Content
from app.models.ready_text import ContentTemplate, TemplateKind
from app.services.contents.forms import ContentForm
from app.services.errors import InvalidValue
from app.services.threads import said_by


def must_say_its_narrative(session: Session, content: Content, form: ContentForm) -> None:
    """Refuse other words than the narrative's; dividing them into a thread changes no word.

    What a content says already is what holds for it, also after its template was changed. Taking
    the narrative off sets the text free: then it is no single narrative any more.

    Raises:
        InvalidValue: the base text or an account's own text says something else, or there is no
            such narrative.
    """
    if form.narrative_id is None:
        return
    if form.narrative_id == content.narrative_id:
        given = content.text
    else:
        template = session.get(ContentTemplate, form.narrative_id)
        if template is None or template.kind is not TemplateKind.SINGLE_NARRATIVE:
            raise InvalidValue("narrative", "unknown", form.narrative_id)
        given = template.text
    own = [variant.text for variant in form.variants if variant.text is not None]
    if any(said_by(text) != said_by(given) for text in (form.text, *own)):
        raise InvalidValue("text", "narrative")
