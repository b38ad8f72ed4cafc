from django.urls import reverse
from tests.cast import Member


def test_the_language_one_switches_to_is_kept_with_the_account(amina: Member) -> None:
    amina.client.post(reverse("site.language"), {"language": "ar"})
    amina.user.refresh_from_db()
    assert amina.user.language == "ar"


def test_a_new_device_speaks_it_at_once(amina: Member) -> None:
    amina.user.language = "es"
    amina.user.save()
    assert 'lang="es"' in amina.client.get("/").content.decode()


def test_a_visitor_gets_what_the_browser_asks_for(db: None, client) -> None:
    assert 'lang="fr"' in client.get("/", HTTP_ACCEPT_LANGUAGE="fr").content.decode()
