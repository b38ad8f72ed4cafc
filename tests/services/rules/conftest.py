"""Tables that are published here, as the tests begin with them."""

from __future__ import annotations

import re

import pytest
from tests.cast import Member

from corridor.engines import rules as engine
from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.places import api as places
from corridor.services.rules import api as rules


@pytest.fixture
def loaded(db: None) -> None:
    """The starter's countries, and the packs on recruitment and wages."""
    places.load(actor=COMMAND_LINE, name="starter")
    for name in ("recruitment", "wages"):
        rules.load_pack(actor=COMMAND_LINE, pack=rules.shipped(name))


@pytest.fixture
def fee(loaded: None) -> rules.TableVersion:
    """Sri Lanka's registration fee as it is shipped: 2.5 % of the gross, then 18 %."""
    return rules.RuleTable.objects.get(code="lka-registration").current


def amended(version: rules.TableVersion, tax: str = "0.2") -> engine.Table:
    """The same with another rate of tax, and no case that knows better."""
    text = re.sub(r"0\.025, [\d.]+", f"0.025, {tax}", version.text)
    head, _, _ = text.partition("\n[[cases]]")
    case = '\n[[cases]]\nname = "one"\nin_force = "2024-06-01"\nfacts = { base = "LKR 100" }\n'
    return engine.from_toml(f'{head}{case}expect = {{ state = "decided" }}\n')


@pytest.fixture
def proposed(fee: rules.TableVersion, bodil: Member) -> rules.TableVersion:
    """Bodil proposes that the tax be 20 %."""
    return rules.propose_version(actor=bodil.actor, table=amended(fee), note="Budget of 2027")
