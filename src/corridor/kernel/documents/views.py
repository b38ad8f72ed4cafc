"""A document leaves the house as an attachment, whatever it is."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET

from corridor.kernel.actors.api import acting
from corridor.kernel.documents import reads
from corridor.kernel.record import api as record


@require_GET
def download(request: HttpRequest, number: str) -> HttpResponse:
    actor = acting(request)
    document = reads.document_for(actor, number)
    content = reads.content_of(document)
    if actor.user_id != document.uploaded_by_id:
        record.note(actor, "documents.opened", document)
    answer = HttpResponse(content, content_type=document.media_type)
    header = content_disposition_header(as_attachment=True, filename=document.name)
    answer["Content-Disposition"] = header or "attachment"
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer["Cache-Control"] = "private, no-store"
    return answer
