"""What rounds claim of the matrix."""

from corridor.kernel.offers import Claim

CLAIMS = [
    Claim(
        part="1a1.2",
        page="rounds.rounds",
        act="rounds.publish_round",
        doc="docs/rounds.md",
        # Gale and Shapley's published stable sets: tests/engines/matching/allocation/test_modes.py
        state="judged",
        more_pages=("rounds.*", "jobs.*"),
    )
]
