import pytest
from tests.cast import Member
from tests.kernel.people.test_kinds import EXAMPLES
from tests.kernel.people.world import say

from corridor.kernel.people import api as people
from corridor.kernel.people.describe import facts_of, names_of, title_of


@pytest.mark.parametrize(
    ("kind", "title", "facts"),
    [
        ("occupation", "Nurse", {"Years of work": "4"}),
        ("experience", "Nurse", {"Employer": "City"}),
        ("skill", "Welding", {"Level": "Skilled"}),
        ("language", "Nepali", {"Level": "My first language"}),
        ("qualification", "BSc", {"Year": "2015"}),
        (
            "licence",
            "Permit",
            {"Country": "Germany", "What it allows": "To live and work in a country"},
        ),
        ("availability", "Availability", {"Hours": "Full time"}),
        ("wish", "Qatar", {"Least pay a month": "900 USD", "Family": "Comes along"}),
    ],
)
def test_a_claim_is_told_in_words(
    amina: Member, her: people.Person, starter, kind: str, title: str, facts: dict[str, str]
) -> None:
    claim = say(amina, her, kind, **EXAMPLES[kind])
    assert title_of(claim) == title
    told = {str(label): str(value) for label, value in facts_of(claim)}
    assert told.items() >= facts.items()


def test_an_imported_code_is_told_by_its_name(amina: Member, her: people.Person, starter) -> None:
    claim = say(amina, her, "occupation", label="2221", isco="2221")
    assert title_of(claim).startswith("Nursing")
    assert names_of([claim]).skill("http://nowhere") == "http://nowhere"
