from corridor.services.rounds.quotas import Quota, read_quotas, written


def test_quotas_are_read_line_by_line_and_written_back() -> None:
    found, wrong = read_quotas(" to DEU 40 \n\nfrom NPL 100")
    assert wrong == []
    assert found == [
        Quota(side="to", country="DEU", at_most=40),
        Quota(side="from", country="NPL", at_most=100),
    ]
    assert read_quotas(written(found)) == (found, [])


def test_lines_that_cannot_be_read_are_all_named() -> None:
    _found, wrong = read_quotas("to Germany 40\nfrom NPL -3\nto DEU 4\nto DEU 5")
    assert [code for _field, code, _sentence in wrong] == [
        "rounds.quota_unreadable",
        "rounds.quota_unreadable",
        "rounds.quota_twice",
    ]
    assert "to Germany 40" in str(wrong[0][2])
