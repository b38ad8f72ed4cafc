"""The steps of the guided registration: one thing each, none of them forced but the name."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from corridor.kernel.people.acts.join_family import membership_of
from corridor.kernel.people.kinds import Kind
from corridor.kernel.people.models import Claim, ClaimStatus, Consent, Person, Start


@dataclass(frozen=True, kw_only=True)
class Step:
    """One page: what it asks, why, and what it opens up when it is answered."""

    name: str
    title: StrOrPromise
    lead: StrOrPromise
    opens: StrOrPromise
    kind: Kind | None = None


STEPS = (
    Step(
        name="name",
        title=_("What is your name?"),
        lead=_("Write it as you write it yourself. One word is enough."),
        opens=_("We can call you by your name."),
    ),
    Step(
        name="birth",
        title=_("When were you born?"),
        lead=_("The year is enough. Some papers and permits ask for it later."),
        opens=_("Vacancies that a law ties to an age can find you."),
    ),
    Step(
        name="contact",
        title=_("How can we reach you?"),
        lead=_("A phone number or an e-mail address, whichever you have."),
        opens=_("An offer reaches you in time."),
    ),
    Step(
        name="occupation",
        title=_("Which work can you do?"),
        lead=_("Look it up by a word you use, and choose the nearest."),
        opens=_("Rounds can find you: almost every vacancy asks for an occupation."),
        kind=Kind.OCCUPATION,
    ),
    Step(
        name="experience",
        title=_("Where have you worked?"),
        lead=_("Paid or not, at home or abroad. Add one after the other."),
        opens=_("Your years of work count."),
        kind=Kind.EXPERIENCE,
    ),
    Step(
        name="skills",
        title=_("What are you good at?"),
        lead=_("Tick what is true. You can look up more."),
        opens=_("You rank higher wherever these skills are asked for."),
        kind=Kind.SKILL,
    ),
    Step(
        name="languages",
        title=_("Which languages do you speak?"),
        lead=_("Your first language counts too."),
        opens=_("Vacancies that ask for a language can find you."),
        kind=Kind.LANGUAGE,
    ),
    Step(
        name="qualification",
        title=_("Do you have a diploma or certificate?"),
        lead=_("School, training, a course: the highest first."),
        opens=_("Vacancies that ask for a diploma can find you."),
        kind=Kind.QUALIFICATION,
    ),
    Step(
        name="licence",
        title=_("Do you have a licence or a permit?"),
        lead=_("To drive, to practise an occupation, or to work in a country."),
        opens=_("Vacancies that ask for a licence or a permit can find you."),
        kind=Kind.LICENCE,
    ),
    Step(
        name="availability",
        title=_("When can you start?"),
        lead=_("Leave it empty if you can start at once."),
        opens=_("Employers know when you can come."),
        kind=Kind.AVAILABILITY,
    ),
    Step(
        name="wish",
        title=_("What do you wish for?"),
        lead=_("A country, a wage, your family along: it is only a wish."),
        opens=_("We can tell you when something near your wish is there."),
        kind=Kind.WISH,
    ),
    Step(
        name="family",
        title=_("Does your family come along?"),
        lead=_("Those who move and decide together can be matched together."),
        opens=_("You and your family are matched together."),
    ),
    Step(
        name="documents",
        title=_("Photograph your papers"),
        lead=_("You and the officers who verify see them, and nobody else."),
        opens=_("What is verified counts more, and employers trust it."),
    ),
    Step(
        name="consent",
        title=_("What may we do with your data?"),
        lead=_(
            "Each purpose by itself. You can change your mind on any day, and it counts at once."
        ),
        opens=_("You are in selection rounds, and messages reach you."),
    ),
)
BY_NAME = {step.name: step for step in STEPS}


@dataclass(frozen=True, kw_only=True)
class Progress:
    """Where somebody stands: the names of the steps done, passed over, and not seen yet."""

    done: frozenset[str]
    skipped: frozenset[str]

    @property
    def next(self) -> str | None:
        """The first step neither done nor passed over; None at the end."""
        return next(
            (step.name for step in STEPS if step.name not in self.done | self.skipped), None
        )

    @property
    def missing(self) -> list[Step]:
        return [step for step in STEPS if step.name not in self.done]

    def after(self, name: str) -> str | None:
        """The next open step behind this one, else the first open one."""
        names = [step.name for step in STEPS]
        behind = names[names.index(name) + 1 :]
        seen = self.done | self.skipped | {name}
        return next((each for each in [*behind, *names] if each not in seen), None)


def progress_of(person: Person | None) -> Progress:
    """What this person has said so far, read from the profile itself: on any device the same."""
    if person is None:
        return Progress(done=frozenset(), skipped=frozenset())
    current = Claim.objects.filter(person=person, status=ClaimStatus.CURRENT)
    said = set(current.values_list("kind", flat=True))
    done = {step.name for step in STEPS if step.kind is not None and step.kind in said}
    done |= {
        name
        for name, holds in {
            "name": bool(person.full_name),
            "birth": person.birth_year is not None,
            "contact": bool(person.phone or person.email),
            "family": membership_of(person) is not None,
            "documents": current.filter(evidence__isnull=False).exists(),
            "consent": Consent.objects.filter(person=person).exists(),
        }.items()
        if holds
    }
    begun = Start.objects.filter(person=person).first()
    return Progress(done=frozenset(done), skipped=frozenset(begun.skipped if begun else ()) - done)
