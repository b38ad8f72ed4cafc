"""Whether two requests ask for the same: a digest of method, address and content."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from django.core.files.base import File
from django.http import HttpRequest

CHUNK = 1 << 16


def fingerprint(request: HttpRequest) -> str:
    """JSON counts by what it says and a form by its fields and files, however they are written."""
    digest = hashlib.sha256()
    for part in (request.method or "", request.path, request.META.get("QUERY_STRING", "")):
        digest.update(part.encode("utf-8", "surrogatepass") + b"\n")
    if (request.content_type or "").startswith("multipart/"):
        for name, values in sorted(request.POST.lists()):
            digest.update(json.dumps([name, values]).encode())
        for name, files in sorted(request.FILES.lists()):
            for file in files:
                digest.update(json.dumps([name, file.name, content_digest(file)]).encode())
    else:
        digest.update(canonical(request.body))
    return digest.hexdigest()


def canonical(body: bytes) -> bytes:
    try:
        said: Any = json.loads(body)
    except ValueError:
        return body
    return json.dumps(said, sort_keys=True, separators=(",", ":")).encode()


def content_digest(file: File[bytes]) -> str:
    digest = hashlib.sha256()
    for block in file.chunks(CHUNK):
        digest.update(block)
    file.seek(0)
    return digest.hexdigest()
