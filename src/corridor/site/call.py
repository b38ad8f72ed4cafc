"""`corridor call`: every operation of the REST API by its name, for the owner of a token."""

from __future__ import annotations

import difflib
import json
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode
from uuid import uuid4

from corridor import __version__
from corridor.site.call_values import WrongUse, as_json, read
from corridor.site.call_ways import Answer, Asked, Unreachable, Way, at, here, is_safe
from corridor.site.interface import Operation, Parameter, kind_of, operations

DOCUMENT = "/api/v1/openapi.json"
KEY = "Idempotency-Key"
REFUSED, WRONG_USE, UNREACHABLE = 1, 2, 3
TOO_MANY = 429


class NotDone(Exception):
    """The server answered, and did not do it."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(told(answer))
        self.status = answer.status
        self.wait_seconds = answer.headers["Retry-After"] or ""


@dataclass(frozen=True, kw_only=True)
class Caller:
    """Who asks, and by which way."""

    way: Way
    token: str = ""

    def ask(self, asked: Asked) -> Answer:
        """Raises Unreachable, or NotDone when it is refused."""
        who = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        headers = {"User-Agent": f"corridor/{__version__}", **asked.headers, **who}
        answer = self.way(
            Asked(method=asked.method, path=asked.path, headers=headers, body=asked.body)
        )
        if answer.status >= 500:
            raise Unreachable(told(answer))
        if answer.status >= 300:
            raise NotDone(answer)
        return answer


def way_to(server: str) -> Way:
    if not server:
        return here
    if not is_safe(server):
        raise WrongUse(f"{server}: a token goes only to an https:// address.")
    return at(server)


def token_of(file: Path | None, given: str) -> str:
    """The secret, from a file or the environment: as an argument everybody's `ps` would show it."""
    if file is not None:
        try:
            given = file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise WrongUse(f"The token cannot be read from {file}: {error}") from error
    token = given.strip()
    if not token.isascii() or len(token.split()) > 1:
        raise WrongUse("That is no token: it is one word, as your account's page showed it once.")
    return token


def known(caller: Caller, *, is_here: bool) -> dict[str, list[Operation]]:
    """What can be called there, by app."""
    if is_here:
        from corridor.site.rest import api

        return operations(api.get_openapi_schema())
    answer = caller.ask(Asked(method="GET", path=DOCUMENT))
    try:
        return operations(json.loads(answer.body))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Unreachable("What answers there is no Corridor.") from error


def found(name: str, apps: dict[str, list[Operation]]) -> Operation:
    by_name = {one.name: one for each in apps.values() for one in each}
    if name in by_name:
        return by_name[name]
    verbs = {one.partition(".")[2]: one for one in by_name}
    near = difflib.get_close_matches(name, by_name, n=3) or [
        verbs[verb] for verb in difflib.get_close_matches(name.rpartition(".")[2], verbs, n=3)
    ]
    hint = f" Did you mean {' or '.join(near)}?" if near else " `corridor call` lists them all."
    raise WrongUse(f"{name} is no operation.{hint}")


def contents(apps: dict[str, list[Operation]]) -> Iterator[str]:
    """A table of contents: each app, its operations, what each does in a line."""
    width = max(len(one.name) for each in apps.values() for one in each)
    for app, each in apps.items():
        yield f"\n{app}"
        yield from (f"  {one.name:<{width}}  {one.summary}".rstrip() for one in each)


def about(operation: Operation) -> Iterator[str]:
    """What one operation does and takes."""
    yield f"{operation.name}: {operation.summary}"
    yield f"{operation.method} {operation.path}"
    if operation.description:
        yield f"\n{operation.description}"
    taken = operation.taken()
    yield "\nIt takes (* must be given):" if taken else "\nIt takes nothing."
    yield from (line_of(name, one) for name, one in taken.items())


def line_of(name: str, parameter: Parameter) -> str:
    star = "*" if parameter.required else " "
    return f"  {star} {name:<22} {kind_of(parameter.schema)}  {parameter.description}".rstrip()


def asked_for(operation: Operation, values: dict[str, Any], key: str) -> Asked:
    """The request that these values make."""
    taken = operation.taken()
    path, query, body = operation.path, {}, {}
    for given_as, value in values.items():
        name = taken[given_as].name
        if taken[given_as].where == "path":
            path = path.replace(f"{{{name}}}", quote(as_text(value), safe=""))
        elif taken[given_as].where == "query":
            query[name] = value if isinstance(value, list) else as_text(value)
        else:
            body[name] = value
    headers = {"Accept": "application/json", **({KEY: key} if key else {})}
    content = b""
    if operation.is_form:
        headers["Content-Type"], content = as_form(body)
    elif operation.body:
        headers["Content-Type"] = "application/json"
        content = json.dumps(body).encode()
    if query:
        path += f"?{urlencode(query, doseq=True)}"
    return Asked(method=operation.method, path=path, headers=headers, body=content)


def as_text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def as_form(values: dict[str, Any]) -> tuple[str, bytes]:
    """multipart/form-data: paths as files, anything else as text."""
    boundary, parts = uuid4().hex, []
    for name, given in values.items():
        for value in given if isinstance(given, list) else [given]:
            head, content = f'form-data; name="{name}"', b""
            if isinstance(value, Path):
                head += f'; filename="{quote(value.name, safe=" ")}"'
                head += "\r\nContent-Type: application/octet-stream"
                content = value.read_bytes()
            elif value is not None:
                content = as_text(value).encode()
            parts += [f"--{boundary}\r\nContent-Disposition: {head}\r\n\r\n".encode(), content]
            parts.append(b"\r\n")
    return f"multipart/form-data; boundary={boundary}", b"".join(
        [*parts, f"--{boundary}--\r\n".encode()]
    )


