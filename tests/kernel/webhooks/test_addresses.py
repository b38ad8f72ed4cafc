"""Nobody makes us call inside a network."""

from __future__ import annotations

import socket

import pytest

from corridor.kernel.webhooks import addresses
from corridor.kernel.webhooks.errors import AddressUnusable

PRIVATE = [
    "127.0.0.1",
    "10.1.2.3",
    "192.168.0.1",
    "172.16.5.4",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",  # noqa: S104
    "224.0.0.1",
    "255.255.255.255",
    "::1",
    "::",
    "fe80::1",
    "fd00::1",
    "::ffff:127.0.0.1",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
]


@pytest.mark.parametrize("address", PRIVATE)
def test_an_address_inside_a_network_is_refused_written_out_and_by_name(
    address: str, monkeypatch
) -> None:
    host = f"[{address}]" if ":" in address else address
    with pytest.raises(AddressUnusable):
        addresses.read_target(f"https://{host}/hook")
    target = addresses.read_target("https://example.org/hook")
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    monkeypatch.setattr(
        socket,
        "getaddrinfo",
        lambda *_a, **_n: [
            (socket.AF_INET, 1, 6, "", ("93.184.215.14", 443)),
            (family, 1, 6, "", (address, 443)),
        ],
    )
    with pytest.raises(addresses.PrivateAddress):
        addresses.resolve(target)


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:4700::1111"])
def test_a_public_address_will_do(address: str) -> None:
    assert addresses.is_public(address)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "http://example.org/",
        "ftp://example.org/",
        "example.org/hook",
        "https://",
        "https://user:password@example.org/",
        "https://user@example.org/",
        "https://example.org/#part",
        "https://example.org:port/",
        "https://example.org:99999/",
        "https://[::1/",
        "https://localhost/",
        "https://intranet/",
        "https://db.internal/",
        "https://printer.local/",
        "https://2130706433/",
        "https://example.org/a b",
        "https://example.org/\r\nHost: evil",
        "https://" + "a" * 64 + ".org/",
        "https://example.org/" + "a" * 500,
    ],
)
def test_what_is_no_whole_public_https_address_is_refused(url: str) -> None:
    with pytest.raises(AddressUnusable):
        addresses.read_target(url)


def test_an_address_is_read_into_its_parts() -> None:
    target = addresses.read_target("https://bücher.example:8443/a/ü?x=1")
    assert (target.host, target.port) == ("xn--bcher-kva.example", 8443)
    assert target.path == "/a/%C3%BC?x=1"
    assert target.host_header == "xn--bcher-kva.example:8443"
    assert addresses.read_target("https://example.org").host_header == "example.org"


def test_the_setting_lets_private_and_plain_addresses_in(settings) -> None:
    settings.WEBHOOKS_PRIVATE = True
    target = addresses.read_target("http://127.0.0.1:8080/hook")
    assert addresses.resolve(target) == "127.0.0.1"
    with pytest.raises(AddressUnusable):
        addresses.read_target("ftp://127.0.0.1/")
