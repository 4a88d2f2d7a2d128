"""A small authority of one's own (ZONE-11): it can vouch for the listeners' host names and, by its own word, for nothing
else. Who installs it on their machines gives nobody the power to pass for a bank."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import ip_network
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding

from yoriai.platform.tls.chain import Chain, Key, is_address, read_certificates, read_key
from yoriai.platform.tls.making import extensions_of_a_server, key_pem, new_key, subject, uses
from yoriai.platform.tls.placing import put

LASTS = timedelta(days=3_652)
LEAF_LASTS = timedelta(
    days=397
)  # what browsers take at most of an authority that the public knows; no need for more
LEEWAY = timedelta(days=1)  # clocks of terminals that stand back
EVERY_ADDRESS = tuple(x509.IPAddress(ip_network(each)) for each in ("0.0.0.0/0", "::/0"))


@dataclass(frozen=True, slots=True)
class Authority:
    """Its certificate, and the key by which it vouches."""

    certificate: x509.Certificate
    key: Key

    @property
    def hosts(self) -> frozenset[str]:
        """For which names it may vouch."""
        within = self.certificate.extensions.get_extension_for_class(x509.NameConstraints).value
        return frozenset(_host(each) for each in within.permitted_subtrees or ())

    def vouch(self, host: str, key: Key, *, also: Sequence[str] = (), now: datetime) -> Chain:
        """A certificate of this host and its other names, for a year; never longer than the authority itself."""
        made = _begun(subject(host), self.certificate.subject, key, now=now)
        made = made.not_valid_after(min(now + LEAF_LASTS, self.certificate.not_valid_after_utc))
        for extension, is_critical in extensions_of_a_server(key, [host, *also]):
            made = made.add_extension(extension, is_critical)
        by = x509.AuthorityKeyIdentifier.from_issuer_public_key(self.key.public_key())
        return Chain(made.add_extension(by, False).sign(self.key, hashes.SHA256()))


def key_file(folder: Path) -> Path:
    return folder / "root.key"


def certificate_file(folder: Path) -> Path:
    return folder / "root.crt"


def hand_out_file(folder: Path) -> Path:
    """The same in the form that Windows and phones take, whose hash is the fingerprint."""
    return folder / "root.cer"


def founded(folder: Path, hosts: Sequence[str], name: str, *, now: datetime) -> Authority:
    """Make the authority of these hosts and keep it in this folder, which is the owner's alone. The key first: without
    its certificate it is nothing, and is made anew."""
    key, called = new_key(), subject(name)
    made = _begun(called, called, key, now=now).not_valid_after(now + LASTS)
    whole = made.add_extension(x509.BasicConstraints(ca=True, path_length=0), True)
    whole = whole.add_extension(uses("key_cert_sign", "crl_sign"), True)
    whole = whole.add_extension(_only(hosts), True)
    certificate = whole.sign(key, hashes.SHA256())
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    put(key_file(folder), key_pem(key), mode=0o600)
    put(hand_out_file(folder), certificate.public_bytes(Encoding.DER), mode=0o644)
    put(certificate_file(folder), certificate.public_bytes(Encoding.PEM), mode=0o644)
    return Authority(certificate, key)


def kept(folder: Path) -> Authority | None:
    """The authority that was founded here, if one was."""
    if not certificate_file(folder).is_file():
        return None
    (certificate,) = read_certificates(certificate_file(folder))
    return Authority(certificate, read_key(key_file(folder)))


def _begun(whose: x509.Name, by: x509.Name, key: Key, *, now: datetime) -> x509.CertificateBuilder:
    made = x509.CertificateBuilder().subject_name(whose).issuer_name(by).public_key(key.public_key())
    made = made.serial_number(x509.random_serial_number()).not_valid_before(now - LEEWAY)
    return made.add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), False)


def _only(hosts: Sequence[str]) -> x509.NameConstraints:
    named = [x509.DNSName(each) for each in hosts if not is_address(each)]
    numbered = [x509.IPAddress(ip_network(each)) for each in hosts if is_address(each)]
    return x509.NameConstraints([*named, *numbered], None if numbered else EVERY_ADDRESS)


def _host(name: x509.GeneralName) -> str:
    return str(name.value).partition("/")[0]
