"""`corridor call`: any operation, by its name, as the owner of a token."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest
from tests.cast import Member, join
from typer.testing import CliRunner

from corridor.departure.jobs import api as jobs
from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.people import api as people
from corridor.kernel.places import api as places
from corridor.site import call
from corridor.site.cli import build
from corridor.site.interface import operations
from corridor.site.rest import api

pytestmark = pytest.mark.usefixtures("one_connection")
WELDING = '{"label": "Welder", "isco": "7212", "years": 6}'


def run(*words: str, token: str = "", **more) -> int:
    name, *rest = words or [""]
    return call.run(call.Wish(name=name, words=rest, token=token, **more))


@pytest.fixture
def hers(amina: Member) -> str:
    """Amina's token; her profile is open."""
    places.load(actor=COMMAND_LINE, name="starter")
    draft = people.PersonDraft(full_name="Amina", nationality="ETH")
    people.register_person(actor=amina.actor, draft=draft, consents=[])
    return amina.token("people")


def test_it_lists_what_there_is_by_app_each_with_a_line(capsys) -> None:
    assert run() == 0
    told = capsys.readouterr().out
    for each in operations(api.get_openapi_schema()).values():
        for one in each:
            assert f"  {one.name} " in told
            assert one.summary in told


def test_an_app_alone_lists_its_own(capsys) -> None:
    assert run("people") == 0
    told = capsys.readouterr().out
    assert told.startswith("people\n")
    assert "vacancies." not in told


def test_help_says_what_an_operation_takes(capsys) -> None:
    assert run("people.add_claim", wants_help=True) == 0
    told = capsys.readouterr().out
    assert "POST /api/v1/people/me/claims" in told
    assert "* kind" in told
    assert "occupation | experience" in told
    assert "  visibility" in told


def test_the_command_itself_has_its_help_and_its_exit_code() -> None:
    app = build()
    assert "CORRIDOR_TOKEN" in CliRunner().invoke(app, ["call", "--help"]).output
    asked = CliRunner().invoke(app, ["call", "people.add_claim", "--help"])
    assert "/people/me/claims" in asked.output
    assert CliRunner().invoke(app, ["call", "people.nothing"]).exit_code == 2


def test_it_acts_as_the_owner_of_the_token_and_never_as_the_machine(
    hers: str, amina: Member, capsys
) -> None:
    assert run("people.add_claim", "kind=occupation", f"said={WELDING}", token=hers) == 0
    made = json.loads(capsys.readouterr().out)
    assert made["source"] == "self"
    (claim,) = people.own_person(amina.actor).claims.all()
    assert claim.pk == made["id"]
    assert claim.stated_by_id == amina.user.pk


def test_the_command_reads_its_token_from_the_environment(hers: str, monkeypatch) -> None:
    monkeypatch.setenv("CORRIDOR_TOKEN", hers)
    asked = CliRunner().invoke(build(), ["call", "people.me"])
    assert asked.exit_code == 0
    assert json.loads(asked.output)["full_name"] == "Amina"


def test_the_token_may_stand_in_a_file(hers: str, tmp_path: Path, capsys) -> None:
    file = tmp_path / "token"
    file.write_text(f"{hers}\n")
    assert run("people.me", token_file=file) == 0
    assert json.loads(capsys.readouterr().out)["nationality"] == "ETH"
    assert run("people.me", token_file=tmp_path / "absent") == 2
    file.write_text("two words")
    assert run("people.me", token_file=file) == 2


def test_without_a_token_it_says_how_to_give_one(db, capsys) -> None:
    assert run("people.me") == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert "CORRIDOR_TOKEN" in told.err
    assert "(accounts.sign_in_needed)" in told.err


def test_what_is_public_needs_none(db, capsys) -> None:
    assert run("vacancies.listed", "country=QAT") == 0
    assert json.loads(capsys.readouterr().out) == {"count": 0, "items": []}


def test_a_token_that_does_not_work_is_refused(db, capsys) -> None:
    assert run("people.me", token="corridor_nothing") == 1
    assert "(accounts.token_refused)" in capsys.readouterr().err


