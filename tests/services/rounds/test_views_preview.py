from tests.cast import Member

from corridor.services.rounds import api as rounds


def test_the_preview_publishes(ready: rounds.Round, bodil: Member, hana: Member) -> None:
    address = f"/desk/rounds/{ready.number}/impact/"
    assert "Publish" in bodil.client.get(address).content.decode()
    assert hana.client.get(address).status_code == 404
    for language in ("fr", "es", "ar"):
        page = bodil.client.get(address, headers={"accept-language": language})
        assert f'lang="{language}"' in page.content.decode()
