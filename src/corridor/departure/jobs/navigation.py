"""Where vacancies stand in the navigation."""

from django.db.models import Min
from django.utils.translation import gettext_lazy as _

from corridor.departure.jobs import reads
from corridor.kernel.actors.api import Actor, can
from corridor.kernel.offers import Area, Card, Hit, Link

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
        drafts = reads.at_the_desk(actor, status="draft")
        found.append(
            Card(
                area=Area.DESK,
                title=_("Vacancies"),
                queue=drafts.count(),
                oldest=drafts.aggregate(first=Min("created_at"))["first"],
                text=_("Drafts to check and publish."),
                links=(
                    (_("Open the list"), "jobs.desk?status=draft"),
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
