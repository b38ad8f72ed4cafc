"""The living page of the look: every component, in a left-to-right and a right-to-left language."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.translation import get_language, get_language_info, override, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from corridor.site.figures import Reason
from corridor.site.maps import Flow

TOKENS = ["paper", "surface", "wash", "line", "edge", "ink", "accent", "good", "warn", "bad"]


REASONS = [
    Reason(label=_("Occupation"), outcome="met", points=40, points_most=40),
    Reason(
        label=_("Language"), outcome="near", points=22, points_most=30, note=_("B2 asked, B1 held")
    ),
    Reason(label=_("Driving licence"), outcome="missing", points=0, points_most=10),
]


STAGES = [
    (_("Applied"), 640),
    (_("Eligible"), 410),
    (_("Shortlisted"), 160),
    (_("Placed"), 60),
    (_("Offered"), 58),
    (_("Accepted"), 51),
]
FAULTS = [
    {"row": 3, "column": "pay", "sentence": _("This column is not known; remove it or rename it.")}
]
FLOWS = [
    Flow(origin=origin, destination=destination, count=count)
    for origin, destination, count in [
        ("ETH", "QAT", 120),
        ("ETH", "DEU", 44),
        ("PHL", "QAT", 90),
        ("PHL", "JPN", 65),
        ("MAR", "ESP", 80),
        ("COL", "CAN", 18),
    ]
]


class SampleForm(forms.Form):
    """One of each kind of field; the page submits a wrong one to show the errors."""

    name = forms.CharField(label=_("Your name"), help_text=_("As it stands in your passport."))
    level = forms.ChoiceField(
        label=_("Language level"),
        choices=[("", "–"), ("A2", "A2"), ("B1", "B1"), ("B2", "B2")],
        required=False,
    )
    arrival = forms.DateField(label=_("First day you can travel"), required=False)
    way = forms.ChoiceField(
        label=_("How may we reach you?"),
        choices=[("email", _("By e-mail")), ("sms", _("By text message"))],
        widget=forms.RadioSelect,
    )
    agreed = forms.BooleanField(label=_("My profile may be seen by employers"), required=False)


def sample(request: HttpRequest, language: str) -> dict[str, Any]:
    """All components in one language."""
    info = get_language_info(language)
    with override(language):
        page = Paginator(range(48), 20).page(2)
        context = {
            "code": language,
            "form": SampleForm({"name": "", "way": "sms"}, prefix=language),
            "filter_form": SampleForm(prefix=f"{language}-filter"),
            "page": page,
            "sort": "-places",
            "faults": FAULTS,
            "tones": ["neutral", "info", "good", "warn", "bad"],
            "facts": [(_("Corridor"), "ET → IT"), (_("Places"), 12)],
            "steps": [
                (pgettext_lazy("yourself", "Register"), _("Say who you are and what you can do.")),
                (_("Be shortlisted"), _("Employers see who fits, and why.")),
                (_("Sign and depart"), ""),
            ],
            "reasons": REASONS,
            "falls": [(_("Occupation"), 2140), (_("Language"), 386), (_("Availability"), 122)],
            "stages": STAGES,
            "bars": [(_("Nurses"), 182, "/vacancies/"), (_("Welders"), 96), (_("Drivers"), 41)],
            "waits": [12, 18, 21, 25, 30, 31, 33, 38, 44, 59],
            "months": [(date(2026, month, 1), 20 + month * 7 % 23) for month in range(1, 12)],
            "flows": FLOWS,
            "day": date(2026, 11, 23),
            "moment": datetime(2026, 11, 23, 9, 5, tzinfo=UTC),
        }
        html = render_to_string("site/design_sample.html", context, request=request)
    direction = "rtl" if info["bidi"] else "ltr"
    return {"code": language, "name": info["name_local"], "direction": direction, "html": html}


def samples(request: HttpRequest) -> list[dict[str, Any]]:
    """The reader's language (English if it is Arabic), then Arabic."""
    language = get_language() or "en"
    return [sample(request, "en" if language == "ar" else language), sample(request, "ar")]
