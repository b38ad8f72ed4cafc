"""Pages for when something is not there, not allowed, stale or broken."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from django.test import Client, RequestFactory
from django.utils.translation import override

from corridor.site import views


@pytest.mark.django_db
def test_a_page_that_is_not_there_says_so_and_leads_home(visitor: Client) -> None:
    answer = visitor.get("/nowhere")
    page = BeautifulSoup(answer.content, "html.parser")
    assert answer.status_code == 404
    assert page.select_one("main a[href='/']")


def test_a_broken_page_needs_neither_request_nor_database() -> None:
    with override("ar"):
        answer = views.server_error(RequestFactory().get("/"))
    page = BeautifulSoup(answer.content, "html.parser")
    assert answer.status_code == 500
    assert page.html["dir"] == "rtl"


@pytest.mark.django_db
def test_a_stale_form_says_that_nothing_was_changed() -> None:
    answer = Client(enforce_csrf_checks=True).post("/language", {"language": "ar"})
    assert answer.status_code == 403
    assert "Nothing was changed." in answer.content.decode()


@pytest.mark.django_db
def test_a_confirm_page_asks_before_it_acts(rf) -> None:
    from django.template.loader import render_to_string

    context = {
        "title": "End it?",
        "sentence": "It cannot be undone.",
        "action": "End it",
        "cancel": "/back",
        "tone": "bad",
    }
    from corridor.kernel.actors.api import ANONYMOUS

    request = rf.get("/")
    request.actor, request.user = ANONYMOUS, None
    page = BeautifulSoup(render_to_string("ui/confirm.html", context, request), "html.parser")
    form = page.select_one("main form[method=post]")
    assert form.select_one("button.danger").text == "End it"
    assert form.select_one("a")["href"] == "/back"
