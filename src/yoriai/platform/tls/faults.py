"""What is wrong with a certificate and its key, before a browser has to find out."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from enum import StrEnum
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.verification import PolicyBuilder, Store, VerificationError

from yoriai.platform.tls.chain import Chain, Key, Unreadable, is_address, read_chain, read_key, vouches

LEAST_RSA, LEAST_EC = 2048, 256  # bits
BROKEN_HASHES = frozenset(("md5", "sha1"))
WARNED_AT = (60, 30, 7)
"""So many days before the end whoever keeps the machine is told, more urgently each time."""


class Fault(StrEnum):
    """What browsers, or whoever else reads the disk, would make of it."""

    NO_CERTIFICATE = "no_certificate"
    NO_KEY = "no_key"
    OPEN_KEY = "open_key"
    OTHER_KEY = "other_key"
    OTHER_NAME = "other_name"
    AN_AUTHORITY = "an_authority"
    NOT_YET = "not_yet"
    OVER = "over"
    BROKEN_CHAIN = "broken_chain"
    WEAK = "weak"
    NOT_BELIEVED = "not_believed"


STOPS = frozenset((Fault.NO_CERTIFICATE, Fault.NO_KEY, Fault.OPEN_KEY, Fault.OTHER_KEY, Fault.OTHER_NAME))
"""With these nobody could ever be spoken to in trust. The others may be a clock that stands wrong after a power cut, or
an end that nobody noticed: whoever is inside is not to lose the other side for it."""


def faults_of_files(certificate: Path, key: Path, *hosts: str, now: datetime) -> list[Fault]:
    """Everything that is wrong with what lies in these files, for a listener of these names."""
    found = list[Fault]()
    try:
        chain = read_chain(certificate)
    except (OSError, Unreadable):
        found.append(Fault.NO_CERTIFICATE)
        chain = None
    try:
        own = read_key(key)
        if key.stat().st_mode & 0o007:
            found.append(Fault.OPEN_KEY)
    except (OSError, Unreadable):
        return [*found, Fault.NO_KEY]
    return found if chain is None else [*found, *faults(chain, own, *hosts, now=now)]


def faults(chain: Chain, key: Key, *hosts: str, now: datetime) -> list[Fault]:
    """The same of what is not yet in its place."""
    return [
        fault
        for fault, is_so in (
            (Fault.OTHER_KEY, not chain.belongs_to(key)),
            (Fault.OTHER_NAME, not all(map(chain.is_for, hosts))),
            (Fault.AN_AUTHORITY, _is_authority(chain.leaf)),
            (Fault.NOT_YET, now < chain.since),
            (Fault.OVER, chain.until <= now),
            (Fault.BROKEN_CHAIN, any(_gaps(chain))),
            (Fault.WEAK, any(_is_weak(each) for each in (chain.leaf, *chain.above))),
        )
        if is_so
    ]


def is_believed(chain: Chain, authorities: Sequence[x509.Certificate], host: str, *, now: datetime) -> bool:
    """Whether a browser that believes these authorities believes this chain, with all that it looks at: constraints of
    names, uses, lengths of paths."""
    subject = x509.IPAddress(ip_address(host)) if is_address(host) else x509.DNSName(host)
    look = PolicyBuilder().store(Store(list(authorities))).time(now).build_server_verifier(subject)
    try:
        look.verify(chain.leaf, list(chain.above))
    except VerificationError:
        return False
    return True


def urgency(days: int) -> int | None:
    """The narrowest of the warnings that these days fall under; None while there is time."""
    return min((each for each in WARNED_AT if days <= each), default=None)


def _gaps(chain: Chain) -> Iterator[bool]:
    issued = chain.leaf
    for voucher in chain.above:
        yield not vouches(voucher, issued)
        issued = voucher


def _is_authority(certificate: x509.Certificate) -> bool:
    try:
        return certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    except x509.ExtensionNotFound:
        return False


def _is_weak(certificate: x509.Certificate) -> bool:
    signed_by = certificate.signature_hash_algorithm
    if (
        signed_by is not None
        and signed_by.name in BROKEN_HASHES
        and certificate.issuer != certificate.subject
    ):
        return True
    match certificate.public_key():
        case rsa.RSAPublicKey() as key:
            return key.key_size < LEAST_RSA
        case ec.EllipticCurvePublicKey() as key:
            return key.key_size < LEAST_EC
        case _:
            return True
