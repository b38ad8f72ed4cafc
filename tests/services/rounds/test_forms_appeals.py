from corridor.services.rounds.forms_appeals import AppealForm, DecisionForm, ReserveForm


def test_forms_want_words_and_days() -> None:
    assert not AppealForm({"reasons": " "}).is_valid()
    assert not DecisionForm({"verdict": "perhaps", "answer": "x"}).is_valid()
    assert not ReserveForm({"until": "soon"}).is_valid()
    assert ReserveForm({"until": "2027-01-31"}).is_valid()
