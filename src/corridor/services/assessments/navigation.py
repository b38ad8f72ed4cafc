"""Where assessments stand in the navigation."""

from django.utils.translation import gettext_lazy as _

from corridor.kernel.actors.api import Actor, can
from corridor.kernel.offers import Area, Card, Link
from corridor.services.assessments import reads
from corridor.services.assessments.models import CandidateState

LINKS = [
    Link(
        area=Area.ME,
        page="assessments.parts",
        name=_("Tests and interviews"),
        order=30,
        shown_to=lambda actor: can(actor, "assessments.own"),
    ),
]


def cards(actor: Actor) -> list[Card]:
    found: list[Card] = []
    if can(actor, "assessments.own"):
        asked = reads.mine(actor).filter(state=CandidateState.INVITED, session__state="open")
        found.append(
            Card(
                area=Area.ME,
                title=_("Tests and interviews"),
                text=_("Invitations that wait for your answer."),
                count=asked.count(),
                links=((_("Open the list"), "assessments.parts"),),
                order=30,
            )
        )
    return found
