"""Pages travel without the indentation of their templates: a quarter of their weight.

Only spaces at the beginning of a template's own lines are dropped, once, when it is loaded; what
people wrote comes from values and keeps every space. Lines stay where they are.
"""

from __future__ import annotations

import re

from django.template import Origin
from django.template.loaders import app_directories, filesystem

INDENTATION = re.compile(r"^[ \t]+", re.MULTILINE)


def without_indentation(origin: Origin, text: str) -> str:
    return INDENTATION.sub("", text) if str(origin.template_name).endswith(".html") else text


class SiteLoader(filesystem.Loader):
    def get_contents(self, origin: Origin) -> str:
        return without_indentation(origin, super().get_contents(origin))


class AppLoader(app_directories.Loader):
    def get_contents(self, origin: Origin) -> str:
        return without_indentation(origin, super().get_contents(origin))
