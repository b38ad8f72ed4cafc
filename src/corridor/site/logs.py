"""Structured logs: one JSON object a line, with the request's id and without personal data.

What a person typed never becomes part of a line: our own lines carry ids and codes; lines of
libraries keep their template and drop its arguments; exceptions keep their kind and place and drop
their message. What still looks like an e-mail address or a phone number is blotted out.
"""

from __future__ import annotations

import re
import sys
import traceback
from collections.abc import MutableMapping
from typing import Any

import structlog

Line = MutableMapping[str, Any]
EMAIL = re.compile(r"[\w.+-]+(?:@|%40)[\w-]+\.[\w.-]+")
PHONE = re.compile(r"(?<![\w.])(?:\+|%2B|00)\d[\d\s().-]{6,}\d")
FRAMES_MAX = 12


def blotted(value: Any) -> Any:
    if isinstance(value, str):
        return PHONE.sub("[phone]", EMAIL.sub("[e-mail]", value))
    if isinstance(value, dict):
        return {key: blotted(one) for key, one in value.items()}
    return [blotted(one) for one in value] if isinstance(value, list | tuple) else value


def blot(_logger: Any, _method: str, line: Line) -> Line:
    return {key: blotted(value) for key, value in line.items()}


def place_of_error(_logger: Any, _method: str, line: Line) -> Line:
    """Where it failed and how, innermost last, without the message."""
    found = line.pop("exc_info", None)
    found = sys.exc_info() if found is True else found
    error = found[1] if isinstance(found, tuple) else found
    if not isinstance(error, BaseException):
        return line
    line["error"] = type(error).__name__
    frames = traceback.extract_tb(error.__traceback__)[-FRAMES_MAX:]
    line["frames"] = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
    return line


def configure(*, as_json: bool, debug: bool) -> dict[str, Any]:
    """Set structlog up and return Django's LOGGING. In debug, errors keep their whole text."""
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    errors: list[Any] = [structlog.processors.format_exc_info] if debug else [place_of_error, blot]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    renderer: Any = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if as_json
        else structlog.dev.ConsoleRenderer(colors=False)
    )
    formatter = {
        "()": structlog.stdlib.ProcessorFormatter,
        "foreign_pre_chain": shared,
        # A library's line without its arguments: they may be what somebody typed.
        "use_get_message": debug,
        "processors": [
            *errors,
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            renderer,
        ],
    }
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": formatter},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
        "root": {"handlers": ["stderr"], "level": "WARNING"},
        "loggers": {
            "corridor": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
            "django": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
            # Each request has our own line; Django's would repeat it with the path.
            "django.server": {"handlers": [], "level": "ERROR", "propagate": False},
        },
    }
