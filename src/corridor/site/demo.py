"""The demonstration: a pool of invented people matched to vacancies, ready to look at."""

from __future__ import annotations

import importlib.util
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from corridor.departure.jobs import api as jobs
from corridor.kernel.accounts import api as accounts
from corridor.kernel.actors.api import COMMAND_LINE, CorridorError, Role
from corridor.kernel.organisations import api as organisations
from corridor.kernel.people import api as people
from corridor.kernel.places import api as places
from corridor.services.rounds import api as rounds
from corridor.services.rules import api as rules
from corridor.site.demo_firm import open_firm
from corridor.site.demo_tests import hold_tests

PASSWORD = "corridor demo"  # noqa: S105 -- for the demonstration only, and printed
# Nobody of them is written to: they are invented.
CONSENTS = [each for each in people.Purpose if each != people.Purpose.ALERTS]
SEED = 7
PEOPLE, PEOPLE_WITHOUT_DATA = 2_000, 600
QUOTAS = "to QAT 40\nfrom ETH 400"


@dataclass(frozen=True, kw_only=True)
class Part:
    """One of the cast: the role, what they are, and the pages worth opening as them."""

    role: Role | None
    what: str
    pages: tuple[str, ...]


CAST = {
    "amina": Part(role=Role.WORKER, what="a worker", pages=("/me/", "/me/fitting/")),
    "bodil": Part(role=Role.OFFICER, what="an officer", pages=("/desk/", "/desk/people/")),
    "chen": Part(role=Role.AGENCY, what="a recruitment agency", pages=("/me/organisation/",)),
    "dawit": Part(role=Role.WORKER, what="a worker who came back", pages=("/me/profile/",)),
    "esra": Part(role=None, what="an outsider", pages=("/rounds/", "/figures/")),
    "farid": Part(role=Role.ATTACHE, what="a labour attaché", pages=("/desk/", "/desk/people/")),
    "grace": Part(role=Role.STATISTICIAN, what="a statistician", pages=("/figures/", "/matrix")),
    "hana": Part(role=Role.EMPLOYER, what="an employer", pages=("/me/", "/me/hiring/")),
    "ivan": Part(role=Role.ADMINISTRATOR, what="keeps this installation", pages=("/desk/",)),
}
ORGANISATIONS = {"hana": ("employer", "Harbour Works", "QAT"), "chen": ("agency", "Bridge", "ETH")}
UNCHECKED = "Northern Orchards"  # waits at the desk to be verified
Say = Callable[[str], None]


class NoExamples(CorridorError):
    code = "site.no_examples"
    sentence = _(
        "The people of the demonstration are made by %(path)s, which is not here. Run the demo "
        "from a clone of the repository."
    )


def prepare(say: Say = print) -> None:
    """Everything but serving. Safe to run again: what is there already stays as it is."""
    say("Setting up the database")
    call_command("migrate", verbosity=0, interactive=False)
    load_data(say)
    fill_pool(say)
    open_accounts()
    for told in (open_firm(), hold_tests()):
        if told:
            say(told)
    run_round(say)
    say(what_to_look_at())


def load_data(say: Say) -> None:
    """The starter facts and vacancies; the publishers' data where they are."""
    esco, adverts = Path(settings.DATA) / "esco", Path(settings.DATA) / "job-ads-esco"
    wanted: list[tuple[str, Path | None]] = [("starter", None)]
    if esco.is_dir():
        wanted.append(("esco", esco))
    if (coasts := Path(settings.DATA) / "natural-earth").is_dir():
        wanted.append(("natural-earth", coasts))
    wanted.append(("starter-vacancies", None))
    if esco.is_dir() and (files := sorted(adverts.glob("hahu_job_ads*"))):
        wanted.append(("job-ads", files[0]))
    if not Path(settings.DATA).is_dir():
        say(f"No data folder at {settings.DATA}: the demo runs on the starter facts")
    for name, path in wanted:
        loaded = places.load(actor=COMMAND_LINE, name=name, path=path)
        counts = ", ".join(f"{count:,} {kind}" for kind, count in loaded.counts.items())
        say(f"Loaded {name}: {counts}")
    for name in rules.SHIPPED:
        published = rules.load_pack(actor=COMMAND_LINE, pack=rules.shipped(name))
        say(f"Loaded the rules on {name}: {len(published.new):,} new tables")


