"""Amina registers on a cheap phone, in Arabic, without JavaScript, and reads what fits her."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from django.conf import LazySettings
from django.test import Client
from tests.browser.drive import PHONE
from tests.browser.people_at_work import Visit
from tests.services.rounds.conftest import run

from corridor.departure.jobs import api as jobs
from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.messaging.models import Message
from corridor.kernel.people import api as people
from corridor.kernel.places import api as places
from corridor.services.rounds import api as rounds

CARER = "5321.1"


@pytest.fixture
def world(db: None, tmp_path, settings: LazySettings) -> rounds.Round:
    """The starter facts, two vacancies, a worker already there, and a published round."""
    settings.HOME = tmp_path
    places.load(actor=COMMAND_LINE, name="starter")
    carer = jobs.VacancyDraft(
        title="رعاية كبار السن",
        language="ar",
        country="DEU",
        isco="5321",
        esco=CARER,
        languages={"de": 2},
        places=3,
    )
    welder = replace(carer, title="Welder", language="en", isco="7212", esco="", places=1)
    jobs.import_vacancies(actor=COMMAND_LINE, drafts=[carer, welder], publish=True)
    row = {"full_name": "Sofia", "isco": "5321", "languages": "de:B2", "nationality": "ETH"}
    shown = [people.Purpose.MATCHING, people.Purpose.EMPLOYERS]
    people.import_people(actor=COMMAND_LINE, rows=[row], consents=shown)
    draft = rounds.RoundDraft(
        title="جولة الربيع", criteria=rounds.preset("balanced"), seed=7, mode="stable", top=5
    )
    ready = run(draft)
    return rounds.publish_round(actor=COMMAND_LINE, ready=ready)


def code_sent_to(phone: str) -> str:
    """What the last text message to this phone says."""
    text = Message.objects.filter(address=phone).latest("id").text
    found = re.search(r"\b[A-Z0-9]{3,}-?[A-Z0-9]{3,}\b", text)
    assert found, text
    return found[0]


def test_amina_registers_in_arabic_on_a_phone_without_javascript(opened, world) -> None:
    amina = Visit(opened(Client(), language="", script=False, size=PHONE))
    amina.open("/")
    amina.choose_language("ar")
    assert amina.page.locator("html").get_attribute("dir") == "rtl"

    amina.follow("/account/signup/")
    amina.fill(role="worker", name="أمينة", contact="+254712345678", password1="حديقة كبيرة 77")
    amina.submit(holding="contact")
    amina.fill(code=code_sent_to("+254712345678"))
    amina.submit(holding="code")
    assert amina.path == "/me/"

    amina.follow("/me/start/")
    amina.fill(full_name="أمينة بنت خالد")
    amina.submit(holding="full_name")
    amina.open("/me/consent/")
    amina.press(amina.page.locator("main form[action*='/consent/matching/'] button").first)

    amina.open("/me/profile/add/occupation/")
    amina.fill(q=places.occupation_label(CARER, "ar").split()[0])
    amina.submit(holding="q")
    amina.fill(pick=places.occupation(CARER).uri)
    amina.submit(holding="pick")
    amina.fill(years="4")
    amina.submit(holding="years")

    amina.open("/me/profile/add/language/")
    amina.fill(language="de", cefr="B1")
    amina.submit(holding="cefr")

    amina.open("/me/fitting/")
    main = amina.page.locator("main")
    assert "رعاية كبار السن" in main.inner_text()
    assert not re.search(r"(?<![A-Z])[0-9]", main.inner_text()), "Latin digits on an Arabic page"

    amina.open(f"/rounds/{world.number}/")
    vacancy = world.vacancies.get(title="رعاية كبار السن").vacancy
    amina.follow(f"/rounds/{world.number}/{vacancy}/")
    assert amina.page.locator(".reasons li").first.is_visible()
    assert "Sofia" not in amina.page.locator("main").inner_text()
