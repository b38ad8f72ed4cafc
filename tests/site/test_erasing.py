from corridor.kernel.idempotency.models import Answered
from corridor.kernel.people.api import PersonErased
from corridor.site.erasing import forget_answers_kept


def test_an_erased_person_is_no_longer_told_of_in_kept_answers(db: None) -> None:
    Answered.objects.create(owner="user:1", key="k", request="r", status=201, body="Amina")
    forget_answers_kept(PersonErased(person_id=1))
    assert Answered.objects.get().body == ""
