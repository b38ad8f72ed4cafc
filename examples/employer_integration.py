"""An employer's own system posts a vacancy to Corridor and receives the shortlist.

Uses only the documented interface (docs/vacancies.md) and Python's standard library:

    export CORRIDOR=https://corridor.example CORRIDOR_TOKEN=…   # a token with the scope `jobs`
    python examples/employer_integration.py post vacancy.json   # prints V12, sends it to be checked
    python examples/employer_integration.py status V12          # draft, submitted, published …
    python examples/employer_integration.py shortlist V12       # who fits, without who they are
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import urllib.error
import urllib.request
from typing import Any


class Corridor:
    """The few calls an employer's system needs. A write that was cut off is safe to repeat."""

    def __init__(self, address: str, token: str) -> None:
        self.address, self.token = address.rstrip("/"), token

    def call(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        data = None if body is None else json.dumps(body, sort_keys=True).encode()
        headers = {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"}
        if method == "POST":
            # The same request has the same key, so that a retry is answered and not done again.
            said = f"{path} {data!r}".encode()
            headers["Idempotency-Key"] = hashlib.sha256(said).hexdigest()
        request = urllib.request.Request(  # noqa: S310 -- the address is our own setting
            f"{self.address}/api/v1/vacancies/{path}", data, headers, method=method
        )
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310
                return json.load(answer)
        except urllib.error.HTTPError as error:
            problem = json.load(error)
            raise SystemExit(f"{problem.get('type')}: {problem.get('detail')}") from None

    def post(self, vacancy: dict[str, Any]) -> str:
        """Post it and send it to be checked; its number."""
        number: str = self.call("POST", "", vacancy)["number"]
        self.call("POST", f"{number}/submission", {})
        return number

    def status(self, number: str) -> dict[str, Any]:
        """How far it is, and what an officer asks to be corrected."""
        found = self.call("GET", number)
        return {name: found[name] for name in ("number", "status", "faults", "version")}

    def shortlist(self, number: str, *, share_met: float = 0.5) -> list[dict[str, Any]]:
        """Applicants who meet at least this share of what is asked, the best first."""
        listed: list[dict[str, Any]] = self.call("GET", f"{number}/applicants")
        return [each for each in listed if each["met"] >= share_met * each["asked"]]


def main(words: list[str]) -> None:
    corridor = Corridor(os.environ["CORRIDOR"], os.environ["CORRIDOR_TOKEN"])
    verb, thing = words
    if verb == "post":
        with open(thing, encoding="utf-8") as file:
            print(corridor.post(json.load(file)))
    elif verb == "status":
        print(json.dumps(corridor.status(thing), indent=2))
    else:
        for each in corridor.shortlist(thing):
            print(f"{each['number']}  {each['met']}/{each['asked']}  {each['stage']}")


if __name__ == "__main__":
    main(sys.argv[1:])
