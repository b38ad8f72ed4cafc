"""Photos from a phone made into one document: upright, without metadata, not larger than needed."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from io import BytesIO

from django.core.files import File
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageOps, UnidentifiedImageError

from corridor.kernel.documents.errors import Broken, Empty, Heic, MixedPages, TooLarge, TooManyPages
from corridor.kernel.documents.sniffing import PDF, PICTURES, PIXELS_MAX, media_type

MEGABYTE = 1024 * 1024
PHOTO_MAX_BYTES = 20 * MEGABYTE
PAGES_MAX = 10
# Enough to read small print on an A4 page at 200 dots per inch.
EDGE_MAX = 2400
QUALITY = 82
# What the phone calls itself in the first box of an HEIF file.
HEIF_BRANDS = {b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif"}


def one_document(uploads: Sequence[File[bytes]], *, name: str) -> File[bytes]:
    """The pages in their order as one file to store: a JPEG for one, a PDF for several.

    Every picture is drawn anew, so nothing hidden in it survives: no place, no camera, no
    appended program. A PDF alone passes as it is. Raises FileRefused for what cannot be taken.
    """
    if len(uploads) > PAGES_MAX:
        raise TooManyPages(given=len(uploads), most=PAGES_MAX)
    contents = [_content(upload) for upload in uploads]
    kinds = [media_type(content) for content in contents]
    if PDF in kinds:
        if len(kinds) > 1:
            raise MixedPages()
        return SimpleUploadedFile(f"{name}.pdf", contents[0], PDF)
    pages = [upright(content) for content in contents]
    made = BytesIO()
    if len(pages) == 1:
        pages[0].save(made, "JPEG", quality=QUALITY, optimize=True)
        return SimpleUploadedFile(f"{name}.jpg", made.getvalue(), "image/jpeg")
    pages[0].save(made, "PDF", save_all=True, append_images=pages[1:], quality=QUALITY)
    return SimpleUploadedFile(f"{name}.pdf", made.getvalue(), PDF)


def _content(upload: File[bytes]) -> bytes:
    size = upload.size or 0
    if size > PHOTO_MAX_BYTES:
        raise TooLarge(size=f"{size / MEGABYTE:.1f}", most=PHOTO_MAX_BYTES // MEGABYTE)
    content: bytes = upload.read()
    if not content:
        raise Empty()
    if content[4:8] == b"ftyp" and content[8:12] in HEIF_BRANDS:
        raise Heic()
    return content


def upright(content: bytes) -> Image.Image:
    """The picture as it was seen when taken: turned by its EXIF, on white, in three colours."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(content), formats=list(PICTURES)) as picture:
                if picture.width * picture.height > PIXELS_MAX:
                    raise Broken()
                picture.draft("RGB", (EDGE_MAX, EDGE_MAX))
                turned = ImageOps.exif_transpose(picture)
                turned.thumbnail((EDGE_MAX, EDGE_MAX))
                shown = turned.convert("RGBA")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Warning) as error:
        raise Broken() from error
    page = Image.new("RGB", shown.size, "white")
    page.paste(shown, mask=shown.getchannel("A"))
    return page
