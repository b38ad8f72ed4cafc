"""What a file really is: its content decides, not its name."""

from __future__ import annotations

import warnings
from io import BytesIO
from pathlib import PurePath

from PIL import Image, UnidentifiedImageError

from corridor.kernel.documents.errors import Broken, NotWhatItSays, TypeRefused

PDF = "application/pdf"
PICTURES = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp"}
ENDINGS = {
    ".pdf": PDF,
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
}
# A decompression bomb is refused long before it fills the memory.
PIXELS_MAX = 60_000_000
# What makes a PDF act instead of being read.
ACTIVE_PDF = (
    b"/JavaScript",
    b"/JS ",
    b"/JS(",
    b"/Launch",
    b"/EmbeddedFile",
    b"/RichMedia",
    b"/XFA",
)


def sniff(content: bytes, *, name: str) -> str:
    """The media type of the content. Raises TypeRefused, NotWhatItSays or Broken."""
    found = media_type(content)
    claimed = ENDINGS.get(PurePath(name).suffix.lower())
    if claimed is not None and claimed != found:
        raise NotWhatItSays(ending=PurePath(name).suffix.lower()[:10], found=found)
    return found


def media_type(content: bytes) -> str:
    if content[:1024].lstrip().startswith(b"%PDF-"):
        if b"%%EOF" not in content[-2048:]:
            raise Broken()
        if any(mark in content for mark in ACTIVE_PDF):
            raise TypeRefused()
        return PDF
    return picture_type(content)


def picture_type(content: bytes) -> str:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(content), formats=list(PICTURES)) as picture:
                kind = str(picture.format)
                if picture.width * picture.height > PIXELS_MAX:
                    raise Broken()
                picture.verify()
    except UnidentifiedImageError as error:
        raise TypeRefused() from error
    except (OSError, SyntaxError, ValueError, Warning, Image.DecompressionBombError) as error:
        raise Broken() from error
    return PICTURES[kind]
