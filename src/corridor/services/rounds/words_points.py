"""What published points tables call things, so that it can be said in the reader's language."""

from __future__ import annotations

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

NAMES = (
    _("Canada, Express Entry: Comprehensive Ranking System"),
    _("Republic of Korea, Employment Permit System: points, fishery"),
    _("Republic of Korea, Employment Permit System: points, manufacturing"),
)
KOREA = (
    _("Korean language test (EPS-TOPIK), first round"),
    _("Skills test, second round"),
    _("Work experience in the trade, points of the competency test"),
    _("Vocational training done"),
    _("National certificate held"),
    _("First round"),
    _("Second round"),
    _("Competency bonus, on top of the 200"),
    _("Korean language test"),
    _("Skills test"),
    _("Work experience"),
    _("Training"),
    _("National certificate"),
    _(
        "That these points stand on top of the published total of 200, and not within it, is not "
        "established; to be compared with the notice"
    ),
)
CANADA_FACTS = (
    _("A spouse or partner comes along"),
    _("Age"),
    _("Education"),
    _("First official language, listening (CLB level)"),
    _("First official language, speaking (CLB level)"),
    _("First official language, reading (CLB level)"),
    _("First official language, writing (CLB level)"),
    _("Second official language, listening (CLB level)"),
    _("Second official language, speaking (CLB level)"),
    _("Second official language, reading (CLB level)"),
    _("Second official language, writing (CLB level)"),
    _("Partner's official language, listening (CLB level)"),
    _("Partner's official language, speaking (CLB level)"),
    _("Partner's official language, reading (CLB level)"),
    _("Partner's official language, writing (CLB level)"),
    _("First official language, the weakest ability"),
    _("Years of work in Canada"),
    _("Years of skilled work abroad"),
    _("Certificate of qualification in a trade"),
    _("Partner's education"),
    _("Partner's years of work in Canada"),
    _("A brother or sister in Canada, citizen or permanent resident"),
    _("French NCLC 7 or more in all four abilities"),
    _("Post-secondary study in Canada"),
    _("Arranged employment"),
    _("Nominated by a province or territory"),
)
CANADA_FACTORS = (
    _("Second official language"),
    _("Education with language or Canadian work"),
    _("Foreign work with language or Canadian work"),
    _("Certificate of qualification with language"),
    _("Core, human capital: without a partner"),
    _("Core, human capital: with a partner"),
    _("The partner's factors"),
    _("Skill transferability"),
    _("Additional points"),
    _("Work in Canada"),
    _("Partner's work in Canada"),
    _("Education with good language"),
    _("Education with work in Canada"),
    _("Work abroad with good language"),
    _("Work abroad with work in Canada"),
    _("Certificate of qualification with good language"),
    _("Brother or sister in Canada"),
    _("French"),
    _("Study in Canada"),
    _("Provincial nomination"),
)
CHOICES = (
    _("none"),
    _("secondary"),
    _("one-year"),
    _("two-year"),
    _("bachelor"),
    _("two-credentials"),
    _("master"),
    _("doctorate"),
    _("no"),
    _("yes, English CLB 4 or less"),
    _("yes, English CLB 5 or more"),
    _("one or two years"),
    _("three years or more"),
    _("other"),
    _("senior manager"),
)
EVERY = (*NAMES, *KOREA, *CANADA_FACTS, *CANADA_FACTORS, *CHOICES)


def said(label: str) -> str:
    """A label in the reader's language; one made of a factor and its fact is named by the fact."""
    whole = gettext(label)
    _factor, colon, fact = label.rpartition(": ")
    return gettext(fact) if colon and whole == label and fact in CANADA_FACTS else whole
