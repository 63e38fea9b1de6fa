"""Comments copied from a web page: recognised by shape, shown before anything is stored."""

from app.services.errors import NoCommentsFound
from app.services.importing.pasted.comments import PastedComment, PastedComments
from app.services.importing.pasted.reading import read_pasted

__all__ = ["NoCommentsFound", "PastedComment", "PastedComments", "read_pasted"]
