from corridor.services.rounds.forms_offers import OfferForm, OffersWanted


def test_days_have_bounds_and_nonsense_filters_nothing() -> None:
    assert not OfferForm({"days": "91"}).is_valid()
    assert OfferForm({"days": "90"}).is_valid()
    assert OffersWanted({"state": "nonsense"}).wanted() == ""
    assert OffersWanted({"state": "open"}).wanted() == "open"
