"""The help pages: short, for people who do this once in their life."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise


@dataclass(frozen=True, kw_only=True)
class HelpPage:
    """One help page. `parts` are headings with their paragraphs."""

    slug: str
    title: StrOrPromise
    lead: StrOrPromise
    parts: tuple[tuple[StrOrPromise, tuple[StrOrPromise, ...]], ...]


REGISTER = HelpPage(
    slug="register",
    title=_("How to register"),
    lead=_("You need a telephone number or an e-mail address. It takes about ten minutes."),
    parts=(
        (
            _("Open your account"),
            (
                _(
                    "Choose Register, give your number or address and a password you use nowhere"
                    " else. We send you a code; type it in, and the account is yours."
                ),
                _("Nobody may ask you for money to register. If somebody does, tell the office."),
            ),
        ),
        (
            _("Say what you can do"),
            (
                _(
                    "Your profile is a list of things you say about yourself: occupations, years of"
                    " experience, skills, languages, certificates, when you can travel, what you"
                    " wish for. Add one at a time; you can stop and come back."
                ),
                _(
                    "A photograph of a certificate helps. Staff check it and mark that point as"
                    " verified. What you wrote yourself is never changed by anybody else."
                ),
            ),
        ),
        (
            _("What happens next"),
            (
                _(
                    "When a round of matching is held, everybody in the pool is compared with every"
                    " vacancy. Your page shows where you fit, and where not, why."
                ),
            ),
        ),
    ),
)
MATCHING = HelpPage(
    slug="matching",
    title=_("How matching works"),
    lead=_("The same rules for everybody, applied by a machine, explained to people."),
    parts=(
        (
            _("First: what is necessary"),
            (
                _(
                    "Each vacancy has criteria that must be met: the occupation, certain skills,"
                    " a level in a language, a licence, when the work begins. Whoever misses one"
                    " is not on the shortlist, and is told which one it was."
                ),
                _("Age, sex, religion and origin are not criteria. Age counts only under a law."),
            ),
        ),
        (
            _("Then: what counts for how much"),
            (
                _(
                    "Those who meet all criteria get points for how well they fit. The weights are"
                    " agreed before the round and published with it. Equal points are decided by"
                    " lot, with a number that anybody can check."
                ),
            ),
        ),
        (
            _("Last: who gets which place"),
            (
                _(
                    "Places are given under quotas. Where the agreed way is the stable one, nobody"
                    " is passed over for a job they prefer by somebody who fits it less."
                ),
                _("Couples and families who wish it are placed together or not at all."),
            ),
        ),
    ),
)
RESULTS = HelpPage(
    slug="results",
    title=_("How to read a result"),
    lead=_("Every score comes with its reasons. Here is what the signs mean."),
    parts=(
        (
            _("Points and reasons"),
            (
                _(
                    "A score is the sum of its reasons. A tick means met, a wave means nearly met,"
                    " a cross means missing, and a question mark means that we cannot tell because"
                    " something is not in the profile."
                ),
                _("If a question mark stands beside your name, add what is missing: it may help."),
            ),
        ),
        (
            _("How many were left"),
            (
                _(
                    "The bars show how many people were left after each criterion. A long step"
                    " down says that few people have what this criterion asks."
                ),
                _("Published results hold no names; each person is a number made for that round."),
            ),
        ),
        (
            _("If you think it is wrong"),
            (
                _(
                    "Look at your profile first: a level or a date may be missing. If it is right"
                    " there and wrong in the result, tell the office; they can trace each step."
                ),
            ),
        ),
    ),
)
PRIVACY = HelpPage(
    slug="privacy",
    title=_("Privacy"),
    lead=_("What is kept about you, who sees it, and how you take it back."),
    parts=(
        (
            _("What is kept"),
            (
                _(
                    "What you say about yourself, the documents you add, and what was decided. Each"
                    " point says where it comes from and until when it is valid."
                ),
                _("There are no advertisements, and nothing is sent to other companies."),
            ),
        ),
        (
            _("Who sees it"),
            (
                _(
                    "You decide for each point: only you, the offices, or employers as well."
                    " Every time somebody of the staff opens or changes something, it is recorded."
                ),
            ),
        ),
        (
            _("Your rights"),
            (
                _(
                    "You can take all your data with you as a file, correct it, and have it erased."
                    " What a law says must be kept is kept, and you are told which law."
                ),
                _(
                    "We set three cookies: to keep you signed in, to protect forms, and to remember"
                    " your language. None of them follows you."
                ),
            ),
        ),
    ),
)
OFFICERS = HelpPage(
    slug="officers",
    title=_("For officers"),
    lead=_("What the offices do in Corridor, and where to find it."),
    parts=(
        (
            _("The desk"),
            (
                _(
                    "Staff are invited by an administrator and sign in with a second factor: an"
                    " app that shows codes, or a passkey. The desk shows what your role may do."
                ),
            ),
        ),
        (
            _("Checking profiles and vacancies"),
            (
                _(
                    "Verify a claim only against its document. You may add what you found; you"
                    " cannot overwrite what the person said."
                ),
                _(
                    "Vacancies can be posted one by one or brought in as a table. A table with a"
                    " fault is refused whole, with every fault by row and column."
                ),
            ),
        ),
        (
            _("Holding a round"),
            (
                _(
                    "Choose the vacancies, the pool and the criteria, and start. The same inputs"
                    " always give the same result, on the site, from the command line and through"
                    " the programming interface."
                ),
                _("Publish when you are sure: a published result is not changed, only followed."),
            ),
        ),
    ),
)
PAGES = {page.slug: page for page in (REGISTER, MATCHING, RESULTS, PRIVACY, OFFICERS)}
