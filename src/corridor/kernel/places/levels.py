"""Levels of language and education, ordered so that they can be compared."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class LanguageLevel(models.IntegerChoices):
    """CEFR, from A1 to C2, and a mother tongue above them (Council of Europe, 2020)."""

    A1 = 1, _("A1: understands and uses very basic phrases")
    A2 = 2, _("A2: manages simple, routine exchanges")
    B1 = 3, _("B1: copes with most everyday situations")
    B2 = 4, _("B2: speaks fluently with native speakers")
    C1 = 5, _("C1: uses the language flexibly at work")
    C2 = 6, _("C2: understands practically everything")
    NATIVE = 7, _("Mother tongue")

    @property
    def code(self) -> str:
        """What CEFR calls it: "B1"; "native" for a mother tongue."""
        return "native" if self is LanguageLevel.NATIVE else self.name

    @classmethod
    def by_code(cls, code: str) -> LanguageLevel:
        """The level of that code in any case; raises KeyError."""
        return cls[code.strip().upper()]


class QualificationLevel(models.IntegerChoices):
    """EQF, 1 to 8 (Council Recommendation 2017/C 189/03)."""

    EQF_1 = 1, _("EQF 1: basic general knowledge")
    EQF_2 = 2, _("EQF 2: basic factual knowledge of a field of work")
    EQF_3 = 3, _("EQF 3: knowledge of facts, principles and processes of a field")
    EQF_4 = 4, _("EQF 4: upper secondary or vocational qualification")
    EQF_5 = 5, _("EQF 5: short-cycle higher education or master craftsperson")
    EQF_6 = 6, _("EQF 6: bachelor's degree or equivalent")
    EQF_7 = 7, _("EQF 7: master's degree or equivalent")
    EQF_8 = 8, _("EQF 8: doctorate or equivalent")


class EducationLevel(models.IntegerChoices):
    """ISCED 2011, 0 to 8 (UNESCO Institute for Statistics)."""

    ISCED_0 = 0, _("Early childhood education or none completed")
    ISCED_1 = 1, _("Primary education")
    ISCED_2 = 2, _("Lower secondary education")
    ISCED_3 = 3, _("Upper secondary education")
    ISCED_4 = 4, _("Post-secondary non-tertiary education")
    ISCED_5 = 5, _("Short-cycle tertiary education")
    ISCED_6 = 6, _("Bachelor's or equivalent level")
    ISCED_7 = 7, _("Master's or equivalent level")
    ISCED_8 = 8, _("Doctoral or equivalent level")


class EducationField(models.TextChoices):
    """The broad fields of ISCED-F 2013 (UNESCO Institute for Statistics)."""

    GENERIC = "00", _("Generic programmes and qualifications")
    EDUCATION = "01", pgettext_lazy("field of study", "Education")
    ARTS = "02", _("Arts and humanities")
    SOCIAL = "03", _("Social sciences, journalism and information")
    BUSINESS = "04", _("Business, administration and law")
    SCIENCE = "05", _("Natural sciences, mathematics and statistics")
    ICT = "06", _("Information and communication technologies")
    ENGINEERING = "07", _("Engineering, manufacturing and construction")
    AGRICULTURE = "08", _("Agriculture, forestry, fisheries and veterinary")
    HEALTH = "09", _("Health and welfare")
    SERVICES = "10", _("Services")
