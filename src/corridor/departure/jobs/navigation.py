"""Where vacancies stand in the navigation."""

from django.db.models import Min
from django.utils.translation import gettext_lazy as _

from corridor.departure.jobs import reads
from corridor.departure.jobs.models import OrderState
from corridor.kernel.actors.api import Actor, can
from corridor.kernel.offers import Area, Card, Hit, Link

LINKS = [
    Link(area=Area.PUBLIC, page="jobs.vacancies", name=_("Vacancies"), order=10),
    Link(
        area=Area.ME,
        page="jobs.applications",
        name=_("My applications"),
        order=25,
        shown_to=lambda actor: can(actor, "jobs.apply_at_all"),
    ),
    Link(
        area=Area.ME,
        page="jobs.searches",
        name=_("Saved searches"),
        order=26,
        shown_to=lambda actor: can(actor, "jobs.apply_at_all"),
    ),
    Link(
        area=Area.ME,
        page="jobs.hiring",
        name=_("My vacancies"),
        order=20,
        shown_to=lambda actor: can(actor, "jobs.hire"),
    ),
    Link(
        area=Area.DESK,
        page="jobs.desk",
        name=_("Vacancies"),
        order=20,
        shown_to=lambda actor: can(actor, "jobs.desk"),
    ),
]


def cards(actor: Actor) -> list[Card]:
    found = [
        Card(
            area=Area.PUBLIC,
            title=_("Vacancies"),
            text=_("Jobs open to people from elsewhere, with what is asked and what is paid."),
            count=reads.published().count(),
            links=((_("Look for work"), "jobs.vacancies"),),
            order=10,
        )
    ]
    if can(actor, "jobs.hire"):
        found.append(
            Card(
                area=Area.ME,
                title=_("My vacancies"),
                count=reads.of_actor(actor).count(),
                text=_("Written, checked and published."),
                links=(
                    (_("Open the list"), "jobs.hiring"),
                    (_("Write a vacancy"), "jobs.hiring_new"),
                ),
                order=20,
            )
        )
    if can(actor, "jobs.decide_order"):
        asked = reads.orders(actor).filter(state=OrderState.ASKED)
        found.append(
            Card(
                area=Area.DESK,
                title=_("Job orders"),
                queue=asked.count(),
                oldest=asked.aggregate(first=Min("asked_at"))["first"],
                text=_("Orders that wait for a decision."),
                links=((_("Decide on them"), "jobs.desk_orders?state=asked"),),
                order=25,
            )
        )
    if can(actor, "jobs.desk"):
        waiting = reads.at_the_desk(actor, status="submitted")
        found.append(
            Card(
                area=Area.DESK,
                title=_("Vacancies"),
                queue=waiting.count(),
                oldest=waiting.aggregate(first=Min("submitted_at"))["first"],
                text=_("Sent by employers, to be checked."),
                links=(
                    (_("Open the list"), "jobs.desk?status=submitted"),
                    (_("Bring in a file"), "jobs.import"),
                ),
                order=20,
            )
        )
    return found


def find(actor: Actor, text: str, most: int) -> list[Hit]:
    """Vacancies by their number, or by words of their text."""
    if not can(actor, "jobs.desk"):
        return []
    return [
        Hit(
            kind=_("Vacancies"),
            title=vacancy.title,
            text=f"{vacancy.number} · {vacancy.get_status_display()}",
            page=vacancy.get_absolute_url(),
        )
        for vacancy in reads.called(actor, text)[:most]
    ]
