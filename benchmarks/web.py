"""What pages and API calls cost, under 1, 8 and 32 users at once, against a page that does nothing.

    python -m benchmarks.web --size 100000x10000     (people x vacancies; or: make bench-web)

It fills the database of CORRIDOR_HOME or DATABASE_URL (benchmarks.web_world) or takes it as it is,
serves it as `corridor serve` does on a port of loopback, asks each page a fixed number of times in
turns, ends the server and writes its part of docs/benchmarks.md. Milliseconds are those until the
whole answer is there; the ratio is against `/health/live`, which passes the same middleware and
asks nothing. Processor time is that of the server's processes for each answer.
"""

from __future__ import annotations

import argparse
import http.client
import os
import signal
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.parts import keep_part

HOST = "127.0.0.1"
USERS = (1, 8, 32)
REQUESTS = {1: 40, 8: 96, 32: 192}
TURNS = 2
READY_WITHIN_SECONDS = 300
NOTHING = "A page that does nothing"
LIMIT_MS = 100


@dataclass
class Page:
    """A page of the benchmark: who asks for which address, and what was measured."""

    name: str
    path: str
    who: str = ""
    queries: int = 0
    size: int = 0
    milliseconds: dict[int, list[float]] = field(default_factory=dict)
    cpu: dict[int, list[float]] = field(default_factory=dict)
    lost: dict[int, int] = field(default_factory=dict)

    def at(self, users: int, share: float) -> float:
        taken = sorted(self.milliseconds[users])
        return taken[min(int(share * len(taken)), len(taken) - 1)]

    def cell(self, users: int) -> str:
        """p50 / p95, and how many were not answered; a dash where nothing was measured."""
        lost = f" ({self.lost[users]} lost)" if self.lost.get(users) else ""
        if not self.milliseconds.get(users):
            return f"–{lost}"
        return f"{self.at(users, 0.5):.0f} / {self.at(users, 0.95):.0f}{lost}"


def pages() -> list[Page]:
    """The ten most used, for the database that is connected, and the one that does nothing."""
    from corridor.departure.jobs import api as jobs
    from corridor.kernel.people import api as people
    from corridor.services.rounds import api as rounds

    vacancy = jobs.published().order_by("-id")[0].number
    finished = rounds.published().first()
    if finished is None:
        raise SystemExit("No round is published in this database: nothing to show.")
    person = people.Person.objects.filter(user=None).order_by("-id")[0]
    name = person.full_name.replace(" ", "+")
    text = "/vacancies/?text=manager&country=DEU&language=de"
    return [
        Page(NOTHING, "/health/live"),
        Page("Home", "/"),
        Page("Vacancies", "/vacancies/"),
        Page("Vacancies by words, country and language", text),
        Page("One vacancy", f"/vacancies/{vacancy}/"),
        Page("Result of a round", f"/rounds/{finished.number}/"),
        Page("What fits me", "/me/fitting/", "amina"),
        Page("My profile", "/me/profile/", "amina"),
        Page("Desk: people by name", f"/desk/people/?q={name}", "bodil"),
        Page(
            "Desk: people by occupation and language",
            "/desk/people/?occupation=7&language=en",
            "bodil",
        ),
        Page(
            "Desk: people by country and what is verified",
            "/desk/people/?country=ETH&verified=on",
            "bodil",
        ),
        Page("Desk: claims to verify", "/desk/verification/", "bodil"),
        Page("Desk: home with its queues", "/desk/", "bodil"),
        Page("API: vacancies", "/api/v1/vacancies/?isco=7", ""),
        Page("API: results of a round", f"/api/v1/rounds/{finished.number}/results", ""),
    ]


def cookies(names: Sequence[str]) -> dict[str, str]:
    """A session in the database for each of the cast, as its Cookie header."""
    from django.conf import settings
    from django.test import Client

    from corridor.kernel.accounts.api import User

    found = {"": ""}
    for name in names:
        client = Client()
        client.force_login(User.objects.get(email=f"{name}@example.org"), BACKEND)
        found[name] = f"{settings.SESSION_COOKIE_NAME}={client.session.session_key}"
    return found


BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def count_queries(asked: Sequence[Page], cookie: dict[str, str]) -> None:
    """Queries and bytes of each page, counted in this process by the same code."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client(SERVER_NAME="localhost")
    for page in asked:
        more = {"HTTP_COOKIE": cookie[page.who], "HTTP_ACCEPT_ENCODING": "gzip"}
        for _once_to_warm_up in range(2):
            with CaptureQueriesContext(connection) as captured:
                answer = client.get(page.path, **more)
        if answer.status_code != 200:
            raise SystemExit(f"{page.path} answered {answer.status_code}, not 200")
        page.queries = len(captured)
        page.size = len(b"".join(answer) if answer.streaming else answer.content)


@contextmanager
def served(port: int) -> Iterator[list[int]]:
    """The site as `corridor serve` serves it, without a worker; gives its process ids."""
    program = "from corridor.site.cli import main; main()"
    command = [sys.executable, "-c", program, "serve", "--port", str(port), "--no-worker"]
    with subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,  # what goes wrong is on the other one
        start_new_session=True,
    ) as server:
        try:
            wait_until_ready(port, server)
            yield [server.pid, *children_of(server.pid)]
        finally:
            os.killpg(server.pid, signal.SIGTERM)
            try:
                server.wait(20)
            except subprocess.TimeoutExpired:
                os.killpg(server.pid, signal.SIGKILL)


def wait_until_ready(port: int, server: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + READY_WITHIN_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        with suppress(OSError):
            connection = http.client.HTTPConnection(HOST, port, timeout=10)
            if ask(connection, "/health/ready", "")[0] == 200:
                return
        time.sleep(0.5)
    raise SystemExit(f"the server did not come up on port {port}")


def children_of(pid: int) -> list[int]:
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(stat.read_text().rpartition(")")[2].split()[1])
        except OSError:  # it ended meanwhile
            continue
        if parent == pid:
            found.append(int(stat.parent.name))
    return found + [grandchild for child in found for grandchild in children_of(child)]


def cpu_seconds(pids: Sequence[int]) -> float:
    ticks = 0
    for pid in pids:
        spent = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        ticks += int(spent[11]) + int(spent[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def ask(connection: http.client.HTTPConnection, path: str, cookie: str) -> tuple[int, float]:
    """Status and milliseconds until the last byte is here."""
    headers = {"Accept-Encoding": "gzip"} | ({"Cookie": cookie} if cookie else {})
    begun = time.perf_counter()
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    answer.read()
    return answer.status, (time.perf_counter() - begun) * 1000


def load(port: int, page: Page, cookie: str, users: int, requests: int) -> None:
    """So many users ask for one page, each the next time when the answer is there."""
    taken: list[float] = []
    wrong: list[object] = []

    def one() -> None:
        connection = http.client.HTTPConnection(HOST, port, timeout=300)
        try:
            for _request in range(requests // users):
                status, milliseconds = ask(connection, page.path, cookie)
                (taken if status == 200 else wrong).append(milliseconds)
        except OSError as error:
            wrong.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=one) for _user in range(users)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if wrong:  # what the others measured is kept, and the table says how many these were
        page.lost[users] = page.lost.get(users, 0) + len(wrong)
    page.milliseconds.setdefault(users, []).extend(taken)


def measure(
    port: int,
    asked: Sequence[Page],
    cookie: dict[str, str],
    pids: Sequence[int],
    *,
    requests: Mapping[int, int] = REQUESTS,
) -> None:
    for page in asked:  # every process has seen every page once
        load(port, page, cookie[page.who], 8, 32)
        page.milliseconds.clear()
        page.lost.clear()
    for users in USERS:
        for _turn in range(TURNS):
            for page in asked:
                before = cpu_seconds(pids)
                load(port, page, cookie[page.who], users, requests[users] // TURNS)
                spent = (cpu_seconds(pids) - before) * 1000 / (requests[users] // TURNS)
                page.cpu.setdefault(users, []).append(spent)


def table(asked: Sequence[Page]) -> str:
    """Milliseconds p50 / p95 by users, the ratio to nothing at one user, and what it asks."""
    nothing = asked[0]
    lines = [
        "| page | queries | KB | cpu ms | 1 user | 8 users | 32 users | ratio |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for page in asked:
        cells = [page.cell(users) for users in USERS]
        ratio = page.at(1, 0.5) / nothing.at(1, 0.5)
        cpu = statistics.median(page.cpu[1])
        lines.append(
            f"| {page.name} | {page.queries} | {page.size / 1024:.0f} | {cpu:.0f} |"
            f" {' | '.join(cells)} | {ratio:.1f} |"
        )
    return "\n".join(lines)


def report(asked: Sequence[Page], size: str, database: str) -> str:
    slow = [page.name for page in asked if page.at(1, 0.95) > LIMIT_MS]
    verdict = f"over {LIMIT_MS} ms: {', '.join(slow)}" if slow else f"all within {LIMIT_MS} ms"
    day = datetime.now(UTC).date()
    people, vacancies = (f"{int(number):,}" for number in size.split("x"))
    return f"""## Pages, {people} people and {vacancies} vacancies on {database}

`make bench-web` on {day}, {os.cpu_count()} cores that others use too
(load {os.getloadavg()[1]:.0f}): {verdict} (p95, one user). Milliseconds are p50 / p95 to the last
byte; cpu ms is the server's processor time for an answer; the ratio is p50 at one user against the
page that does nothing, in the same run.

{table(asked)}
"""


def prepare(size: str) -> str:
    """The database of this size, filled or as it is, with a published round; gives its vendor."""
    from django.core.management import call_command
    from django.db import connection

    from benchmarks import web_world
    from corridor.site import demo

    people_count, vacancies_count = map(int, size.split("x"))
    call_command("migrate", verbosity=0, interactive=False)
    web_world.fill(people_count=people_count, vacancies_count=vacancies_count)
    demo.run_round(print)
    return "PostgreSQL" if connection.vendor == "postgresql" else "SQLite"


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--size", default="100000x10000", help="people x vacancies")
    parser.add_argument("--port", type=int, default=8107)
    parser.add_argument("--quick", action="store_true", help="a quarter of the requests")
    parser.add_argument("--no-page", action="store_true", help="print, do not write the page")
    given = parser.parse_args(arguments)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "corridor.site.settings")
    import django

    django.setup()
    from corridor.site import demo

    demo.staff_sign_in_plainly()  # also in the server, which inherits it
    database = prepare(given.size)
    asked = pages()
    cookie = cookies(["amina", "bodil"])
    with served(given.port) as pids:  # it also gathers the static files that pages name
        count_queries(asked, cookie)
        fewer = {users: max(count // 4, 2 * users) for users, count in REQUESTS.items()}
        requests = fewer if given.quick else REQUESTS
        measure(given.port, asked, cookie, pids, requests=requests)
    told = report(asked, given.size, database)
    print(told)
    if not given.no_page:
        keep_part(f"web {given.size} {database}", told)


if __name__ == "__main__":
    main()
