"""The one door of rounds."""

from corridor.services.rounds.acts.agree import (
    agree_round,
    take_back_agreement,
    waive_agreement,
)
from corridor.services.rounds.acts.answer_offer import (
    accept_offer,
    decline_offer,
    lapse_due_offers,
    withdraw_offer,
)
from corridor.services.rounds.acts.appeal import decide_appeal, lodge_appeal
from corridor.services.rounds.acts.change import change_round
from corridor.services.rounds.acts.close import close_round, renew_reserve
from corridor.services.rounds.acts.confirm_override import confirm_override
from corridor.services.rounds.acts.judge_steps import judge_steps
from corridor.services.rounds.acts.make_offers import make_offers
from corridor.services.rounds.acts.name_parties import PartyDraft, name_parties
from corridor.services.rounds.acts.plan import plan_round
from corridor.services.rounds.acts.promise import promise
from corridor.services.rounds.acts.propose_override import (
    OverrideDraft,
    price_override,
    propose_override,
)
from corridor.services.rounds.acts.publish import publish_round
from corridor.services.rounds.acts.put_back_vacancy import put_back_vacancy
from corridor.services.rounds.acts.replay import Replayed, replay_round
from corridor.services.rounds.acts.run import run_round
from corridor.services.rounds.acts.set_procedure import set_procedure
from corridor.services.rounds.acts.settle_offer import settle_offer
from corridor.services.rounds.acts.start import start_round
from corridor.services.rounds.acts.undo_override import undo_override
from corridor.services.rounds.acts.withdraw_vacancy import withdraw_vacancy
from corridor.services.rounds.asking import to_be_asked
from corridor.services.rounds.draft import RoundDraft, draft_of
from corridor.services.rounds.errors import (
    AlreadyOffered,
    AlreadyStarted,
    AppealDecided,
    AppealLate,
    AppealLodged,
    AppealOfOwnRound,
    CannotClose,
    FloorsApart,
    InputsChanged,
    NoPlaceLeft,
    NotAgreed,
    NotAParty,
    NotEligible,
    NothingToMatch,
    NotInQuestion,
    NotOverridable,
    NotPublished,
    NotReady,
    OfferAnswered,
    OfferFailed,
    OfferOver,
    Opened,
    OverrideImpossible,
    OverrideOver,
    OverrideStands,
    OverridesWait,
    OwnOverride,
    ReserveTooLong,
    ResultChanged,
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
    StepJudged,
)
from corridor.services.rounds.floors import Floor, read_floors
from corridor.services.rounds.flows import FLOW_LEAST, Flows, flows_of_all
from corridor.services.rounds.leaving import weigh_consent
from corridor.services.rounds.models import (
    Appeal,
    Mode,
    Offer,
    OfferState,
    Outcome,
    Override,
    OverrideKind,
    OverrideState,
    Result,
    Round,
    RoundParty,
    RoundVacancy,
    Side,
    State,
    Verdict,
)
from corridor.services.rounds.overriding import Priced
from corridor.services.rounds.presets import PRESETS, preset
from corridor.services.rounds.procedure import Procedure, procedure_of
from corridor.services.rounds.quotas import Quota, read_quotas
from corridor.services.rounds.reads import by_number, published
from corridor.services.rounds.revealing import is_named
from corridor.services.rounds.sources import VacancyCard, VacancySource, provide_vacancies
from corridor.services.rounds.standings import Standing, standings_of
from corridor.services.rounds.terms import terms_digest, terms_of

__all__ = [
    "FLOW_LEAST",
    "PRESETS",
    "AlreadyOffered",
    "AlreadyStarted",
    "Appeal",
    "AppealDecided",
    "AppealLate",
    "AppealLodged",
    "AppealOfOwnRound",
    "CannotClose",
    "Floor",
    "FloorsApart",
    "Flows",
    "InputsChanged",
    "Mode",
    "NoPlaceLeft",
    "NotAParty",
    "NotAgreed",
    "NotEligible",
    "NotInQuestion",
    "NotOverridable",
    "NotPublished",
    "NotReady",
    "NothingToMatch",
    "Offer",
    "OfferAccepted",
    "OfferAnswered",
    "OfferDeclined",
    "OfferFailed",
    "OfferLapsed",
    "OfferMade",
    "OfferOver",
    "OfferState",
    "OfferWithdrawn",
    "Opened",
    "Outcome",
    "Override",
    "OverrideDraft",
    "OverrideImpossible",
    "OverrideKind",
    "OverrideOver",
    "OverrideStands",
    "OverrideState",
    "OverridesWait",
    "OwnOverride",
    "PartyDraft",
    "Priced",
    "Procedure",
    "Quota",
    "Replayed",
    "ReserveTooLong",
    "Result",
    "ResultChanged",
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
    "StepJudged",
    "TermsChanged",
    "VacancyCard",
    "VacancySource",
    "Verdict",
    "accept_offer",
    "agree_round",
    "by_number",
    "change_round",
    "close_round",
    "confirm_override",
    "decide_appeal",
    "decline_offer",
    "draft_of",
    "flows_of_all",
    "is_named",
    "judge_steps",
    "lapse_due_offers",
    "lodge_appeal",
    "make_offers",
    "name_parties",
    "plan_round",
    "preset",
    "price_override",
    "procedure_of",
    "promise",
    "propose_override",
    "provide_vacancies",
    "publish_round",
    "published",
    "put_back_vacancy",
    "read_floors",
    "read_quotas",
    "renew_reserve",
    "replay_round",
    "run_round",
    "set_procedure",
    "settle_offer",
    "standings_of",
    "start_round",
    "take_back_agreement",
    "terms_digest",
    "terms_of",
    "to_be_asked",
    "undo_override",
    "waive_agreement",
    "weigh_consent",
    "withdraw_offer",
    "withdraw_vacancy",
]
