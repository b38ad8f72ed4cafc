"""Who gets what at the addresses of people."""

from __future__ import annotations

from typing import Any

from corridor.kernel.people import api as people
from corridor.kernel.people.acts.confirm_profile import link_for
from tests.kernel.people.world import register, say
from tests.permissions.table import Row, only, public

Cast = dict[str, Any]


def amina(cast: Cast) -> Any:
    return register(cast["amina"])


def her_profile(cast: Cast) -> Cast:
    amina(cast)
    return {}


def her_reference(cast: Cast) -> Cast:
    return {"reference": amina(cast).reference}


def her_claim(cast: Cast) -> Cast:
    return {"number": say(cast["amina"], amina(cast), "skill", label="Welding").pk}


def her_withdrawn_claim(cast: Cast) -> Cast:
    claim = say(cast["amina"], amina(cast), "skill", label="Welding")
    people.withdraw_claim(actor=cast["amina"].actor, claim=claim)
    return {"number": claim.pk}


def her_kind(cast: Cast) -> Cast:
    amina(cast)
    return {"kind": "language"}


def her_file(cast: Cast) -> Cast:
    amina(cast)
    return {"form": "json"}


def her_family(cast: Cast) -> Cast:
    family = people.start_family(actor=cast["amina"].actor, person=amina(cast))
    return {"number": family.members.get().pk, "step": "head"}


def dawit_invited(cast: Cast) -> Cast:
    """Amina began a family and invited Dawit."""
    inviting = amina(cast)
    people.start_family(actor=cast["amina"].actor, person=inviting)
    made = people.join_family(
        actor=cast["amina"].actor,
        inviting=inviting,
        reference=register(cast["dawit"]).reference,
        relation=people.Relation.SPOUSE,
    )
    return {"number": made.pk}


def her_membership(cast: Cast) -> Cast:
    return {"number": her_family(cast)["number"]}


def her_merge(cast: Cast) -> Cast:
    kept = amina(cast)
    other = register(cast["bodil"], full_name="Amina again")
    merge = people.merge_people(
        actor=cast["bodil"].actor, kept=kept, merged=other, reason="Same passport."
    )
    return {"reference": kept.reference, "number": merge.pk}


def her_import(cast: Cast) -> Cast:
    rows = [{"full_name": "Sita"}]
    return {"number": people.import_people(actor=cast["bodil"].actor, rows=rows).number}


def her_kind_at_the_desk(cast: Cast) -> Cast:
    return {"reference": amina(cast).reference, "kind": "language"}


def her_consent(cast: Cast) -> Cast:
    amina(cast)
    return {"purpose": "alerts", "step": "give"}


def her_consent_at_the_desk(cast: Cast) -> Cast:
    return {"reference": amina(cast).reference, "purpose": "alerts", "step": "give"}


def her_link(cast: Cast) -> Cast:
    return {"code": link_for(amina(cast)).split("/")[-2]}


def her_decision(cast: Cast) -> Cast:
    number = her_claim(cast)["number"]
    people.verify_claim(
        actor=cast["bodil"].actor,
        claim=people.Claim.objects.get(pk=number),
        draft=people.VerificationDraft(decision="verified", reason="Seen."),
    )
    return {"number": number, "step": "undo"}


def her_decided_claim(cast: Cast) -> Cast:
    return {"number": her_decision(cast)["number"]}


def her_purpose(cast: Cast) -> Cast:
    amina(cast)
    return {"purpose": "alerts"}


STARTS = {"visitor": 302, "amina": 200, "dawit": 302}

