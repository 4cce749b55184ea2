"""Which addresses a server must not be talked into visiting.

The table is our own: the standard library's `is_global` has passed ranges that lead inside (192.0.0.0/24 among
them), and its answer changes between Python versions. Sources: the IANA special-purpose address registries for IPv4
and IPv6 (RFC 6890 and its updates), and the public documentation of cloud providers for their metadata hosts.
"""

from __future__ import annotations

from collections.abc import Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

FORBIDDEN_V4: tuple[IPv4Network, ...] = tuple(
    IPv4Network(text)
    for text in (
        "0.0.0.0/8",  # this host
        "10.0.0.0/8",  # private
        "100.64.0.0/10",  # carrier-grade NAT; a cloud's metadata host lives here too
        "127.0.0.0/8",  # loopback
        "168.63.129.16/32",  # a cloud's metadata host on an address that looks public
        "169.254.0.0/16",  # link-local, most metadata hosts
        "172.16.0.0/12",  # private
        "192.0.0.0/24",  # protocol assignments; a cloud's metadata host lives here too
        "192.0.2.0/24",  # documentation
        "192.88.99.0/24",  # 6to4 relays
        "192.168.0.0/16",  # private
        "198.18.0.0/15",  # benchmarks
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, broadcast
    )
)
"""Every IPv4 range that is not somebody's public host."""

FORBIDDEN_V6: tuple[IPv6Network, ...] = tuple(
    IPv6Network(text)
    for text in (
        # Outside 2000::/3 nothing is public. That covers ::/96 (IPv4-compatible, loopback, unspecified),
        # ::ffff:0:0/96 (IPv4-mapped), ::ffff:0:0:0/96 (IPv4-translated), 64:ff9b::/96 and 64:ff9b:1::/48 (NAT64),
        # 100::/64 (discard), 5f00::/16 (segment routing), fc00::/7 (unique local), fe80::/10 (link-local),
        # fec0::/10 (site-local) and ff00::/8 (multicast).
        "::/3",
        "4000::/2",
        "8000::/1",
        "2001::/23",  # protocol assignments, Teredo (2001::/32), benchmarks, ORCHID
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4: an IPv4 address inside
        "3ffe::/16",  # the former 6bone
        "3fff::/20",  # documentation
    )
)
"""Every IPv6 range that is not somebody's public host."""

ISATAP_MARKS = frozenset({0x00005EFE, 0x02005EFE})
"""The upper half of an interface id that carries an IPv4 address in its lower half (RFC 5214)."""


def read_networks(texts: Sequence[str]) -> tuple[Network, ...]:
    """Read networks such as ``10.1.0.0/16`` or single addresses, for an allow list.

    Raises:
        ValueError: one of them is not a network, or has bits set to the right of its prefix.
    """
    return tuple(ip_network(text.strip()) for text in texts)


def is_forbidden(address: Address | str, *, allow: Sequence[Network] = ()) -> bool:
    """Whether `address` must not be visited.

    A text that is not an address is forbidden. Networks in `allow` are visited whatever the table says; an
    allowed IPv4 network does not allow the IPv6 spellings of its addresses.
    """
    if isinstance(address, str):
        try:
            address = ip_address(address)
        except ValueError:
            return True
    if any(address in network for network in allow):
        return False
    if isinstance(address, IPv4Address):
        return any(address in network for network in FORBIDDEN_V4)
    return (
        any(address in network for network in FORBIDDEN_V6)
        or address.scope_id is not None
        or (int(address) >> 32) & 0xFFFFFFFF in ISATAP_MARKS
    )
