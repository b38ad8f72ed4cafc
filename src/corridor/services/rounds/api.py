"""The one door of rounds."""

from corridor.services.rounds.acts.agree import (
    agree_round,
    take_back_agreement,
    waive_agreement,
)
from corridor.services.rounds.acts.change import change_round
from corridor.services.rounds.acts.name_parties import PartyDraft, name_parties
from corridor.services.rounds.acts.plan import plan_round
from corridor.services.rounds.acts.publish import publish_round
from corridor.services.rounds.acts.replay import Replayed, replay_round
from corridor.services.rounds.acts.run import run_round
from corridor.services.rounds.acts.start import start_round
from corridor.services.rounds.acts.withdraw_vacancy import withdraw_vacancy
from corridor.services.rounds.draft import RoundDraft, draft_of
from corridor.services.rounds.errors import (
    AlreadyStarted,
    InputsChanged,
    NotAgreed,
    NothingToMatch,
    NotReady,
    Opened,
    RoundRefused,
    TermsChanged,
)
from corridor.services.rounds.events import (
    OfferAccepted,
    OfferDeclined,
    OfferLapsed,
    OfferMade,
    OfferWithdrawn,
    RoundClosed,
    RoundPublished,
)
from corridor.services.rounds.models import (
    Mode,
    Outcome,
    Result,
    Round,
    RoundParty,
    RoundVacancy,
    Side,
    State,
)
from corridor.services.rounds.presets import PRESETS, preset
from corridor.services.rounds.quotas import Quota, read_quotas
from corridor.services.rounds.reads import by_number, published
from corridor.services.rounds.sources import VacancyCard, VacancySource, provide_vacancies
from corridor.services.rounds.standings import Standing, standings_of
from corridor.services.rounds.terms import terms_digest, terms_of

__all__ = [
    "PRESETS",
    "AlreadyStarted",
    "InputsChanged",
    "Mode",
    "NotAgreed",
    "NotReady",
    "NothingToMatch",
    "OfferAccepted",
    "OfferDeclined",
    "OfferLapsed",
    "OfferMade",
    "OfferWithdrawn",
    "Opened",
    "Outcome",
    "PartyDraft",
    "Quota",
    "Replayed",
    "Result",
    "Round",
    "RoundClosed",
    "RoundDraft",
    "RoundParty",
    "RoundPublished",
    "RoundRefused",
    "RoundVacancy",
    "Side",
    "Standing",
    "State",
    "TermsChanged",
    "VacancyCard",
    "VacancySource",
    "agree_round",
    "by_number",
    "change_round",
    "draft_of",
    "name_parties",
    "plan_round",
    "preset",
    "provide_vacancies",
    "publish_round",
    "published",
    "read_quotas",
    "replay_round",
    "run_round",
    "standings_of",
    "start_round",
    "take_back_agreement",
    "terms_digest",
    "terms_of",
    "waive_agreement",
    "withdraw_vacancy",
]
