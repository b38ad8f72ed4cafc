"""Where assessments stand in the navigation."""

from django.utils.translation import gettext_lazy as _

from corridor.kernel.actors.api import Actor, can
from corridor.kernel.offers import Area, Card, Link
from corridor.services.assessments import reads
from corridor.services.assessments.models import CandidateState, SessionState


def works_here(actor: Actor) -> bool:
    """An officer, or somebody named for a session."""
    return can(actor, "assessments.desk") or (
        actor.user_id is not None and reads.examines(actor.user_id)
    )


LINKS = [
    Link(
        area=Area.ME,
        page="assessments.parts",
        name=_("Tests and interviews"),
        order=30,
        shown_to=lambda actor: can(actor, "assessments.own"),
    ),
    Link(
        area=Area.ME,
        page="assessments.interviews",
        name=_("Interviews"),
        order=40,
        shown_to=lambda actor: can(actor, "assessments.hire"),
    ),
    Link(
        area=Area.DESK,
        page="assessments.sessions",
        name=_("Tests and interviews"),
        order=35,
        shown_to=works_here,
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
    if can(actor, "assessments.hire"):
        found.append(
            Card(
                area=Area.ME,
                title=_("Interviews"),
                text=_("Days of interviews you hold: slots, marks, results by number."),
                count=reads.interviews_of(actor).exclude(state=SessionState.CANCELLED).count(),
                links=((_("Open the list"), "assessments.interviews"),),
                order=40,
            )
        )
    if can(actor, "assessments.desk"):
        found.append(
            Card(
                area=Area.DESK,
                title=_("Tests and interviews"),
                text=_("Results that wait for a second person."),
                count=reads.to_confirm(actor).count(),
                links=(
                    (_("Look at them"), "assessments.waiting"),
                    (_("Open the list"), "assessments.sessions"),
                ),
                order=35,
            )
        )
    return found
