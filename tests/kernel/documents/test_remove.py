import pytest
from tests.cast import Member
from tests.kernel.documents.files import upload
from tests.kernel.documents.test_store import keep

from corridor.kernel.actors.api import Refused
from corridor.kernel.documents.api import document_for, documents_of, remove_document


def test_removing_takes_the_bytes_and_the_name_and_keeps_the_line(
    amina: Member, vault_folder, django_capture_on_commit_callbacks
) -> None:
    document = keep(amina, upload())
    with django_capture_on_commit_callbacks(execute=True):
        remove_document(actor=amina.actor, document=document)
    assert not [path for path in vault_folder.rglob("*") if path.is_file()]
    document.refresh_from_db()
    assert document.name == ""
    assert document.sha256
    assert not documents_of(document.owner).exists()
    with pytest.raises(Refused):
        document_for(amina.actor, document.number)


def test_removing_twice_is_removing_once(amina: Member) -> None:
    document = remove_document(actor=amina.actor, document=keep(amina, upload()))
    assert remove_document(actor=amina.actor, document=document).removed_at == document.removed_at


def test_an_officer_reads_but_does_not_remove(amina: Member, bodil: Member) -> None:
    document = keep(amina, upload())
    assert document_for(bodil.actor, document.number) == document
    with pytest.raises(Refused):
        remove_document(actor=bodil.actor, document=document)