def examples() -> ModuleType:
    """`examples/population.py`, which stands beside the package in a clone."""
    path = Path(__file__).resolve().parents[3] / "examples" / "population.py"
    if not path.is_file():
        raise NoExamples(path=path)
    spec = importlib.util.spec_from_file_location("population", path)
    if spec is None or spec.loader is None:
        raise NoExamples(path=path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def fill_pool(say: Say) -> None:
    """Invented people drawn from the occupations of the open vacancies and around them."""
    if people.Person.objects.exists():
        return
    esco = Path(settings.DATA) / "esco"
    has_data = esco.is_dir()
    count = PEOPLE if has_data else PEOPLE_WITHOUT_DATA
    generator = examples()
    sought = [pair for vacancy in jobs.published() for pair in _sought(vacancy)]
    tables = generator.population(
        count,
        seed=SEED,
        known=generator.trades(esco if has_data else None),
        sought=[code for code, _language in sought],
        spoken=[language for _code, language in sought],
        names=True,
    )
    imported = people.import_people(actor=COMMAND_LINE, rows=_rows(tables), consents=CONSENTS)
    say(f"Invented {imported.people:,} people with {imported.claims:,} claims (nobody is real)")


def _sought(vacancy: jobs.Vacancy) -> list[tuple[str, str]]:
    """The occupation and the first language a vacancy asks for, once for each place."""
    asked = vacancy.languages.filter(level_least__gte=1).first()
    return [(vacancy.esco, asked.language if asked else "")] * vacancy.places


def _rows(tables: Iterator[Any]) -> Iterator[dict[str, str]]:
    for table in tables:
        for row in table.to_pylist():
            del row["id"]
            yield row


def open_accounts() -> None:
    """An account for each of the cast; the workers get a profile of the pool."""
    for name, part in CAST.items():
        role = part.role
        email = f"{name}@example.org"
        user = accounts.user_by_login(email)
        if user is None:
            user = accounts.open_account(
                actor=COMMAND_LINE, email=email, name=name.capitalize(), password=PASSWORD
            )
        if role is not None:
            accounts.grant_role(actor=COMMAND_LINE, user=user, role=role)
        if role is Role.WORKER and not people.Person.objects.filter(user=user).exists():
            give_profile(user, name)
        if name in ORGANISATIONS:
            give_organisation(user, *ORGANISATIONS[name])
    if not organisations.Organisation.objects.filter(name=UNCHECKED).exists():
        draft = organisations.OrganisationDraft(kind="employer", name=UNCHECKED, country="DEU")
        organisations.register_organisation(actor=COMMAND_LINE, draft=draft)


def give_organisation(user: accounts.User, kind: str, name: str, country: str) -> None:
    """An organisation of theirs, verified, so that they may act for it."""
    actor = accounts.actor_for(user)
    if organisations.organisations_of(actor).exists():
        return
    draft = organisations.OrganisationDraft(kind=kind, name=name, country=country)
    registered = organisations.register_organisation(actor=actor, draft=draft)
    organisations.verify_organisation(
        actor=COMMAND_LINE,
        organisation=registered,
        draft=organisations.VerificationDraft(
            decision="verified", reason="Invented for the demonstration.", evidence="None"
        ),
    )


def give_profile(user: accounts.User, name: str) -> None:
    """A profile with a job to look for, so that the page of what fits has something to say."""
    trade, language = {"amina": ("5321.1", "de:B1"), "dawit": ("7212.3", "en:B1")}[name]
    needs = jobs.skills_of({trade})[trade]
    skills = [f"{need.skill}:2" for need in needs if need.essential][2:]
    row = {
        "full_name": name.capitalize(),
        "nationality": "ETH",
        "residence": "ETH",
        "isco": trade[:4],
        "skills": ";".join(skills),
        "languages": f"am:C2;{language}",
        "years": "4",
        "eqf": "4",
        "birth_year": "1996",
        "email": user.email or "",
    }
    imported = people.import_people(actor=COMMAND_LINE, rows=[row], consents=CONSENTS)
    people.Person.objects.filter(pk=imported.first_id).update(user=user)


def run_round(say: Say) -> None:
    """One published round over everybody, with places under quotas."""
    if rounds.published().exists():
        return
    quotas, _wrong = rounds.read_quotas(QUOTAS)
    draft = rounds.RoundDraft(
        title="Demonstration round",
        criteria=rounds.preset("balanced"),
        seed=SEED,
        mode=rounds.Mode.STABLE,
        top=20,
        quotas=tuple(quotas),
    )
    planned = rounds.plan_round(actor=COMMAND_LINE, draft=draft, request_key="demo")
    if planned.state == rounds.State.DRAFT:
        agree(planned)
    if planned.state in {rounds.State.DRAFT, rounds.State.FAILED}:
        planned = rounds.start_round(actor=COMMAND_LINE, planned=planned, in_background=False)
    found = rounds.run_round(running=planned, actor=COMMAND_LINE)
    found = rounds.publish_round(actor=COMMAND_LINE, ready=found)
    rounds.make_offers(actor=COMMAND_LINE, of=found, days=14)
    say(
        f"Matched {found.workers_count:,} people to {found.vacancies_count:,} vacancies: "
        f"{found.placed_count:,} of {found.places_count:,} places given"
    )


def agree(planned: rounds.Round) -> None:
    """Two administrations agree to the terms: bodil for one, farid for the other."""
    names = {"bodil": "Ministry of Labour", "farid": "Employment Agency of the destination"}
    parties = [
        rounds.PartyDraft(name=name, officer=f"{who}@example.org") for who, name in names.items()
    ]
    rounds.name_parties(actor=COMMAND_LINE, planned=planned, parties=parties)
    for who in names:
        if user := accounts.user_by_login(f"{who}@example.org"):
            rounds.agree_round(
                actor=accounts.actor_for(user),
                planned=planned,
                digest=rounds.terms_digest(planned),
            )


def what_to_look_at() -> str:
    """The addresses worth opening, and how to sign in as each of the cast."""
    base = settings.BASE_URL
    found = rounds.published().first()
    number = found.number if found else ""
    lines = [
        "",
        "Look at",
        f"  {base}/vacancies/            open vacancies",
        f"  {base}/rounds/{number}/            who was listed where, and why",
        f"  {base}/figures/              where the places were given, on a map",
        f"  {base}/matrix                what Corridor does of the 63 activities",
        f"  {base}/interface             the API",
        "",
        f"Sign in at {base}{reverse('account_login')} with the password “{PASSWORD}” as",
        *(
            f"  {name + '@example.org':20} {part.what + ':':26} {' '.join(part.pages)}"
            for name, part in CAST.items()
        ),
        "",
        "Everybody here is invented. Do not put real people into a demonstration.",
    ]
    return "\n".join(lines)


def staff_sign_in_plainly() -> None:
    """In the demonstration alone, staff sign in without a second factor."""
    os.environ["CORRIDOR_STAFF_MFA"] = "no"
    settings.CORRIDOR_STAFF_MFA = False
