"""Which network addresses may be asked on behalf of others."""

import ipaddress
import socket

from transmittal.model import FetchRefused

_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def public_addresses(host: str, port: int, url: str, *, allow_private: bool) -> list[str]:
    """The host's addresses, all of them allowed. One private address among them refuses the host: which one a later look-up would
    give is the host's choice, not ours."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchRefused(f"no address for {host!r}", url, "check the name and the network", "not_found") from error
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    if not addresses:
        raise FetchRefused(f"no address for {host!r}", url, "", "not_found")
    if not allow_private:
        for address in addresses:
            if not is_public(address):
                raise FetchRefused(
                    f"{host} is at {address}, which is not a public address", url, "allow_private is for your own servers", "private"
                )
    return addresses


def is_public(address: str) -> bool:
    """False for loopback, private, link-local, multicast, reserved and unspecified addresses, also inside IPv6 forms of IPv4."""
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(parsed, ipaddress.IPv6Address):
        inner = parsed.ipv4_mapped or parsed.sixtofour or (parsed.teredo[1] if parsed.teredo else None)
        if inner is None and parsed in _NAT64:
            inner = ipaddress.IPv4Address(int(parsed) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return parsed.is_global and not (
        parsed.is_multicast or parsed.is_reserved or parsed.is_loopback or parsed.is_link_local or parsed.is_unspecified
    )
