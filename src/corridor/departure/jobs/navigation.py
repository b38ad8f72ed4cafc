"""Where vacancies stand in the navigation."""

from django.utils.translation import gettext_lazy as _

from corridor.departure.jobs import reads
from corridor.kernel.actors.api import Actor, can
from corridor.kernel.offers import Area, Card, Link

LINKS = [
    Link(area=Area.PUBLIC, page="jobs.vacancies", name=_("Vacancies"), order=10),
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
    if can(actor, "jobs.desk"):
        found.append(
            Card(
                area=Area.DESK,
                title=_("Vacancies"),
                count=reads.at_the_desk(actor, status="draft").count(),
                text=_("Drafts to check and publish."),
                links=((_("Open the list"), "jobs.desk"), (_("Bring in a file"), "jobs.import")),
                order=20,
            )
        )
    return found
