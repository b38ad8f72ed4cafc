"""What rounds claim of the matrix."""

from corridor.kernel.offers import Claim

CLAIMS = [
    Claim(
        part="1a1.2",
        page="rounds.rounds",
        act="rounds.publish_round",
        doc="docs/rounds.md",
        state="done",
        more_pages=("rounds.*", "jobs.*"),
    )
]
