"""Where rounds stand in the navigation."""

from django.db.models import Min
from django.utils.translation import gettext_lazy as _

from corridor.kernel.actors.api import Actor, Role, can
from corridor.kernel.offers import Area, Card, Hit, Link
from corridor.services.rounds import questions, reads, telling_overrides
from corridor.services.rounds.models import State

LINKS = [
    Link(area=Area.PUBLIC, page="rounds.rounds", name=_("Results"), order=20),
    Link(area=Area.PUBLIC, page="rounds.points", name=_("Points tables"), order=25),
    Link(
        area=Area.ME,
        page="rounds.fitting",
        name=_("What fits me"),
        order=20,
        shown_to=lambda actor: actor.has(Role.WORKER),
    ),
    Link(
        area=Area.ME,
        page="rounds.own_offers",
        name=_("My offers"),
        order=25,
        shown_to=lambda actor: actor.has(Role.WORKER),
    ),
    Link(
        area=Area.ME,
        page="rounds.standing",
        name=_("Where I stand"),
        order=22,
        shown_to=lambda actor: actor.has(Role.WORKER),
    ),
    Link(
        area=Area.DESK,
        page="rounds.appeals",
        name=_("Appeals"),
        order=35,
        shown_to=lambda actor: can(actor, "rounds.decide_appeal"),
    ),
    Link(
        area=Area.ME,
        page="rounds.hiring",
        name=_("Shortlists"),
        order=35,
        shown_to=lambda actor: can(actor, "rounds.hire"),
    ),
    Link(
        area=Area.DESK,
        page="rounds.desk",
        name=_("Rounds"),
        order=30,
        shown_to=lambda actor: can(actor, "rounds.desk"),
    ),
]


def cards(actor: Actor) -> list[Card]:
    found = [
        Card(
            area=Area.PUBLIC,
            title=_("Results of matching rounds"),
            text=_("Who was listed for which vacancy and why, by reference number."),
            count=reads.published().count(),
            links=((_("Read the results"), "rounds.rounds"),),
            order=20,
        )
    ]
    if actor.has(Role.WORKER):
        found.append(
            Card(
                area=Area.ME,
                title=_("What fits me"),
                text=_("Open vacancies that fit your profile, and what is missing for others."),
                links=((_("Show me"), "rounds.fitting"),),
                order=20,
            )
        )
    found += decisions(actor)
    if can(actor, "rounds.desk"):
        ready = reads.at_the_desk(actor).filter(state=State.READY)
        found.append(
            Card(
                area=Area.DESK,
                title=_("Rounds"),
                text=_("Ready to be checked and published."),
                queue=ready.count(),
                oldest=ready.aggregate(first=Min("finished_at"))["first"],
                links=((_("Open the list"), "rounds.desk"), (_("Plan a round"), "rounds.start")),
                order=30,
            )
        )
    return found


def decisions(actor: Actor) -> list[Card]:
    """What waits for a decision of this officer on single people; nothing where nothing does."""
    found: list[Card] = []
    waiting = telling_overrides.waiting_for(actor)
    if count := waiting.count():
        found.append(
            Card(
                area=Area.DESK,
                title=_("Decisions to confirm"),
                text=_("Proposed by the other party of a round that you sign for."),
                queue=count,
                oldest=waiting.aggregate(first=Min("proposed_at"))["first"],
                links=((_("Open the list"), "rounds.overrides_waiting"),),
                order=28,
            )
        )
    if can(actor, "rounds.settle_offer"):
        in_question = questions.questioned(actor)
        if count := in_question.count():
            found.append(
                Card(
                    area=Area.DESK,
                    title=_("Accepted places in question"),
                    text=_("A requirement was not met after the place was accepted."),
                    queue=count,
                    oldest=in_question[0].barred_at,
                    tone="warn",
                    links=((_("Open the list"), "rounds.questioned"),),
                    order=29,
                )
            )
    return found


def find(actor: Actor, text: str, most: int) -> list[Hit]:
    """Rounds by their number, or by a part of their title."""
    if not can(actor, "rounds.desk"):
        return []
    return [
        Hit(
            kind=_("Rounds"),
            title=found.title,
            text=f"{found.number} · {found.get_state_display()}",
            page=found.get_absolute_url(),
        )
        for found in reads.called(actor, text)[:most]
    ]
