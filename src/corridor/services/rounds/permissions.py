"""Who may do what with rounds."""

from __future__ import annotations

from typing import Any

import rules

from corridor.kernel.actors.api import Actor, Role, has_role, permit
from corridor.kernel.people import api as people
from corridor.services.rounds.acts.name_parties import SIGNING
from corridor.services.rounds.models import Offer, Result, Round


@rules.predicate  # type: ignore[untyped-decorator]
def is_published(_actor: Actor, thing: Any = None) -> bool:
    """The result is open to all."""
    return bool(getattr(thing, "is_published", False))


@rules.predicate  # type: ignore[untyped-decorator]
def is_the_employer(actor: Actor, thing: Any = None) -> bool:
    """They work for the organisation whose vacancy it is."""
    return getattr(thing, "organisation_id", None) in actor.organisation_ids


@rules.predicate  # type: ignore[untyped-decorator]
def was_offered(actor: Actor, thing: Any = None) -> bool:
    """The offer is theirs."""
    return (
        isinstance(thing, Offer)
        and (person := people.person_of(actor)) is not None
        and person.reference == thing.worker
    )


@rules.predicate  # type: ignore[untyped-decorator]
def is_listed(actor: Actor, thing: Any = None) -> bool:
    """The place on the list is theirs."""
    return (
        isinstance(thing, Result)
        and (person := people.person_of(actor)) is not None
        and person.reference == thing.worker
    )


@rules.predicate  # type: ignore[untyped-decorator]
def signs_for_a_party(actor: Actor, thing: Any = None) -> bool:
    """The named officer of one of the two parties of this round."""
    return (
        isinstance(thing, Round)
        and actor.user_id is not None
        and thing.parties.filter(officer_id=actor.user_id).exists()
    )


# A labour attaché or an officer may be named to sign for a party.
is_signatory = has_role(*SIGNING)
is_officer = has_role(Role.OFFICER, Role.ADMINISTRATOR)

permit("rounds.desk", is_officer)
permit("rounds.start", is_officer)
permit("rounds.plan", is_officer)
permit("rounds.agree", signs_for_a_party & is_signatory)
permit("rounds.sign", is_signatory)
permit("rounds.override", signs_for_a_party & is_signatory)
permit("rounds.read_overrides", is_officer | (signs_for_a_party & is_signatory))
permit("rounds.waive", rules.always_deny)
permit("rounds.publish", is_officer)
permit("rounds.replay", is_officer)
permit("rounds.offer", is_officer | is_the_employer)
permit("rounds.settle_offer", is_officer)
permit("rounds.answer", was_offered | is_officer)
permit("rounds.give_up", was_offered)
permit("rounds.appeal", is_listed)
permit("rounds.decide_appeal", is_officer)
permit("rounds.own_offers", has_role(Role.WORKER))
permit("rounds.steps", is_officer | (signs_for_a_party & is_signatory))
permit("rounds.read_person", is_the_employer)
permit("rounds.hire", has_role(Role.EMPLOYER, Role.AGENCY))
permit("rounds.withdraw_vacancy", is_officer | is_the_employer)
permit("rounds.see", is_published | is_officer | (signs_for_a_party & is_signatory))
