import pytest
from tests.cast import Member
from tests.kernel.documents.files import upload
from tests.kernel.people.world import register, say

from corridor.kernel.actors.api import Refused
from corridor.kernel.documents.api import Document, FileRefused, document_for
from corridor.kernel.people import api as people


@pytest.fixture(autouse=True)
def _vault(settings, tmp_path) -> None:
    settings.MEDIA_ROOT = tmp_path


def test_evidence_is_tied_to_a_claim_and_read_by_those_who_verify(
    amina: Member, bodil: Member, dawit: Member
) -> None:
    claim = say(amina, register(amina), "qualification", label="Diploma", eqf=4)
    claim = people.attach_evidence(actor=amina.actor, claim=claim, upload=upload())
    number = claim.evidence.number
    assert document_for(bodil.actor, number) == claim.evidence
    with pytest.raises(Refused):
        document_for(dawit.actor, number)
    before = claim.evidence
    people.attach_evidence(actor=amina.actor, claim=claim, upload=upload())
    before.refresh_from_db()
    assert before.removed_at is not None


def test_another_worker_attaches_nothing(amina: Member, dawit: Member) -> None:
    claim = say(amina, register(amina), "skill", label="Welding")
    with pytest.raises(Refused):
        people.attach_evidence(actor=dawit.actor, claim=claim, upload=upload())
    assert not Document.objects.exists()


def test_a_refused_file_changes_nothing(amina: Member) -> None:
    claim = say(amina, register(amina), "skill", label="Welding")
    with pytest.raises(FileRefused):
        people.attach_evidence(actor=amina.actor, claim=claim, upload=upload(content=b""))
    claim.refresh_from_db()
    assert claim.evidence is None


def test_erasing_removes_the_files(amina: Member) -> None:
    person = register(amina)
    claim = say(amina, person, "skill", label="Welding")
    people.attach_evidence(actor=amina.actor, claim=claim, upload=upload())
    people.erase_person(actor=amina.actor, person=person, confirmation=person.reference)
    assert Document.objects.get().removed_at is not None
