"""What can go wrong with a file."""

from django.utils.translation import gettext_lazy as _

from corridor.kernel.actors.api import CorridorError


class FileRefused(CorridorError):
    code = "documents.refused"
    status = 422


class TooLarge(FileRefused):
    code = "documents.too_large"
    sentence = _(
        "The file is %(size)s MB; at most %(most)s MB are taken. Make a smaller photo or scan."
    )


class Empty(FileRefused):
    code = "documents.empty"
    sentence = _("The file is empty. Choose it again.")


class TypeRefused(FileRefused):
    code = "documents.type"
    sentence = _("This file is not a PDF, a JPEG, PNG or WebP picture. Save it as one of these.")


class NotWhatItSays(FileRefused):
    code = "documents.mismatch"
    sentence = _("The name ends in %(ending)s but the content is %(found)s. Save it again.")


class Broken(FileRefused):
    code = "documents.broken"
    sentence = _("The picture or PDF cannot be opened: it is damaged. Take it again.")


class Heic(FileRefused):
    code = "documents.heic"
    sentence = _(
        "This photo is in the HEIC format, which cannot be read here. On an iPhone choose "
        "Settings, Camera, Formats, Most compatible; or take a screenshot of it and send that."
    )


class TooManyPages(FileRefused):
    code = "documents.too_many_pages"
    sentence = _("These are %(given)s pages; at most %(most)s make one document.")


class MixedPages(FileRefused):
    code = "documents.mixed_pages"
    sentence = _("Send either photos, or one PDF alone; not both together.")


class ChecksumWrong(CorridorError):
    code = "documents.checksum"
    status = 500
    sentence = _(
        "The stored file %(number)s is not the one that was uploaded. Tell the administrator."
    )
