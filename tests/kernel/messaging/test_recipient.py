from corridor.kernel.messaging.api import Channel, Recipient


def test_who_has_an_e_mail_address_gets_no_sms_unless_asked_for() -> None:
    both = Recipient(email="a@example.org", phone="+251911000000", user_id=4)
    assert both.addresses() == {Channel.EMAIL: "a@example.org", Channel.APP: ""}
    assert both.address(Channel.SMS) == "+251911000000"


def test_who_has_only_a_phone_gets_an_sms() -> None:
    assert Recipient(phone="+251911000000").addresses() == {Channel.SMS: "+251911000000"}


def test_who_has_nothing_has_no_address() -> None:
    assert Recipient().addresses() == {}
    assert Recipient().address(Channel.APP) is None
