"""What assessments claim of the matrix."""

from corridor.kernel.offers import Claim

CLAIMS = [
    Claim(
        part="1a1.3",
        page="assessments.parts",
        act="assessments.confirm_result",
        doc="docs/assessments.md",
        # Shrout and Fleiss's published agreement: tests/services/assessments/test_agreement.py
        state="judged",
        more_pages=("assessments.*", "people.verify"),
    )
]
