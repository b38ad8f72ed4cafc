from tests.cast import Member
from tests.services.rounds.conftest import own, result_of

from corridor.kernel.messaging import api as messaging
from corridor.kernel.people import api as people
from corridor.services.rounds import api as rounds


def test_an_appeal_by_sms_says_when_the_answer_is_due(
    published: rounds.Round, amina: Member
) -> None:
    own(amina, "Amina")
    people.Person.objects.filter(full_name="Amina").update(phone="+251911000000")
    appeal = rounds.lodge_appeal(
        actor=amina.actor, result=result_of(published, "Amina"), reasons="B2!"
    )
    sms = messaging.Message.objects.get(channel="sms")
    assert str(appeal.reply_by.year) in sms.text
