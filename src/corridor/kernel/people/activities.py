"""What people claim of the matrix."""

from corridor.kernel.offers import Claim

CLAIMS = [
    Claim(
        part="1a1.1",
        page="people.profile",
        act="people.add_claim",
        doc="docs/people.md",
        state="done",
        more_pages=("people.*", "organisations.*"),
    ),
]
