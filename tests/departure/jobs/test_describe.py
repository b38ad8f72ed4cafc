from corridor.departure.jobs import api as jobs


def test_a_vacancy_is_described_in_words(starter: None, published: jobs.Vacancy) -> None:
    found = jobs.described(published)
    asked = dict(found.asked)
    assert asked["Languages"] == "English A2, Arabic A1"
    assert asked["Experience"] == "2 years"
    assert asked["Qualification"] == "EQF 3"
    assert [str(payer) for _cost, payer in found.payers] == ["The employer pays"] * 2
    assert len(found.essential) == 1
    assert (found.country, found.occupation) == ("Qatar", "welder")
    assert found.paragraphs == ["Weld hull sections.", "Job Requirement Two years on ships."]


def test_what_is_not_asked_is_not_shown(published: jobs.Vacancy) -> None:
    published.years_least = 0
    assert "Experience" not in dict(jobs.described(published).asked)
