"""Many people at once: all or none."""

import pytest
from tests.cast import Member

from corridor.kernel.actors.api import COMMAND_LINE, Refused
from corridor.kernel.people import api as people
from corridor.kernel.people.models import Claim, Person
from corridor.kernel.people.references import new_reference
from corridor.kernel.record.api import Entry

SITA = {
    "full_name": "Sita Gurung",
    "native_name": "सीता गुरुङ",
    "birth": "1994-05",
    "nationality": "NPL",
    "isco": "5322; 2221",
    "skills": "http://data.europa.eu/esco/skill/1:3;http://data.europa.eu/esco/skill/2:1",
    "languages": "en:B1;ne:native",
    "eqf": "4",
    "years": "6",
    "licences": "nurse",
    "permits": "DEU",
    "available_from": "2027-01-15",
}


def bring(*rows: dict[str, str]):
    return people.import_people(actor=COMMAND_LINE, rows=rows)


def test_a_row_becomes_a_person_with_claims(db: None) -> None:
    imported = bring(SITA, {"full_name": "Suharto"})
    assert (imported.people, imported.claims) == (2, 10)
    sita = Person.objects.get(pk=imported.first_id)
    assert (sita.birth, sita.native_name) == ("1994-05", "सीता गुरुङ")
    said = set(sita.claims.values_list("kind", "code", "level"))
    assert said == {
        ("occupation", "5322", 6),
        ("occupation", "2221", None),
        ("skill", "http://data.europa.eu/esco/skill/1", 3),
        ("skill", "http://data.europa.eu/esco/skill/2", 1),
        ("language", "en", 3),
        ("language", "ne", 7),
        ("qualification", "", 4),
        ("licence", "nurse", None),
        ("licence", "permit:DEU", None),
        ("availability", "", None),
    }
    assert set(sita.claims.values_list("source", "visibility")) == {("import", "officers")}
    permit = sita.claims.get(code="permit:DEU")
    assert permit.said == {"label": "DEU", "gives": "work", "country": "DEU"}


def test_people_after_an_import_get_ids_of_their_own(bodil: Member) -> None:
    imported = bring(SITA)
    later = people.register_person(
        actor=bodil.actor, draft=people.read(people.PersonDraft, {"full_name": "Later"})
    )
    assert later.pk > imported.last_id
    assert bring(SITA).first_id > later.pk


def test_every_problem_is_told_by_row_and_column_and_nothing_is_written(db: None) -> None:
    wrong = SITA | {"isco": "cook", "skills": "welding;http://x:9", "birth": "soon", "years": "x"}
    with pytest.raises(people.ImportRefused) as refusal:
        bring(SITA, wrong, {"full_name": ""}, {"full_name": "A", "colour": "red", "years": "3"})
    found = {(each["row"], each["column"]) for each in refusal.value.facts["problems"]}
    assert found == {
        (2, "isco"),
        (2, "skills"),
        (2, "birth"),
        (2, "years"),
        (3, "full_name"),
        (4, "colour"),
        (4, "years"),
    }
    assert "Nothing was imported: 8 problems." in str(refusal.value)
    assert "row 2, birth: Write the birth date" in str(refusal.value)
    assert not Person.objects.exists()
    assert not Claim.objects.exists()


def test_a_reference_is_given_once(db: None) -> None:
    one, two = new_reference(), new_reference()
    bring(SITA | {"reference": one})
    with pytest.raises(people.ImportRefused) as refusal:
        bring(
            SITA | {"reference": one},
            SITA | {"reference": two},
            SITA | {"reference": two},
            SITA | {"reference": "12345"},
        )
    assert sorted(row for row, _problem in refusal.value.problems) == [1, 2, 3, 4]


def test_an_empty_table_is_refused(db: None) -> None:
    with pytest.raises(people.ImportRefused, match="nobody in this table"):
        bring()


def test_only_the_first_thousand_problems_are_listed(db: None) -> None:
    with pytest.raises(people.ImportRefused, match="and 500 more"):
        bring(*[{"full_name": ""}] * 1500)


def test_a_worker_imports_nobody(amina: Member) -> None:
    with pytest.raises(Refused):
        people.import_people(actor=amina.actor, rows=[SITA])


def test_the_record_tells_how_many_and_no_name(db: None) -> None:
    bring(SITA)
    line = Entry.objects.get(verb="people.imported")
    assert line.facts["people"] == 1
    assert "Sita" not in str(line.facts)
