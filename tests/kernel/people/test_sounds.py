"""Names across scripts: real spellings of real names."""

import pytest
from tests.cast import Member
from tests.kernel.people.world import register

from corridor.kernel.people import api as people
from corridor.kernel.people.sounds import sound_of, sounds

SPELLINGS = [
    ("Mohamed", "Muhammad", "Mohammed", "محمد", "Мухаммад", "मोहम्मद"),
    ("Youssef", "Yusuf", "Yousuf", "يوسف", "Юсуф"),
    ("Fatima", "Fatimah", "Fatma", "فاطمة", "Фатима", "फातिमा"),
    ("Khaled", "Khalid", "Halid", "خالد", "Халид"),
    ("Rachid", "Rashid", "رشيد", "Рашид", "राशिद"),
    ("Jamal", "Gamal", "Djamal", "جمال", "Джамал"),
    ("Amina", "Aminah", "أمينة", "Амина", "अमीना"),
    ("Sita", "Sitaa", "सीता", "Сита"),
    ("Gurung", "गुरुङ"),
    ("Hussein", "Husain", "Hussain", "حسين", "Хусейн", "हुसैन"),
    ("Ivanov", "Иванов"),
    ("Sayed", "Sayyid", "السيد", "سيد"),
    ("Zainab", "Zeinab", "زينب", "Зайнаб"),
]


@pytest.mark.parametrize("spellings", SPELLINGS, ids=lambda spellings: spellings[0])
def test_the_spellings_of_one_name_sound_alike(spellings: tuple[str, ...]) -> None:
    assert len({sound_of(spelling) for spelling in spellings}) == 1, [
        sound_of(spelling) for spelling in spellings
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Amina", "Mina"), ("Khaled", "Walid"), ("Sita", "Rita")],
)
def test_other_names_sound_otherwise(one: str, other: str) -> None:
    assert sound_of(one) != sound_of(other)


def test_articles_digits_and_signs_are_no_names() -> None:
    assert sounds("Ahmed El-Sayed 3", "…") == sounds("أحمد السيد")
    assert sounds("", "123", "--") == []


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("محمد علي", "Mohamed"),
        ("Mohamed Ali", "محمد"),
        ("सीता गुरुङ", "Sita Gurung"),
        ("Sita Gurung", "गुरुङ"),
        ("Юсуф Иванов", "Youssef"),
        ("Yusuf Ivanov", "Иванов"),
    ],
)
def test_an_officer_finds_a_name_in_another_script(bodil: Member, written: str, asked: str) -> None:
    person = register(bodil, full_name=written)
    register(bodil, full_name="Esra Demir")
    assert list(people.pool(people.PoolFilter(text=asked))) == [person]
    assert written in bodil.client.get("/desk/people/", {"q": asked}).content.decode()


def test_the_same_person_in_two_scripts_is_a_likely_duplicate(bodil: Member) -> None:
    one = register(bodil, full_name="Mohamed Khaled", birth="1990")
    other = register(bodil, full_name="محمد خالد", birth="1990")
    [found] = people.likely_duplicates(one)
    assert found.person == other
    assert found.because == ("birth", "name")
