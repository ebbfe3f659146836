"""Which internet addresses a stranger's link may lead us to.

A feed can name any host, and a host can name any address: without this check a page could make us read the machine
next door or the cloud's own metadata service (server-side request forgery, OWASP SSRF Prevention Cheat Sheet).
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

Address = IPv4Address | IPv6Address

#: Metadata services that answer on addresses which are not link-local (AWS over IPv6, Alibaba, Oracle).
_METADATA = frozenset(map(ip_address, ("169.254.169.254", "fd00:ec2::254", "100.100.100.200", "192.0.0.192")))
#: Prefixes that carry an IPv4 address in their last 32 bits (RFC 6052 NAT64, RFC 8215, RFC 4291 compatible).
_EMBEDDING = tuple(map(ip_network, ("64:ff9b::/96", "64:ff9b:1::/48", "::/96")))


class AddressRefused(Exception):
    """A host leads to an address that must not be connected to. The message names both and says why."""


def objection(address: Address, *, allow_private: bool) -> str:
    """Why ``address`` must not be connected to, in words; "" when it may.

    ``allow_private`` opens private and loopback networks (a feed of one's own house), never link-local, multicast,
    reserved or metadata addresses.
    """
    inner = _embedded(address)
    if inner is not None:
        return objection(inner, allow_private=allow_private)
    if address in _METADATA:
        return "a metadata service"
    if address.is_unspecified:
        return "no real address"
    if address.is_link_local:
        return "a link-local address"
    if address.is_multicast:
        return "a multicast address"
    if address.is_loopback:
        return "" if allow_private else "this very machine"
    if address.is_reserved:
        return "a reserved address"
    if not address.is_global:
        return "" if allow_private else "a private network"
    return ""


def _embedded(address: Address) -> IPv4Address | None:
    """The IPv4 address that an IPv6 address stands for (mapped, 6to4, Teredo, NAT64), None when none."""
    if isinstance(address, IPv4Address):
        return None
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address.sixtofour is not None:
        return address.sixtofour
    if address.teredo is not None:
        return address.teredo[1]
    if int(address) > 1 and any(address in network for network in _EMBEDDING):
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return None
