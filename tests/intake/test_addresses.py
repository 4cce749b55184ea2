"""The table against the registries' examples, and against random addresses."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintover.intake.addresses import FORBIDDEN_V4, FORBIDDEN_V6, is_forbidden, read_networks

PUBLIC = """
1.1.1.1 8.8.8.8 9.255.255.255 11.0.0.0 93.184.215.14 100.63.255.255 100.128.0.0 126.255.255.255 128.0.0.1 168.63.129.15
169.253.255.255 169.255.0.0 172.15.255.255 172.32.0.0 191.255.255.255 192.0.1.0 192.0.3.0 192.88.98.1 192.167.255.255
192.169.0.0 198.17.255.255 198.20.0.0 198.51.101.0 203.0.112.255 203.0.114.0 223.255.255.255
2000::1 2001:200::1 2001:4860:4860::8888 2003::1 2400:cb00::1 2606:4700:4700::1111 2a00:1450:4001::1 3ffd::1
"""
TRAPS_OF_OTHER_TABLES = """
192.0.0.1 192.0.0.9 192.0.0.10 192.88.99.1 64:ff9b::808:808 64:ff9b:1::1 2002:808:808::1 2001::1 ::808:808 ::ffff:8.8.8.8
fec0::1 168.63.129.16 2001:1::1 2001:3::1
"""


@pytest.mark.parametrize("text", PUBLIC.split())
def test_public_addresses_pass(text: str) -> None:
    assert not is_forbidden(text)
    assert not is_forbidden(ip_address(text))


@pytest.mark.parametrize("text", TRAPS_OF_OTHER_TABLES.split())
def test_what_other_tables_let_pass_is_forbidden(text: str) -> None:
    assert is_forbidden(text)


@pytest.mark.parametrize("network", [*FORBIDDEN_V4, *FORBIDDEN_V6])
def test_each_network_is_forbidden_from_end_to_end(network: object) -> None:
    net = ip_network(str(network))
    assert is_forbidden(net[0])
    assert is_forbidden(net[-1])


@given(st.one_of(st.ip_addresses(v=4), st.ip_addresses(v=6)))
def test_nothing_private_ever_passes(address: IPv4Address | IPv6Address) -> None:
    inside = (
        address.is_private
        or address.is_loopback
        or address.is_link_local
        or address.is_multicast
        or address.is_reserved
        or address.is_unspecified
    )
    assert is_forbidden(address) or not inside


@given(st.ip_addresses(v=4))
def test_an_address_inside_an_address_is_forbidden(inner: IPv4Address) -> None:
    number = int(inner)
    for outer in (
        number,
        0xFFFF << 32 | number,
        0xFFFF << 48 | number,
        0x0064FF9B << 96 | number,
        0x2002 << 112 | number << 80,
        0x20010000 << 96 | ~number & 0xFFFFFFFF,
        0x26064700 << 96 | 0x5EFE << 32 | number,
    ):
        assert is_forbidden(IPv6Address(outer))


@given(st.text())
def test_what_is_no_address_is_forbidden(text: str) -> None:
    try:
        ip_address(text)
    except ValueError:
        assert is_forbidden(text)


def test_a_zone_is_forbidden() -> None:
    assert is_forbidden("2606:4700:4700::1111%eth0")


def test_an_allow_list_allows_what_it_names_and_nothing_else() -> None:
    allow = read_networks(["10.1.0.0/16", " ::1 "])
    assert not is_forbidden("10.1.2.3", allow=allow)
    assert not is_forbidden("::1", allow=allow)
    assert is_forbidden("10.2.0.1", allow=allow)
    assert is_forbidden("::ffff:10.1.2.3", allow=allow)
    with pytest.raises(ValueError, match="host bits"):
        read_networks(["10.1.2.3/16"])