ROWS: dict[str, Row] = {
    "people.profile": Row(everyone=404, codes=STARTS, args=her_profile),
    "people.start": only("amina", "dawit", code=302),
    "people.start_step": only("amina", "dawit", args=lambda _cast: {"name": "name"}),
    "people.start_done": Row(everyone=404, codes=STARTS, args=her_profile),
    "people.consent": only("amina", args=her_profile),
    "people.choose": only("amina", args=her_consent, method="post", code=302),
    "people.confirm_all": only("amina", args=her_profile, method="post", code=302),
    "people.confirm_by_link": public(args=her_link),
    "people.photo": only("amina", args=her_claim),
    "people.queue": only("bodil"),
    "people.queue_claim": only("bodil", args=her_claim),
    "people.queue_step": only("bodil", args=her_decision, method="post", code=302),
    "people.details": only("amina", args=her_profile),
    "people.add": only("amina", args=her_kind),
    "people.change": only("amina", args=her_claim),
    "people.withdraw": only("amina", args=her_claim, method="post"),
    "people.restore": only("amina", args=her_withdrawn_claim, method="post", code=302),
    "people.confirm": only("amina", args=her_claim, method="post", code=302),
    "people.show": only("amina", args=her_claim, method="post", code=302),
    "people.attach": only("amina", args=her_claim, method="post", code=302),
    "people.family": only("amina", args=her_profile),
    "people.invite": only("amina", args=her_profile),
    "people.dependant": only("amina", args=her_profile),
    "people.family_step": only("amina", args=her_family, method="post", code=302),
    "people.data": only("amina", args=her_profile),
    "people.file": only("amina", args=her_file),
    "people.europass": only("amina", args=her_profile),
    "people.erase": only("amina", args=her_profile),
    "people.pool": only("bodil", "farid"),
    "people.register": only("bodil"),
    "people.entry": only("bodil"),
    "people.undo_import": only("bodil", args=her_import, method="post", code=302),
    "people.paper": only("bodil", args=lambda _cast: {"language": "en"}),
    "people.person": only("bodil", "farid", args=her_reference),
    "people.desk_add": only("bodil", args=her_kind_at_the_desk),
    "people.choose_for": only("bodil", method="post", code=302, args=her_consent_at_the_desk),
    "people.desk_erase": only("bodil", args=her_reference),
    "people.merge": only("bodil", args=her_reference),
    "people.unmerge": only("bodil", args=her_merge, method="post", code=302),
    "people.verify": only("bodil", args=her_claim),
    "people.correct": only("bodil", args=her_claim),
    # By API a visitor is asked to sign in; a body that is missing is wrong whoever sends it.
    "api:people.me": only("amina", visitor=401, args=her_profile),
    "api:people.me_export": only("amina", visitor=401, args=her_profile),
    "api:people.me_export_pdf": only("amina", visitor=401, args=her_profile),
    "api:people.claim_confirmation": only("amina", visitor=401, method="post", args=her_claim),
    "api:people.claim_visibility": Row(
        everyone=422, codes={"visitor": 401}, method="put", args=her_claim
    ),
    "api:people.my_family": only("amina", visitor=401, args=her_profile),
    "api:people.my_family_members": Row(everyone=400, codes={"visitor": 401}, method="post"),
    "api:people.my_family_dependants": Row(everyone=400, codes={"visitor": 401}, method="post"),
    "api:people.family_acceptance": only("dawit", visitor=401, method="post", args=dawit_invited),
    "api:people.family_member": only(
        "amina", "dawit", visitor=401, method="delete", code=204, args=dawit_invited
    ),
    "api:people.family_head": only("amina", visitor=401, method="put", args=her_membership),
    "api:people.imports": Row(everyone=422, codes={"visitor": 401}, method="post"),
    "api:people.me_claims": Row(everyone=400, codes={"visitor": 401}, method="post"),
    "api:people.claim": only("amina", visitor=401, method="delete", args=her_claim),
    "api:people.claim_restore": only(
        "amina", visitor=401, method="post", code=200, args=her_withdrawn_claim
    ),
    "api:people.claim_corrections": Row(
        everyone=400, codes={"visitor": 401}, method="post", args=her_claim
    ),
    "api:people.claim_decisions": Row(
        everyone=400, codes={"visitor": 401}, method="post", args=her_claim
    ),
    "api:people.my_consents": only("amina", visitor=401, args=her_profile),
    "api:people.my_consent": only("amina", visitor=401, method="put", args=her_purpose),
    "api:people.my_europass": only("amina", visitor=401, args=her_profile),
    "api:people.my_confirmation": only("amina", visitor=401, method="post", args=her_profile),
    "api:people.suggested": only("amina", visitor=401, args=her_profile),
    "api:people.claim_photos": Row(
        everyone=422, codes={"visitor": 401}, method="post", args=her_claim
    ),
    "api:people.waiting": only("bodil", visitor=401),
    "api:people.claim_second": only(
        "bodil", visitor=401, method="post", code=409, args=her_decided_claim
    ),
    "api:people.claim_undo": only("bodil", visitor=401, method="delete", args=her_decided_claim),
    "api:people.list": only("bodil", "farid", visitor=401),
    "api:people.one": only("amina", "bodil", "farid", visitor=401, args=her_reference),
    "api:people.erasure": Row(
        everyone=400, codes={"visitor": 401}, method="post", args=her_reference
    ),
    "api:people.import_undone": only("bodil", visitor=401, method="delete", args=her_import),
    "api:people.merges": Row(
        everyone=400, codes={"visitor": 401}, method="post", args=her_reference
    ),
    "api:people.merge_undone": only("bodil", visitor=401, method="delete", args=her_merge),
    "api:people.duplicates": only("bodil", visitor=401, args=her_reference),
}
