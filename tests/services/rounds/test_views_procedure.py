from __future__ import annotations

import pytest
from tests.cast import Member
from tests.services.rounds.conftest import agreed_by
from tests.services.rounds.test_views import text

from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.places import api as places
from corridor.services.rounds import api as rounds


@pytest.fixture
def planned(world: None, plan: rounds.RoundDraft) -> rounds.Round:
    places.load(actor=COMMAND_LINE, name="starter-assessments")
    return rounds.plan_round(actor=COMMAND_LINE, draft=plan)


def form(**changes: str) -> dict[str, str]:
    return {"languages.test": "eps-topik", "names_from": "offer", "added": "", **changes}


def test_officers_set_the_steps_and_both_parties_read_them(
    planned: rounds.Round, bodil: Member, farid: Member
) -> None:
    agreed_by(planned, bodil, farid)
    address = f"/desk/rounds/{planned.number}/procedure/"
    assert "EPS-TOPIK" in text(bodil.client.get(address))
    added = form(added="required interview Conduct at work")
    page = text(bodil.client.post(address, added, follow=True))
    assert "Agreements given before are void" in page
    for member in (bodil, farid):
        page = text(member.client.get(planned.get_absolute_url()))
        assert "Conduct at work" in page
        assert "Once an offer is made" in page
    planned.refresh_from_db()
    agreed = rounds.procedure_of(planned)
    assert agreed.judged == {"languages": {"test": "eps-topik"}}
    assert [one.title for one in agreed.added] == ["Conduct at work"]
    again = text(bodil.client.get(address))
    assert "required interview Conduct at work" in again


def test_bad_input_is_shown_where_it_stands(planned: rounds.Round, bodil: Member) -> None:
    address = f"/desk/rounds/{planned.number}/procedure/"
    answer = bodil.client.post(address, form(added="perhaps", names_from="soon"))
    assert answer.status_code == 422
    assert "Line 1: write" in text(answer)
    twice = "\n".join(f"required test Thing {n}" for n in range(11))
    answer = bodil.client.post(address, form(added=twice))
    assert answer.status_code == 422
    assert "at most 10 requirements" in text(answer)


@pytest.mark.parametrize("language", ["fr", "es", "ar"])
def test_the_page_is_read_in_every_language(
    planned: rounds.Round, bodil: Member, language: str
) -> None:
    address = f"/desk/rounds/{planned.number}/procedure/"
    bodil.user.language = language
    bodil.user.save()
    page = text(bodil.client.get(address, headers={"accept-language": language}))
    assert f'lang="{language}"' in page
    assert "Requirements and steps" not in page


@pytest.mark.parametrize("page", ["procedure", "change"])
def test_what_is_agreed_is_no_form_any_more(
    published: rounds.Round, bodil: Member, page: str
) -> None:
    answer = bodil.client.get(f"/desk/rounds/{published.number}/{page}/")
    assert answer.status_code == 409
    assert "cannot be changed any more" in text(answer)
