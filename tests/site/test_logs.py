import json
import logging
import logging.config

import pytest
import structlog
from django.conf import settings
from django.test import Client
from django.urls import path

from corridor.site import logs

SECRETS = ["amina@example.org", "amina%40example.org", "Amina Diallo", "Diallo", "980 000 0001"]


class Lines(logging.Handler):
    """What the formatter makes of every record."""

    def __init__(self) -> None:
        super().__init__()
        self.setFormatter(structlog.stdlib.ProcessorFormatter(**formatter_settings()))
        self.kept: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.kept.append(self.format(record))


def formatter_settings() -> dict[str, object]:
    made = dict(logs.configure(as_json=True, debug=False)["formatters"]["line"])
    made.pop("()")
    return made


@pytest.fixture
def lines():
    handler = Lines()
    names = ["corridor", "django", "ferries"]
    for name in names:
        logging.getLogger(name).addHandler(handler)
    yield handler.kept
    for name in names:
        logging.getLogger(name).removeHandler(handler)


def crash(request, name):
    raise RuntimeError(f"{name} cannot board with {request.POST.get('email')}")


urlpatterns = [path("ferries/<str:name>", crash, name="ferries.crash")]
handler500 = "corridor.site.views.server_error"


@pytest.mark.urls("tests.site.test_logs")
@pytest.mark.django_db
def test_nothing_a_person_typed_reaches_the_log(lines: list[str], settings, monkeypatch) -> None:
    settings.TEMPLATES = [{**settings.TEMPLATES[0], "OPTIONS": {"context_processors": []}}]
    monkeypatch.setattr("corridor.site.views.render", lambda *_, **__: bad_page())
    client = Client(raise_request_exception=False)
    answer = client.post(
        "/ferries/Amina Diallo?phone=%2B977 980 000 0001&email=amina%40example.org",
        {"email": "amina@example.org", "name": "Amina Diallo"},
        headers={"User-Agent": "amina@example.org", "X-Request-ID": "Amina Diallo"},
    )
    client.get("/nowhere/Diallo")
    assert answer.status_code == 500
    written = "\n".join(lines)
    assert [secret for secret in SECRETS if secret in written] == []
    failed = next(json.loads(line) for line in lines if "RuntimeError" in line)
    assert failed["error"] == "RuntimeError"
    assert failed["frames"][-1].endswith(" crash")
    told = [json.loads(line) for line in lines if '"request"' in line]
    assert {"ferries/<str:name>"} <= {line.get("route") for line in told}


def bad_page():
    from django.http import HttpResponse

    return HttpResponse(status=500)


def test_a_library_keeps_its_template_and_drops_its_arguments(lines: list[str]) -> None:
    logging.getLogger("ferries").warning("No seat for %s", "Amina Diallo")
    assert json.loads(lines[0])["event"] == "No seat for %s"


def test_what_looks_like_an_address_or_a_number_is_blotted_out(lines: list[str]) -> None:
    structlog.get_logger("corridor.test").warning(
        "to amina@example.org", numbers=["+977 980 000 0001"], day="2026-11-23", lines=12345678
    )
    line = json.loads(lines[0])
    assert line["event"] == "to [e-mail]"
    assert line["numbers"] == ["[phone]"]
    assert (line["day"], line["lines"]) == ("2026-11-23", 12345678)


def test_the_site_logs_so() -> None:
    assert settings.LOGGING["handlers"]["stderr"]["formatter"] == "line"
    assert settings.MIDDLEWARE[0] == "corridor.site.observing.ObserveMiddleware"
