"""What an employer sees: what somebody can do, never who they are."""

from __future__ import annotations

from tests.cast import Member
from tests.departure.jobs import world

from corridor.departure.jobs import api as jobs
from corridor.departure.jobs import showing
from corridor.kernel.people import api as people


def test_nothing_tells_who_it_is(amina: Member) -> None:
    person = world.cook(amina)
    said = {
        "experience": {
            "label": "Cook",
            "employer": "Hotel Sheba",
            "country": "ETH",
            "from_date": "2020-01-01",
            "until_date": "2022-01-01",
        },
        "qualification": {"label": "Diploma", "eqf": 4, "institution": "Addis School"},
        "wish": {"label": "Near my sister"},
    }
    for kind, value in said.items():
        said_so = people.VALUES[people.Kind(kind)](**value)
        people.add_claim(actor=amina.actor, person=person, value=said_so)
    text = str(showing.shown(person))
    for hidden in ("Amina", "Sheba", "Addis", "2020", "sister", "ETH1", "1990"):
        assert hidden not in text
    titles = {str(each.title): each.fact for each in showing.told(showing.shown(person))}
    assert "2 years" in titles["Cook"]


def test_what_is_held_stands_against_what_is_asked(
    amina: Member, starter, harbour_open: jobs.Vacancy
) -> None:
    profile = showing.shown(world.cook(amina))
    lines = {each.label: each for each in showing.compared(harbour_open, profile)}
    assert (lines["Occupation"].outcome, lines["English"].outcome) == ("met", "met")
    assert lines["Experience"].held == "4 years"
    assert showing.met_count(lines.values()) == 3
    empty = showing.compared(harbour_open, [])
    assert {each.outcome for each in empty} == {"missing"}


def test_claims_kept_to_oneself_are_left_out(amina: Member) -> None:
    person = world.cook(amina)
    claim = person.claims.filter(kind="language").first()
    people.show_claim(actor=amina.actor, claim=claim, visibility=people.Visibility.ME)
    assert all(each["kind"] != "language" for each in showing.shown(person))


def test_a_label_that_only_repeats_the_code_gives_way_to_its_name(starter: None) -> None:
    """Imported claims carry their code as label; nobody is shown an address or a number."""
    line = {"kind": "occupation", "code": "7212", "label": "7212", "level": 3, "country": ""}
    (told,) = showing.told([{**line, "verified": False}])
    assert (told.title, told.fact) == ("Welders and flamecutters", "3 years")
    (own,) = showing.told([{**line, "label": "Hull welder", "verified": False}])
    assert own.title == "Hull welder"
