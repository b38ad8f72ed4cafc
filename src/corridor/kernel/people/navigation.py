"""Where people and their profiles are found."""

from __future__ import annotations

from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from corridor.kernel.actors.api import Actor, can
from corridor.kernel.offers import Area, Card, Hit, Link, Step
from corridor.kernel.people.kinds import Kind
from corridor.kernel.people.models import ClaimStatus
from corridor.kernel.people.reads import PoolFilter, person_of, pool
from corridor.kernel.people.waiting import counts


def is_worker(actor: Actor) -> bool:
    return can(actor, "people.own_profile")


def has_profile(actor: Actor) -> bool:
    return is_worker(actor) and person_of(actor) is not None


def is_desk(actor: Actor) -> bool:
    return can(actor, "people.pool")


def is_verifier(actor: Actor) -> bool:
    return can(actor, "people.verify")


def is_centre(actor: Actor) -> bool:
    return can(actor, "people.enter") and not can(actor, "people.pool")


LINKS = [
    Link(
        area=Area.DESK,
        page="people.register",
        name=_("Register somebody"),
        order=10,
        shown_to=is_centre,
    ),
    Link(
        area=Area.DESK,
        page="people.entry",
        name=_("Enter a stack of forms"),
        order=11,
        shown_to=is_centre,
    ),
    Link(area=Area.ME, page="people.profile", name=_("My profile"), order=10, shown_to=is_worker),
    Link(area=Area.ME, page="people.family", name=_("My family"), order=20, shown_to=has_profile),
    Link(
        area=Area.ME,
        page="people.consent",
        name=_("What I agreed to"),
        order=70,
        shown_to=has_profile,
    ),
    Link(area=Area.ME, page="people.data", name=_("My data"), order=80, shown_to=has_profile),
    Link(area=Area.DESK, page="people.queue", name=_("To verify"), order=12, shown_to=is_verifier),
    Link(area=Area.DESK, page="people.pool", name=_("People"), order=10, shown_to=is_desk),
]


def cards(actor: Actor) -> list[Card]:
    """The pool's size at the desk; what one has said at home."""
    found = []
    if is_desk(actor):
        found.append(
            Card(
                area=Area.DESK,
                title=_("People"),
                text=_("Registered, and looking for work abroad."),
                count=pool(PoolFilter()).count(),
                links=((_("See the pool"), "people.pool"),),
                order=10,
            )
        )
    if is_verifier(actor):
        found.append(_queue_card())
    if is_worker(actor):
        person = person_of(actor)
        said = person.claims.filter(status=ClaimStatus.CURRENT).count() if person else 0
        found.append(
            Card(
                area=Area.ME,
                title=_("My profile"),
                text=_("What you can do, what was verified, and who sees it."),
                count=said,
                links=((_("Open my profile"), "people.profile"),),
                order=10,
            )
        )
    return found


# What a profile cannot do without, in the order people are asked for it.
ASKED = [
    (Kind.OCCUPATION, _("Say what work you do"), _("Vacancies are found by occupation.")),
    (Kind.LANGUAGE, _("Say which languages you speak"), _("Most jobs abroad ask for one.")),
    (Kind.AVAILABILITY, _("Say when you can start"), _("Employers look at it first.")),
    (Kind.SKILL, _("Say what you can do"), _("Each skill a job asks for raises your score.")),
]


def steps(actor: Actor) -> list[Step]:
    """What a worker's profile still lacks; the profile itself first."""
    if not is_worker(actor):
        return []
    person = person_of(actor)
    if person is None:
        return [
            Step(
                area=Area.ME,
                title=_("Begin your profile"),
                text=_("One question a page, saved as you go. You can stop and come back."),
                action=_("Begin"),
                page="people.start",
                order=10,
            )
        ]
    current = person.claims.filter(status=ClaimStatus.CURRENT)
    said = set(current.values_list("kind", flat=True).distinct())
    return [
        Step(
            area=Area.ME,
            title=title,
            text=text,
            action=_("Add it"),
            page=reverse("people.add", kwargs={"kind": kind.value}),
            order=11 + place,
        )
        for place, (kind, title, text) in enumerate(ASKED)
        if kind not in said
    ]


def find(actor: Actor, text: str, most: int) -> list[Hit]:
    """People by name in any script, or by reference."""
    if not is_desk(actor):
        return []
    return [
        Hit(
            kind=_("People"),
            title=person.full_name,
            text=person.reference,
            page=reverse("people.person", kwargs={"reference": person.reference}),
        )
        for person in pool(PoolFilter(text=text))[:most]
    ]


def _queue_card() -> Card:
    """What waits for a decision; what waits for a second officer is named beside it."""
    waiting = counts()
    text = _("Statements with a document that nobody has decided on.")
    second = ngettext(
        "%(count)s waits for a second officer.",
        "%(count)s wait for a second officer.",
        waiting["second"],
    ) % {"count": waiting["second"]}
    return Card(
        area=Area.DESK,
        title=_("To verify"),
        text=format_lazy("{} {}", text, second) if waiting["second"] else text,
        count=waiting["first"],
        links=((_("Open the queue"), "people.queue"),),
        order=12,
    )
