"""What is wrong with a certificate is known before a browser finds out (ZONE-11)."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ed25519, rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
    pkcs7,
)

from yoriai.platform.tls.authority import Authority, founded
from yoriai.platform.tls.chain import (
    Chain,
    Key,
    Unreadable,
    in_order,
    read_certificates,
    read_chain,
    read_key,
)
from yoriai.platform.tls.faults import STOPS, Fault, faults, faults_of_files, is_believed, urgency
from yoriai.platform.tls.making import key_pem, new_key, subject
from yoriai.platform.tls.placing import put

HOST = "yoriai.lgwan.city.example"
NOW = datetime.now(UTC).replace(microsecond=0)


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    return founded(tmp_path / "ca", [HOST, "10.1.0.10"], "見本市 認証局", now=NOW)


@pytest.fixture
def key() -> Key:
    return new_key()


def between(authority: Authority, key: Key, *, ca: bool = True) -> x509.Certificate:
    """A certificate of this key that the authority signed, as one that may sign others, or may not."""
    made = x509.CertificateBuilder().subject_name(subject("中間")).issuer_name(authority.certificate.subject)
    made = made.public_key(key.public_key()).serial_number(7)
    made = made.not_valid_before(NOW).not_valid_after(NOW + timedelta(days=900))
    made = made.add_extension(x509.BasicConstraints(ca=ca, path_length=None), True)
    return made.sign(authority.key, hashes.SHA256())


@pytest.mark.req("ZONE-11")
@pytest.mark.parametrize("host", [HOST, "10.1.0.10"])
def test_a_certificate_that_was_made_for_a_listener_has_no_fault(authority: Authority, key: Key, host: str):
    chain = authority.vouch(host, key, now=NOW)
    assert faults(chain, key, host, now=NOW) == []
    assert is_believed(chain, [authority.certificate], host, now=NOW)


@pytest.mark.req("ZONE-11")
def test_each_fault_is_told_by_its_own_name(authority: Authority, key: Key):
    good = authority.vouch(HOST, key, now=NOW)
    assert faults(good, new_key(), HOST, now=NOW) == [Fault.OTHER_KEY]
    for other in ("yoriai.city.example", "x.yoriai.lgwan.city.example", "lgwan.city.example", "10.1.0.11"):
        assert faults(good, key, other, now=NOW) == [Fault.OTHER_NAME]
    assert faults(good, key, HOST, now=NOW - timedelta(days=2)) == [Fault.NOT_YET]
    assert faults(good, key, HOST, now=good.until - timedelta(seconds=1)) == []
    assert faults(good, key, HOST, now=good.until) == [Fault.OVER]
    stranger = Chain(good.leaf, (between(authority, new_key()),))
    assert faults(stranger, key, HOST, now=NOW) == [Fault.BROKEN_CHAIN]
    root = Chain(authority.certificate)
    assert faults(root, authority.key, HOST, now=NOW) == [Fault.OTHER_NAME, Fault.AN_AUTHORITY]


@pytest.mark.asvs("V11.2.3", "V11.6.1")
def test_a_key_that_can_be_computed_is_weak(authority: Authority):
    short = rsa.generate_private_key(public_exponent=65_537, key_size=1024)
    chain = authority.vouch(HOST, short, now=NOW)
    assert faults(chain, short, HOST, now=NOW) == [Fault.WEAK]
    long = new_key(is_rsa=True)
    assert isinstance(long, rsa.RSAPrivateKey)
    assert long.key_size >= 3072
    assert faults(authority.vouch(HOST, long, now=NOW), long, HOST, now=NOW) == []


@pytest.mark.parametrize(
    ("name", "host", "is_for"),
    [
        ("*.city.example", "yoriai.city.example", True),
        ("*.city.example", "YORIAI.city.example".lower(), True),
        ("*.city.example", "a.yoriai.city.example", False),
        ("*.city.example", "city.example", False),
        ("*.1.0.10", "10.1.0.10", False),
    ],
)
def test_an_asterisk_stands_for_one_part_of_a_name(authority: Authority, key: Key, *, name, host, is_for):
    assert authority.vouch(name, key, now=NOW).is_for(host) is is_for


def test_a_common_name_alone_is_no_name(key: Key):
    made = x509.CertificateBuilder().subject_name(subject(HOST)).issuer_name(subject(HOST)).serial_number(1)
    made = made.public_key(key.public_key()).not_valid_before(NOW).not_valid_after(NOW + timedelta(days=9))
    assert faults(Chain(made.sign(key, hashes.SHA256())), key, HOST, now=NOW) == [Fault.OTHER_NAME]


@pytest.mark.req("ZONE-11")
def test_the_own_authority_is_believed_of_its_hosts_and_of_nothing_else(authority: Authority, key: Key):
    """Whoever gets hold of its key cannot pass for a bank before those who believe it."""
    for other in ("bank.example", "city.example", "10.1.0.11", "*.example"):
        chain = authority.vouch(other, key, now=NOW)
        host = other.replace("*", "bank")
        assert not is_believed(chain, [authority.certificate], host, now=NOW)
    below = new_key()
    another = Authority(between(authority, below), below)
    chain = Chain(another.vouch(HOST, key, now=NOW).leaf, (another.certificate,))
    assert not is_believed(chain, [authority.certificate], HOST, now=NOW), "nor can it appoint others"
    assert not is_believed(authority.vouch(HOST, key, now=NOW), [another.certificate], HOST, now=NOW)


def test_whatever_an_authority_hands_out_becomes_a_chain_in_order(
    authority: Authority, key: Key, tmp_path: Path
):
    below = new_key()
    middle = between(authority, below)
    leaf = Authority(middle, below).vouch(HOST, key, now=NOW).leaf
    bag = [authority.certificate, middle, leaf, between(authority, new_key(), ca=False)]
    chain = in_order(bag, key)
    assert chain is not None
    assert chain == Chain(leaf, (middle, authority.certificate))
    assert faults(chain, key, HOST, now=NOW) == []
    assert in_order(bag, new_key()) is None
    forms = {
        "one.pem": chain.pem(),
        "two.p7b": pkcs7.serialize_certificates(bag, Encoding.DER),
        "three.p7b": pkcs7.serialize_certificates(bag, Encoding.PEM),
        "four.cer": leaf.public_bytes(Encoding.DER),
    }
    for name, held in forms.items():
        (tmp_path / name).write_bytes(held)
        found = in_order(read_certificates(tmp_path / name), key)
        assert found is not None
        assert found.leaf == leaf


def test_one_that_may_not_sign_vouches_for_nobody(authority: Authority, key: Key):
    below = new_key()
    middle = between(authority, below, ca=False)
    leaf = Authority(middle, below).vouch(HOST, key, now=NOW).leaf
    assert in_order([leaf, middle], key) == Chain(leaf)
    assert Fault.BROKEN_CHAIN in faults(Chain(leaf, (middle,)), key, HOST, now=NOW)


@pytest.mark.parametrize(
    "held", [b"", b"hello", b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"]
)
def test_what_is_no_certificate_and_no_key_is_said_so(tmp_path: Path, held: bytes):
    (tmp_path / "file").write_bytes(held)
    for read in (read_chain, read_key):
        with pytest.raises(Unreadable):
            read(tmp_path / "file")


def test_a_key_behind_a_pass_phrase_or_of_another_kind_is_none(tmp_path: Path, key: Key):
    behind = BestAvailableEncryption(b"open sesame")
    for held in (
        key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, behind),
        ed25519.Ed25519PrivateKey.generate().private_bytes_raw(),
    ):
        (tmp_path / "key").write_bytes(held)
        with pytest.raises(Unreadable):
            read_key(tmp_path / "key")


@pytest.mark.req("N127")
def test_of_files_it_is_said_what_is_missing_and_who_else_can_read_the_key(
    authority: Authority, key: Key, tmp_path: Path
):
    at, own = tmp_path / "here.crt", tmp_path / "here.key"
    assert faults_of_files(at, own, HOST, now=NOW) == [Fault.NO_CERTIFICATE, Fault.NO_KEY]
    put(at, authority.vouch(HOST, key, now=NOW).pem(), mode=0o644)
    assert faults_of_files(at, own, HOST, now=NOW) == [Fault.NO_KEY]
    put(own, key_pem(key), mode=0o600)
    assert faults_of_files(at, own, HOST, now=NOW) == []
    own.chmod(0o644)
    assert faults_of_files(at, own, HOST, now=NOW) == [Fault.OPEN_KEY]
    own.chmod(0o640)
    assert faults_of_files(at, own, HOST, now=NOW) == [], "a group of the server's own may read it"
    at.write_bytes(b"")
    assert faults_of_files(at, own, HOST, now=NOW) == [Fault.NO_CERTIFICATE]


def test_a_clock_that_stands_wrong_or_an_end_does_not_stop_the_start():
    assert STOPS.isdisjoint({Fault.NOT_YET, Fault.OVER, Fault.WEAK, Fault.BROKEN_CHAIN})


@pytest.mark.req("ZONE-11")
@pytest.mark.parametrize(
    ("days", "said"), [(61, None), (60, 60), (31, 60), (30, 30), (8, 30), (7, 7), (0, 7), (-1, 7)]
)
def test_the_end_is_warned_of_sixty_thirty_and_seven_days_before(days: int, said: int | None):
    assert urgency(days) == said