def every(
    caller: Caller, operation: Operation, values: dict[str, Any], sleep: Callable[[float], None]
) -> Iterator[Any]:
    """All the items of a list, page after page; where calls are too many it waits as it is told."""
    taken = operation.taken()
    if operation.writes or not {"limit", "offset"} <= taken.keys():
        raise WrongUse(f"{operation.name} has no pages: leave --all out.")
    limit = values.get("limit") or taken["limit"].schema.get("maximum", 100)
    offset = values.get("offset") or 0
    while True:
        page = {**values, "limit": limit, "offset": offset}
        try:
            answer = json.loads(caller.ask(asked_for(operation, page, key="")).body)
        except NotDone as error:
            if error.status != TOO_MANY or not error.wait_seconds.isdecimal():
                raise
            sleep(int(error.wait_seconds) + 1)
            continue
        items = answer["items"] if isinstance(answer, dict) else answer
        yield from items
        offset += len(items)
        if not items or (isinstance(answer, dict) and offset >= answer["count"]):
            return


def told(answer: Answer) -> str:
    """A refusal as a sentence, its particulars a line each, its code."""
    try:
        problem = json.loads(answer.body)
        lines = [problem["title"], *particulars(problem["facts"])]
        code = problem["type"]
    except (ValueError, KeyError, TypeError):
        return f"The answer was {answer.status}, without a reason that can be read."
    if answer.headers["Retry-After"]:
        lines.append(f"Try again in {answer.headers['Retry-After']} seconds.")
    if answer.status == 401:
        lines.append("Give a token by CORRIDOR_TOKEN or --token-file; you make one on your page.")
    return "\n".join([*lines, f"({code})"])


def particulars(facts: dict[str, Any]) -> Iterator[str]:
    """Each field, row or column that a refusal names."""
    for value in facts.values():
        for one in value if isinstance(value, list) else []:
            if isinstance(one, dict):
                yield "  " + ", ".join(f"{key} {each}" for key, each in one.items() if each != "")


def body_from(file: Path | None) -> Any:
    if file is None:
        return None
    try:
        text = sys.stdin.read() if str(file) == "-" else file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise WrongUse(f"The body cannot be read from {file}: {error}") from error
    return as_json(str(file), text)


def writable(out: Path | None) -> Path | None:
    """Asked before anything is sent: what is done must not be lost for want of a folder."""
    if out is not None and (out.is_dir() or not out.parent.is_dir()):
        raise WrongUse(f"{out} cannot be written: give a file in a folder that is there.")
    return out


def write(answer: Answer, out: Path | None) -> None:
    """JSON for people on a terminal and for programs elsewhere; a file as it is."""
    body = answer.body
    if answer.media_type == "application/json" and out is None:
        indent = 2 if sys.stdout.isatty() else None
        body = json.dumps(json.loads(body), ensure_ascii=False, indent=indent).encode() + b"\n"
    if out is not None:
        out.write_bytes(body)
    elif (
        body
        and sys.stdout.isatty()
        and not answer.media_type.startswith(("text/", "application/json"))
    ):
        raise WrongUse(f"The answer is a file ({answer.media_type}): write it with --out PATH.")
    else:
        sys.stdout.buffer.write(body)
        sys.stdout.buffer.flush()


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What somebody typed after `corridor call`."""

    name: str
    words: list[str]
    wants_help: bool = False
    wants_all: bool = False
    server: str = ""
    token: str = ""
    token_file: Path | None = None
    json_body: Path | None = None
    key: str = ""
    out: Path | None = None


def run(wish: Wish, *, sleep: Callable[[float], None] = time.sleep) -> int:
    """Do it; the exit code: 0 done, 1 refused, 2 wrong use, 3 unreachable."""
    key = ""
    try:
        caller = Caller(way=way_to(wish.server), token=token_of(wish.token_file, wish.token))
        apps = known(caller, is_here=not wish.server)
        if not wish.name or wish.name in apps:
            lines = contents({wish.name: apps[wish.name]} if wish.name else apps)
            print("\n".join(lines).lstrip("\n"))
            return 0
        operation = found(wish.name, apps)
        if wish.wants_help:
            print("\n".join(about(operation)))
            return 0
        values = read(operation, wish.words, body_from(wish.json_body))
        if wish.wants_all:
            for one in every(caller, operation, values, sleep):
                print(json.dumps(one, ensure_ascii=False))
            return 0
        out = writable(wish.out)
        key = (wish.key or str(uuid4())) if operation.writes and caller.token else ""
        write(caller.ask(asked_for(operation, values, key)), out)
    except WrongUse as error:
        return ended(error, WRONG_USE)
    except NotDone as error:
        return ended(error, REFUSED)
    except Unreachable as error:
        repeat = f"\nIt may have been done. To repeat it safely: --key {key}" if key else ""
        return ended(f"{error}{repeat}", UNREACHABLE)
    return 0


def ended(why: object, code: int) -> int:
    print(why, file=sys.stderr)
    return code
