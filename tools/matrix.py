"""Write MATRIX.md from the claims, or with --check say whether it is as the claims have it.

Run: python tools/matrix.py [--check]   (exit code 1 and the reasons when something does not add up)
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "MATRIX.md"


def main(arguments: list[str]) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "corridor.site.settings")
    import django

    django.setup()
    from corridor.kernel.matrix import api as matrix

    wrong = matrix.sums((claim.part for claim in matrix.claims()), matrix.not_yet())
    text = matrix.document()
    if arguments != ["--check"]:
        TARGET.write_text(text, encoding="utf-8")
    elif not TARGET.exists() or TARGET.read_text(encoding="utf-8") != text:
        wrong.append("MATRIX.md is not as the claims have it: run python tools/matrix.py")
    print(*(f"matrix: {line}" for line in wrong), sep="\n", end="\n" if wrong else "")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
