from django.test import Client
from tests.cast import Member

from corridor.kernel.messaging.api import Message, State


def test_my_messages_are_new_once(send, amina: Member) -> None:
    send(user_id=amina.user.pk)
    assert "New" in amina.client.get("/me/messages/").content.decode()
    assert ">New<" not in amina.client.get("/me/messages/").content.decode()


def test_without_messages_the_page_says_what_will_be_there(amina: Member) -> None:
    assert "No messages yet" in amina.client.get("/me/messages/").content.decode()


def test_the_outbox_shows_addresses_and_states_but_never_the_texts(send, bodil: Member) -> None:
    send(email="a@example.org")
    page = bodil.client.get("/desk/messages/?state=waiting&channel=email").content.decode()
    assert "a@example.org" in page
    assert "It leaves at" not in page


def test_an_empty_outbox_says_so(bodil: Member) -> None:
    assert "Nothing here" in bodil.client.get("/desk/messages/").content.decode()


def test_a_failed_message_is_sent_again_with_a_button(send, bodil: Member) -> None:
    (message,) = send(email="a@example.org")
    Message.objects.update(state=State.FAILED, error="TimeoutError")
    assert "Send again" in bodil.client.get("/desk/messages/").content.decode()
    answer = bodil.client.post(f"/desk/messages/{message.pk}/retry/", follow=True)
    assert f"Message {message.pk} goes out again." in answer.content.decode()


def test_nobody_else_sends_it_again(send, amina: Member, visitor: Client) -> None:
    (message,) = send(email="a@example.org")
    Message.objects.update(state=State.FAILED)
    assert amina.client.post(f"/desk/messages/{message.pk}/retry/").status_code == 404
    assert visitor.post(f"/desk/messages/{message.pk}/retry/").status_code == 302
    message.refresh_from_db()
    assert message.state == State.FAILED


def test_my_messages_by_machine(send, amina: Member) -> None:
    send(user_id=amina.user.pk)
    answer = amina.client.get("/api/v1/messages/")
    assert answer.json()["count"] == 1
    assert answer.json()["items"][0]["subject"] == "Your ferry Aurora & Co"
