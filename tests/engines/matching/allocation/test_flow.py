from tests.engines.matching.allocation import cases

from corridor.engines.matching.allocation import best_total, flow


def test_the_flow_solver_names_itself_and_proves_its_total() -> None:
    market = cases.simple({("A", "V"): 9, ("B", "V"): 8, ("A", "U"): 8}, {"V": 1, "U": 1})
    result = best_total(market, seed=1, solver="flow")
    assert flow.is_installed()
    assert result.certificate.solver == "OR-tools minimum-cost flow"
    assert (result.benefit_total, result.certificate.bound) == (16, 16.0)
    assert result.pairs == {("A", "U"), ("B", "V")}


def test_without_the_extra_highs_gives_the_same_total(monkeypatch) -> None:
    monkeypatch.setattr(flow, "is_installed", lambda: False)
    market = cases.simple({("A", "V"): 9, ("B", "V"): 8, ("A", "U"): 8}, {"V": 1, "U": 1})
    result = best_total(market, seed=1)
    assert result.certificate.solver == "HiGHS linear programme"
    assert result.benefit_total == 16