def test_a_token_with_too_little_scope_is_refused(amina: Member, hers: str, capsys) -> None:
    narrow = amina.token("jobs")
    claim = ["kind=occupation", f"said={WELDING}"]
    assert run("people.add_claim", *claim, token=narrow) == 1
    assert "corridor.not_found" in capsys.readouterr().err
    assert not people.own_person(amina.actor).claims.exists()


def test_what_is_unknown_suggests_the_nearest(capsys) -> None:
    assert run("people.ad_claim") == 2
    assert "people.add_claim" in capsys.readouterr().err
    assert run("publish_vacancy") == 2
    assert "vacancies.publish_vacancy" in capsys.readouterr().err
    assert run("zzz") == 2
    assert "corridor call" in capsys.readouterr().err


def test_bad_input_is_told_whole_and_nothing_is_sent(monkeypatch, capsys) -> None:
    monkeypatch.setattr(call, "here", lambda _asked: pytest.fail("it was sent"))
    assert run("vacancies.post_vacancy", "places=many", "colour=red", token="t") == 2
    told = capsys.readouterr().err
    for word in ("title is missing", "country is missing", "places: ", "colour is not known"):
        assert word in told


def test_a_refusal_is_a_sentence_with_its_particulars_and_code(hers: str, capsys) -> None:
    assert run("people.change_details", "full_name=", token=hers) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert "(people." in told.err or "(corridor." in told.err
    assert len(told.err.strip().splitlines()) >= 2


def test_a_body_may_come_from_a_file_and_words_go_over_it(
    hana: Member, tmp_path: Path, capsys
) -> None:
    from tests.departure.jobs import world

    world.verified(world.register(hana))
    file = tmp_path / "cook.json"
    file.write_text(json.dumps({"title": "Cook", "country": "DEU", "isco": "5120", "places": 2}))
    secret = hana.token("jobs")
    wish = {"token": secret, "json_body": file}
    assert run("vacancies.post_vacancy", "places=3", "licences=C", "licences=D", **wish) == 0
    vacancy = jobs.by_number(hana.actor, json.loads(capsys.readouterr().out)["number"])
    assert (vacancy.title, vacancy.places) == ("Cook", 3)
    assert vacancy.licences == ["C", "D"]
    file.write_text("{not json")
    assert run("vacancies.post_vacancy", **wish) == 2
    file.write_text("[1]")
    assert run("vacancies.post_vacancy", **wish) == 2
    assert run("vacancies.post_vacancy", token=secret, json_body=tmp_path / "absent.json") == 2


def test_a_file_is_uploaded(hana: Member, tmp_path: Path, capsys) -> None:
    from tests.departure.jobs import world

    firm = world.verified(world.register(hana))
    file = tmp_path / "cooks.csv"
    file.write_text("title,country,isco\nCook,DEU,5120\n,DEU,5120\n")
    words = [f"file=@{file}", f"organisation_id={firm.pk}"]
    assert run("vacancies.check_import", *words, token=hana.token("jobs")) == 0
    looked_over = json.loads(capsys.readouterr().out)
    assert (looked_over["file_name"], looked_over["rows"]) == ("cooks.csv", 2)
    assert looked_over["rows_wrong"] == 1
    assert run("vacancies.check_import", "file=@/nowhere.csv", words[1], token="t") == 2
    assert run("vacancies.check_import", f"file={file}", words[1], token="t") == 2


def test_the_same_key_does_it_once(hers: str, amina: Member, capsys) -> None:
    words = ["people.add_claim", "kind=occupation", f"said={WELDING}"]
    first, again = (run(*words, token=hers, key="k-1") for _ in range(2))
    assert (first, again) == (0, 0)
    one, other = capsys.readouterr().out.splitlines()
    assert json.loads(one) == json.loads(other)
    assert people.own_person(amina.actor).claims.count() == 1


