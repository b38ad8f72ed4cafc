from corridor.departure.jobs import api as jobs


def test_a_vacancy_is_described_in_words(published: jobs.Vacancy) -> None:
    found = jobs.described(published)
    assert dict(found.terms) == {
        "Employer": "Al Noor Marine",
        "Where": "Doha, Qatar",
        "Pay": "QAR\xa02,400.00 a month",
        "Hours a week": "48 hours",
        "Contract": "24 months",
        "Housing": "Provided by the employer",
        "Places": "12",
        "Starts": "March 1, 2027",
        "Apply until": "January 31, 2027",
    }
    asked = dict(found.asked)
    assert asked["Languages"] == "English A2, Arabic A1"
    assert asked["Experience"] == "2 years"
    assert asked["Qualification"] == "EQF 3"
    assert [str(payer) for _cost, payer in found.payers] == ["The employer pays"] * 2
    assert len(found.essential) == 1
    assert found.paragraphs == ["Weld hull sections.", "Job Requirement Two years on ships."]


def test_what_is_not_stated_is_not_shown(published: jobs.Vacancy) -> None:
    published.pay_minor, published.hours_weekly, published.years_least = None, None, 0
    found = jobs.described(published)
    assert not {"Pay", "Hours a week"} & set(dict(found.terms))
    assert "Experience" not in dict(found.asked)
