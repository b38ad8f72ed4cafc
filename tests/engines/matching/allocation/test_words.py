from corridor.engines.matching.allocation import words


def test_every_mode_is_said_in_sentences_under_its_own_code() -> None:
    said = [value for value in vars(words).values() if isinstance(value, words.Description)]
    said.append(words.nearly_stable(3))
    assert len({one.code for one in said}) == len(said)
    assert all(one.sentence.endswith(".") for one in said)
    assert "3 pairs" in said[-1].sentence
