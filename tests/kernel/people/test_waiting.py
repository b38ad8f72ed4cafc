"""What waits to be verified, oldest first."""

import pytest
from django.db import connection
from tests.cast import Member
from tests.kernel.documents.files import upload
from tests.kernel.people.world import register, say

from corridor.kernel.people import api as people
from corridor.kernel.people.models import Claim
from corridor.kernel.people.waiting import QueueFilter, counts, next_waiting, waiting_claims


@pytest.fixture
def proved(amina: Member) -> list[Claim]:
    """Three statements of Amina's with a document, in the order she said them."""
    her = register(amina, nationality="NPL")
    claims = [
        say(amina, her, "skill", label="Welding"),
        say(amina, her, "licence", label="Forklift"),
        say(amina, her, "qualification", label="Welder"),
    ]
    for claim in claims:
        people.attach_evidence(actor=amina.actor, claim=claim, upload=upload())
    say(amina, her, "skill", label="Cooking")
    say(amina, her, "wish", label="By the sea")
    return claims


def titles(**wanted: str) -> list[str]:
    return [claim.label for claim in waiting_claims(QueueFilter(**wanted))]


def decide(member: Member, claim: Claim):
    draft = people.VerificationDraft(decision="verified", reason="Seen.")
    return people.verify_claim(actor=member.actor, claim=claim, draft=draft)


def test_the_oldest_with_a_document_comes_first(proved: list[Claim]) -> None:
    assert titles() == ["Welding", "Forklift", "Welder"]
    assert titles(evidence="none") == ["Cooking"]
    assert titles(evidence="any") == ["Welding", "Forklift", "Welder", "Cooking"]
    assert titles(kind="licence") == ["Forklift"]
    assert titles(country="NPL", kind="skill") == ["Welding"]
    assert titles(country="FRA") == []


def test_what_only_she_may_see_or_was_decided_or_withdrawn_waits_for_nobody(
    amina: Member, bodil: Member, proved: list[Claim]
) -> None:
    decide(bodil, proved[0])
    people.show_claim(actor=amina.actor, claim=proved[1], visibility=people.Visibility.ME)
    people.withdraw_claim(actor=amina.actor, claim=proved[2])
    assert titles() == []


def test_a_yes_that_needs_four_eyes_waits_for_a_second_officer(
    bodil: Member, proved: list[Claim], settings
) -> None:
    settings.CORRIDOR_FOUR_EYES = ["licence"]
    made = decide(bodil, proved[1])
    assert titles(stage="second") == ["Forklift"]
    assert counts() == {"first": 2, "second": 1}
    people.undo_decision(actor=bodil.actor, verification=made)
    assert counts() == {"first": 3, "second": 0}


def test_the_next_one_follows_and_never_ones_own(proved: list[Claim], amina: Member) -> None:
    first, second, third = proved
    wanted = QueueFilter()
    assert next_waiting(wanted, first, but=None) == second
    assert next_waiting(wanted, third, but=None) == first
    assert next_waiting(wanted, first, but=amina.user.pk) is None


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL scans a table so small")
def test_the_queue_is_counted_from_an_index_of_claims_with_a_document(db: None) -> None:
    plan = waiting_claims(QueueFilter()).order_by().explain()
    assert "claim_with_evidence" in plan
