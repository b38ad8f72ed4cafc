"""Occupations and skills are picked by their names."""

from __future__ import annotations

from bs4 import BeautifulSoup
from tests.cast import Member

from corridor.departure.jobs import api as jobs
from corridor.departure.jobs.views_picking import chosen
from corridor.kernel.places import api as places


def text_of(answer) -> str:
    return BeautifulSoup(answer.content, "html.parser").get_text(" ", strip=True)


def own(vacancy: jobs.Vacancy) -> str:
    return f"/me/hiring/vacancies/{vacancy.number}/"


def test_an_occupation_is_found_and_its_usual_skills_taken(
    hana: Member, starter, harbour_vacancy: jobs.Vacancy
) -> None:
    address = own(harbour_vacancy)
    page = hana.client.get(f"{address}occupation/?q=welder")
    picks = BeautifulSoup(page.content, "html.parser").select("input[name=pick]")
    welder = picks[0]["value"]
    hana.client.post(f"{address}occupation/", {"pick": welder})
    harbour_vacancy.refresh_from_db()
    assert harbour_vacancy.isco == "7212"
    assert "Chosen now" in text_of(hana.client.get(f"{address}occupation/"))
    assert "Take the usual skills" in text_of(hana.client.get(f"{address}skills/"))
    answer = hana.client.post(f"{address}skills/", {"usual": "yes"}, follow=True)
    assert "skills were added" in text_of(answer)
    count = harbour_vacancy.skills.count()
    assert count > 0
    hana.client.post(f"{address}skills/", {"usual": "yes"})
    assert harbour_vacancy.skills.count() == count


def test_skills_are_found_leveled_and_taken_out(
    hana: Member, starter, harbour_vacancy: jobs.Vacancy
) -> None:
    address = own(harbour_vacancy)
    skill = places.Skill.objects.order_by("pk").first()
    name = places.skill_labels([skill.pk])[skill.pk]
    assert name in text_of(hana.client.get(f"{address}skills/", {"q": name}))
    hana.client.post(f"{address}skills/", {"pick": [skill.uri, "no skill"], "level": "3"})
    asked = harbour_vacancy.skills.get()
    assert (asked.skill, asked.level_least) == (skill.uri, 3)
    form = BeautifulSoup(hana.client.get(f"{address}edit/needs/").content, "html.parser")
    out = form.find("input", {"name": lambda name: name and name.startswith("skill_out_")})
    level = form.find("select", {"name": lambda name: name and name.startswith("skill_level_")})
    harbour_vacancy.refresh_from_db()
    told = {out["name"]: "on", level["name"]: "1", "years_least": 0}
    told["revision"] = harbour_vacancy.revision
    hana.client.post(f"{address}edit/needs/", told)
    assert not harbour_vacancy.skills.exists()


def test_nonsense_is_not_taken(hana: Member, starter, harbour_vacancy: jobs.Vacancy) -> None:
    address = own(harbour_vacancy)
    answer = hana.client.post(f"{address}occupation/", {"pick": "x"}, follow=True)
    assert "Choose one of the list" in text_of(answer)
    assert "Nothing is called so" in text_of(hana.client.get(f"{address}skills/?q=qqqqq"))
    assert chosen("5") == ("5", "")
    assert chosen("") is None