def test_all_pages_come_one_item_a_line(db, capsys) -> None:
    drafts = [
        jobs.VacancyDraft(title=f"Cook {n}", country="QAT", isco="5120", languages={"en": 2})
        for n in range(5)
    ]
    places.load(actor=COMMAND_LINE, name="starter")
    jobs.import_vacancies(actor=COMMAND_LINE, drafts=drafts, publish=True)
    assert run("vacancies.listed", "limit=2", wants_all=True) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert sorted(line["title"] for line in lines) == [f"Cook {n}" for n in range(5)]
    assert run("people.me", wants_all=True) == 2


def test_it_waits_where_calls_are_too_many(db, monkeypatch, capsys) -> None:
    answers = iter([429, 200])

    def way(_asked):
        from tests.site.test_call_ways import answer

        if next(answers) == 429:
            problem = {"type": "corridor.too_many_requests", "title": "Wait.", "facts": {}}
            return answer(429, problem, **{"Retry-After": "7"})
        return answer(200, {"count": 1, "items": [{"id": 1}]})

    monkeypatch.setattr(call, "here", way)
    slept: list[float] = []
    wish = call.Wish(name="people.listed", words=[], wants_all=True)
    assert call.run(wish, sleep=slept.append) == 0
    assert slept == [8]
    assert json.loads(capsys.readouterr().out) == {"id": 1}


def test_an_answer_that_is_a_file_goes_where_it_is_told(hers: str, tmp_path: Path, capsys) -> None:
    out = tmp_path / "europass.xml"
    assert run("people.export_europass", token=hers, out=out) == 0
    assert b"Amina" in out.read_bytes()
    assert run("people.me", token=hers, out=tmp_path / "no" / "where.json") == 2
    assert run("people.me", token=hers, out=tmp_path) == 2


@pytest.mark.django_db(transaction=True)
def test_it_calls_another_machine_over_http(live_server, capsys) -> None:
    bodil = join("bodil")
    secret = bodil.token("people")
    assert run("accounts.me", token=secret, server=live_server.url) == 0
    assert "officer" in capsys.readouterr().out
    assert run("people.nothing", token=secret, server=live_server.url) == 2
    assert run("people.one", "reference=X", token=secret, server=live_server.url) == 1
    assert "(corridor.not_found)" in capsys.readouterr().err


@contextmanager
def serving(application) -> Iterator[str]:
    class Silent(WSGIRequestHandler):
        def log_message(self, *_words: object) -> None:
            """Say nothing."""

    server = make_server("127.0.0.1", 0, application, handler_class=Silent)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def test_a_lost_connection_prints_the_key_that_makes_a_repeat_safe(capsys) -> None:
    document = json.dumps(api.get_openapi_schema(), default=str).encode()
    keys: list[str] = []

    def lossy(environ, start_response):
        if environ["PATH_INFO"] == call.DOCUMENT:
            start_response("200 OK", [("Content-Type", "application/json")])
            return [document]
        keys.append(environ["HTTP_IDEMPOTENCY_KEY"])
        start_response("200 OK", [("Content-Length", "100")])
        return [b"half"]

    with serving(lossy) as url:
        assert run("messages.mark_read", token="t", server=url) == 3
    told = capsys.readouterr().err
    assert "was lost" in told
    assert f"--key {keys[0]}" in told


def test_a_server_that_is_gone_or_is_no_corridor_is_unreachable(capsys) -> None:
    def other(_environ, start_response):
        start_response("200 OK", [("Content-Type", "text/html")])
        return [b"<p>Hello"]

    with serving(other) as url:
        assert run("people.me", token="t", server=url) == 3
    assert "no Corridor" in capsys.readouterr().err
    assert run("people.me", token="t", server=url) == 3
    assert "does not answer" in capsys.readouterr().err


def test_a_token_is_never_sent_in_the_clear_to_another_machine(capsys) -> None:
    assert run("people.me", token="t", server="http://example.org") == 2
    assert "https://" in capsys.readouterr().err


def test_a_fault_of_the_server_is_not_a_refusal(monkeypatch, capsys) -> None:
    from tests.site.test_call_ways import answer

    monkeypatch.setattr(call, "here", lambda _asked: answer(502, None))
    assert run("messages.mark_read", token="t", key="k-9") == 3
    assert "--key k-9" in capsys.readouterr().err
