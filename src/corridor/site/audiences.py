"""Whom the front page speaks to, and where it leads each of them."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django_stubs_ext import StrOrPromise


@dataclass(frozen=True, kw_only=True)
class Audience:
    """A kind of reader: what Corridor is to them, and pages by URL name with its argument."""

    title: StrOrPromise
    text: StrOrPromise
    links: tuple[tuple[StrOrPromise, str, str], ...]


AUDIENCES = [
    Audience(
        title=_("I want to work abroad"),
        text=_(
            "Look at real vacancies, keep one profile of what you can do, and read for every job"
            " why you fit or what is missing. It is free for workers, always."
        ),
        links=(
            (_("See the vacancies"), "jobs.vacancies", ""),
            (pgettext_lazy("yourself", "Register"), "account_signup", ""),
            (_("How to register"), "site.help_page", "register"),
        ),
    ),
    Audience(
        title=_("I am looking for workers"),
        text=_(
            "Say which skills, languages and papers a job needs. The same criteria are applied to"
            " everybody, and you see the reasons behind each name on the shortlist."
        ),
        links=(
            (_("How matching works"), "site.help_page", "matching"),
            (_("Open an account"), "account_signup", ""),
        ),
    ),
    Audience(
        title=_("We are a recruitment agency"),
        text=_(
            "Bring your job orders in as vacancies and see how candidates fit. Every decision is on"
            " record, with who made it and why."
        ),
        links=((_("What the offices do"), "site.help_page", "officers"),),
    ),
    Audience(
        title=_("Somebody of my family is abroad"),
        text=_(
            "Read what a fair offer looks like, what nobody may ask you to pay, and who sees what"
            " about you and yours."
        ),
        links=(
            (_("How to read a result"), "site.help_page", "results"),
            (_("Privacy"), "site.help_page", "privacy"),
        ),
    ),
    Audience(
        title=_("Research and administration"),
        text=_(
            "Results are published without names, with how many fell at which criterion. The"
            " programming interface gives the same figures."
        ),
        links=(
            (_("Results of the rounds"), "rounds.rounds", ""),
            (_("Public figures"), "site.figures", ""),
            (_("What Corridor does"), "matrix.rows", ""),
            (_("Programming interface"), "site.interface", ""),
        ),
    ),
]
