"""The one door of documents."""

from corridor.kernel.documents.acts.remove import remove_document
from corridor.kernel.documents.acts.store import SIZE_MAX_BYTES, store_document
from corridor.kernel.documents.errors import ChecksumWrong, FileRefused
from corridor.kernel.documents.models import Document
from corridor.kernel.documents.pdf import pdf
from corridor.kernel.documents.permissions import provide_owner
from corridor.kernel.documents.photos import one_document
from corridor.kernel.documents.reads import content_of, document_for, documents_of

__all__ = [
    "SIZE_MAX_BYTES",
    "ChecksumWrong",
    "Document",
    "FileRefused",
    "content_of",
    "document_for",
    "documents_of",
    "one_document",
    "pdf",
    "provide_owner",
    "remove_document",
    "store_document",
]
