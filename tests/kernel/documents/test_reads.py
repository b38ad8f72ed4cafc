import pytest
from tests.cast import Member
from tests.kernel.documents.files import upload
from tests.kernel.documents.test_store import keep

from corridor.kernel.actors.api import SYSTEM, Refused
from corridor.kernel.documents import vault
from corridor.kernel.documents.api import ChecksumWrong, content_of, document_for, documents_of


def test_the_files_of_one_owner_are_listed_and_no_others(amina: Member, dawit: Member) -> None:
    mine = keep(amina, upload())
    keep(dawit, upload())
    assert list(documents_of(f"travel.Suitcase:{amina.user.pk}")) == [mine]


def test_an_owner_nobody_knows_lets_nobody_in(amina: Member) -> None:
    document = keep(amina, upload())
    type(document).objects.filter(pk=document.pk).update(owner="travel.Unknown:1")
    with pytest.raises(Refused):
        document_for(amina.actor, document.number)
    assert document_for(SYSTEM, document.number) == document


def test_a_missing_file_is_said_plainly(amina: Member) -> None:
    document = keep(amina, upload())
    vault.remove(document.path)
    with pytest.raises(ChecksumWrong):
        content_of(document)
