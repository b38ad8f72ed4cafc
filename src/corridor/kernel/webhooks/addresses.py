"""Where may be posted to: public addresses only, so that nobody makes us call inside a network."""

from __future__ import annotations

import ipaddress
import socket
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.encoding import iri_to_uri

from corridor.kernel.webhooks.errors import AddressUnusable
from corridor.kernel.webhooks.models import URL_LENGTH_MAX

# Addresses that carry another one inside, which may lead back into a network.
TRANSLATED = [ipaddress.ip_network(each) for each in ("64:ff9b::/96", "2002::/16")]


@dataclass(frozen=True, kw_only=True)
class Target:
    """A checked address, in its parts."""

    is_secure: bool
    host: str
    port: int
    path: str

    @property
    def host_header(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == (443 if self.is_secure else 80) else f"{host}:{self.port}"


class PrivateAddress(Exception):
    """The name leads into a network."""


def read_target(url: str) -> Target:
    """Raises AddressUnusable where it is no whole public https address, as far as can be read."""
    private = settings.WEBHOOKS_PRIVATE
    try:
        if len(url) > URL_LENGTH_MAX or any(ord(sign) <= 32 or ord(sign) == 127 for sign in url):
            raise AddressUnusable
        parts = urlsplit(url)
        host = (parts.hostname or "").encode("idna").decode()
        port = parts.port
    except ValueError as error:  # a port that is none, brackets that do not close, a long label
        raise AddressUnusable from error
    is_allowed = parts.scheme == "https" or (private and parts.scheme == "http")
    if not is_allowed or not host or parts.username is not None or parts.fragment:
        raise AddressUnusable
    is_secure = parts.scheme == "https"
    if not private and (("." not in host and ":" not in host) or not may_be_public(host)):
        raise AddressUnusable
    path = iri_to_uri((parts.path or "/") + (f"?{parts.query}" if parts.query else ""))
    return Target(
        is_secure=is_secure, host=host, port=port or (443 if is_secure else 80), path=path
    )


def may_be_public(host: str) -> bool:
    """False for an address written as numbers that is not public, and for names of this machine."""
    try:
        return is_public(host)
    except ValueError:
        return not host.rstrip(".").endswith(("localhost", ".local", ".internal"))


def is_public(address: str) -> bool:
    found = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        if found.ipv4_mapped is not None:
            found = found.ipv4_mapped
        elif any(found in network for network in TRANSLATED):
            return False
    return found.is_global and not found.is_multicast


def resolve(target: Target) -> str:
    """The address to connect to, looked up once, so that it cannot be another one afterwards.

    Raises PrivateAddress if any address of the name lies inside a network, OSError for none.
    """
    found = socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
    addresses = [str(info[4][0]) for info in found]
    if not settings.WEBHOOKS_PRIVATE and not all(map(is_public, addresses)):
        raise PrivateAddress
    if not addresses:
        raise OSError
    return addresses[0]
