"""A certificate with those that vouch for it, read from whatever an authority hands out, and the key that belongs to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    PublicFormat,
    load_der_private_key,
    load_pem_private_key,
    pkcs7,
)

Key = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey
MOST_BYTES = 1024 * 1024
PEM, PEM_PKCS7, PEM_OF_A_KEY = b"-----BEGIN ", b"-----BEGIN PKCS7-----", b"PRIVATE KEY-----"


class Unreadable(ValueError):
    """A file that holds no certificate, or no key that a listener could use."""


@dataclass(frozen=True, slots=True)
class Chain:
    """The certificate of a listener first, then those that vouch for it, each for the one before."""

    leaf: x509.Certificate
    above: tuple[x509.Certificate, ...] = ()

    @property
    def until(self) -> datetime:
        """When the first of them ends: from then on browsers believe none of it."""
        return min(each.not_valid_after_utc for each in (self.leaf, *self.above))

    @property
    def since(self) -> datetime:
        return max(each.not_valid_before_utc for each in (self.leaf, *self.above))

    @property
    def names(self) -> tuple[str, ...]:
        """For whom it was made. Browsers read only these, not the common name."""
        try:
            found = self.leaf.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
        except x509.ExtensionNotFound:
            return ()
        hosts = [each.lower() for each in found.get_values_for_type(x509.DNSName)]
        return (*hosts, *map(str, found.get_values_for_type(x509.IPAddress)))

    @property
    def issuer(self) -> str:
        """Who vouches for it, in one line."""
        return said_of(self.leaf.issuer)

    @property
    def fingerprint(self) -> str:
        return fingerprint(self.leaf)

    def is_for(self, host: str) -> bool:
        """Whether browsers believe it of this host: an asterisk stands for one part of a name."""
        wild = f"*.{host.partition('.')[2]}"
        return any(name == host or (name == wild and not is_address(host)) for name in self.names)

    def belongs_to(self, key: Key) -> bool:
        return _public(self.leaf.public_key()) == _public(key.public_key())

    def days_left(self, now: datetime) -> int:
        """Whole days until it ends; less than nothing when it is over."""
        return (self.until - now).days

    def pem(self) -> bytes:
        return b"".join(each.public_bytes(Encoding.PEM) for each in (self.leaf, *self.above))


def said_of(name: x509.Name) -> str:
    """A distinguished name as people read it: the largest part last."""
    return "、".join(str(each.value) for each in reversed(list(name))) or "（名前なし）"


def is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def fingerprint(certificate: x509.Certificate) -> str:
    """By which people tell one certificate from another, as Windows and phones write it."""
    return certificate.fingerprint(hashes.SHA256()).hex(":").upper()


def read_chain(path: Path) -> Chain:
    """The chain as it lies in a listener's file: its own certificate comes first."""
    leaf, *above = read_certificates(path)
    return Chain(leaf, tuple(above))


def read_certificates(path: Path) -> Sequence[x509.Certificate]:
    """Every certificate of a file: PEM, or as Windows writes them (.cer, .p7b). There is at least one."""
    held = _held(path)
    try:
        if PEM_PKCS7 in held:
            found = pkcs7.load_pem_pkcs7_certificates(held)
        elif PEM in held:
            found = x509.load_pem_x509_certificates(held)
        else:
            found = _der(held)
    except ValueError as error:
        raise Unreadable(path) from error
    if not found:
        raise Unreadable(path)
    return found


def read_key(path: Path) -> Key:
    """The key of a file; of another kind than browsers speak, or behind a pass phrase, it is none."""
    held = _held(path)
    try:
        found = (load_pem_private_key if PEM_OF_A_KEY in held else load_der_private_key)(held, password=None)
    except (ValueError, TypeError) as error:
        raise Unreadable(path) from error
    if not isinstance(found, ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey):
        raise Unreadable(path)
    return found


def in_order(certificates: Sequence[x509.Certificate], key: Key) -> Chain | None:
    """The chain of this key out of what an authority handed out in whatever order; None where none belongs to it."""
    leaf = next((each for each in certificates if Chain(each).belongs_to(key)), None)
    if leaf is None:
        return None
    above, last = list[x509.Certificate](), leaf
    left = [each for each in certificates if each != leaf]
    while last.issuer != last.subject:
        voucher = next((each for each in left if vouches(each, last)), None)
        if voucher is None:
            break
        above.append(voucher)
        left.remove(voucher)
        last = voucher
    return Chain(leaf, tuple(above))


def vouches(voucher: x509.Certificate, issued: x509.Certificate) -> bool:
    """Whether one was signed by the other, and the other is one that may sign."""
    try:
        issued.verify_directly_issued_by(voucher)
        allowed = voucher.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    except (ValueError, TypeError, InvalidSignature, x509.ExtensionNotFound):
        return False
    return allowed


def _held(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MOST_BYTES)


def _der(held: bytes) -> Sequence[x509.Certificate]:
    try:
        return [x509.load_der_x509_certificate(held)]
    except ValueError:
        return pkcs7.load_der_pkcs7_certificates(held)


def _public(key: object) -> bytes:
    if not isinstance(key, ec.EllipticCurvePublicKey | rsa.RSAPublicKey):
        return b""
    return key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
