"""What the rules claim of the matrix."""

from corridor.kernel.offers import Claim

CLAIMS = [
    Claim(
        part="1g6.2",
        page="rules.tables",
        act="rules.publish_version",
        doc="docs/rules.md",
        state="judged",
        more_pages=("rules.*",),
    )
]
