"""Keys of listeners, and what an authority is asked for by them."""

from collections.abc import Sequence
from ipaddress import ip_address

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from yoriai.platform.tls.chain import Key, is_address

RSA_BITS = 3072
USES = ("digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement",
        "key_cert_sign", "crl_sign", "encipher_only", "decipher_only")  # fmt: skip


def new_key(*, is_rsa: bool = False) -> Key:
    """A key of P-256; of RSA for an authority that knows nothing else."""
    if is_rsa:
        return rsa.generate_private_key(public_exponent=65_537, key_size=RSA_BITS)
    return ec.generate_private_key(ec.SECP256R1())


def key_pem(key: Key) -> bytes:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def wish(key: Key, hosts: Sequence[str], organization: str = "") -> bytes:
    """What an authority is handed (CSR): whose key this is, and under which names it is to be believed."""
    made = x509.CertificateSigningRequestBuilder().subject_name(subject(hosts[0], organization))
    for extension, is_critical in extensions_of_a_server(key, hosts):
        made = made.add_extension(extension, is_critical)
    return made.sign(key, hashes.SHA256()).public_bytes(Encoding.PEM)


def subject(name: str, organization: str = "") -> x509.Name:
    """Country, body and name, as far as they are said."""
    said = [
        (NameOID.COUNTRY_NAME, "JP"),
        (NameOID.ORGANIZATION_NAME, organization),
        (NameOID.COMMON_NAME, name[:64]),
    ]
    return x509.Name([x509.NameAttribute(which, value) for which, value in said if value])


def extensions_of_a_server(key: Key, hosts: Sequence[str]) -> Sequence[tuple[x509.ExtensionType, bool]]:
    """What makes a certificate one of a server, and of these names alone."""
    names = x509.SubjectAlternativeName([general_name(each) for each in hosts])
    return (
        (names, False),
        (x509.BasicConstraints(ca=False, path_length=None), True),
        (
            uses("digital_signature", *(("key_encipherment",) if isinstance(key, rsa.RSAPrivateKey) else ())),
            True,
        ),
        (x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), False),
    )


def general_name(host: str) -> x509.GeneralName:
    return x509.IPAddress(ip_address(host)) if is_address(host) else x509.DNSName(host)


def uses(*names: str) -> x509.KeyUsage:
    """What a key may be used for, and for nothing else."""
    return x509.KeyUsage(**{each: each in names for each in USES})
