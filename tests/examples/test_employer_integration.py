"""The worked example runs against a live server, by the documented interface alone."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

import pytest
from tests.cast import join
from tests.departure.jobs import world

from corridor.departure.jobs import api as jobs
from corridor.kernel.accounts.api import issue_token
from corridor.kernel.actors.api import COMMAND_LINE

PATH = Path(__file__).resolve().parents[2] / "examples" / "employer_integration.py"
VACANCY = {
    "title": "Ship's cook",
    "country": "QAT",
    "isco": "5120",
    "languages": {"en": "A2"},
    "pay_minor": 240_000,
    "pay_currency": "QAR",
    "pay_period": "month",
    "hours_weekly": 48,
    "payers": {"recruitment": "employer"},
    "closes_on": "2099-06-30",
}


@pytest.mark.django_db(transaction=True)
def test_an_employers_system_posts_and_receives_the_shortlist(
    live_server, tmp_path: Path, monkeypatch, capsys
) -> None:
    spec = importlib.util.spec_from_file_location("employer_integration", PATH)
    example = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(example)
    hana, amina = join("hana"), join("amina")
    world.verified(world.register(hana))
    _token, secret = issue_token(
        actor=hana.actor, user=hana.user, name="our system", scopes=["jobs"], days=1
    )
    monkeypatch.setenv("CORRIDOR", live_server.url)
    monkeypatch.setenv("CORRIDOR_TOKEN", secret)
    file = tmp_path / "vacancy.json"
    file.write_text(json.dumps(VACANCY), encoding="utf-8")
    example.main(["post", str(file)])
    number = capsys.readouterr().out.strip()
    vacancy = jobs.publish_vacancy(actor=COMMAND_LINE, vacancy=jobs.by_number(COMMAND_LINE, number))
    example.main(["status", number])
    assert json.loads(capsys.readouterr().out)["status"] == "published"
    sent = jobs.apply_for(actor=amina.actor, vacancy=vacancy, person=world.cook(amina))
    example.main(["shortlist", number])
    assert sent.number in capsys.readouterr().out
    with pytest.raises(SystemExit, match=r"jobs\.not_a_draft"):
        example.Corridor(live_server.url, secret).call("POST", f"{number}/submission", {"x": 1})
