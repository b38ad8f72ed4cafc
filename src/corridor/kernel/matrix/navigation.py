"""The matrix in the navigation."""

from django.utils.translation import gettext_lazy as _

from corridor.kernel.offers import Area, Link

LINKS = [Link(area=Area.PUBLIC, page="matrix.rows", name=_("What Corridor does"), order=80)]
