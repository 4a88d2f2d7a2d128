"""`yoriai tls`: from asking an authority for a certificate to seeing when it ends (ZONE-11)."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from typer.testing import CliRunner, Result

from yoriai.app.cli import main
from yoriai.app.cli.doctor import _of_the_certificates
from yoriai.app.cli.obstacles import obstacles
from yoriai.platform.settings import Settings
from yoriai.platform.tls.authority import Authority, certificate_file, founded, hand_out_file
from yoriai.platform.tls.chain import fingerprint, read_chain, read_key
from yoriai.platform.tls.faults import faults_of_files, is_believed

INSIDE, OUTSIDE = "yoriai.lgwan.city.example", "yoriai.city.example"
NOW = datetime.now(UTC)


class Office:
    """An installation that speaks TLS inside, and stands behind a proxy outside."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.certificate, self.key = folder / "tls" / "lgwan.crt", folder / "tls" / "lgwan.key"
        self.listeners = [
            {"zone": "lgwan", "url": f"https://{INSIDE}", "bind": "0.0.0.0:443",
             "certificate": f"{self.certificate}", "key": f"{self.key}"},
            {"zone": "internet", "url": f"https://{OUTSIDE}", "bind": "127.0.0.1:8601", "proxies": ["127.0.0.1/32"]},
        ]  # fmt: skip

    def tls(self, *words: str | Path) -> Result:
        env = {"YORIAI_DATA_DIR": f"{self.folder}", "YORIAI_LISTENERS": json.dumps(self.listeners)}
        return CliRunner().invoke(main, ["tls", *map(str, words)], env=env)

    @property
    def settings(self) -> Settings:
        made = Settings(data_dir=self.folder, listeners=self.listeners)  # pyright: ignore[reportArgumentType]
        made.make_server_key()
        return made

    def doctor_says(self, *, days: int) -> list[tuple[bool, str]]:
        """So many days before the certificate inside ends."""
        now = read_chain(self.certificate).until - timedelta(days=days)
        return [(each.is_well, each.what) for each in _of_the_certificates(self.settings, now)]


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


@pytest.fixture
def city(tmp_path: Path) -> Authority:
    """The authority of the city, which takes a wish and hands out a certificate."""
    return founded(tmp_path / "city", [INSIDE, OUTSIDE], "見本市 認証局", now=NOW)


def handed_out(city: Authority, office: Office, *, now: datetime = NOW) -> Path:
    """What the city makes of the wish that was handed to it, as Windows writes it."""
    wish = x509.load_pem_x509_csr((office.folder / "tls" / "lgwan.csr").read_bytes())
    assert wish.is_signature_valid
    (host,) = wish.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    leaf = city.vouch(host.value, read_key(office.key.with_name("lgwan.key.new")), now=now).leaf
    assert leaf.public_key() == wish.public_key()
    made = office.folder / "lgwan.cer"
    made.write_bytes(leaf.public_bytes(Encoding.DER))
    return made


@pytest.mark.req("ZONE-11")
def test_a_certificate_is_asked_for_and_put_in_its_place(office: Office, city: Authority):
    assert any("証明書のファイルがないか" in each for each in obstacles(office.settings))
    asked = office.tls("request", "--host", INSIDE, "--organization", "見本市")
    assert (asked.exit_code, f"{office.key}.new" in asked.output) == (0, True)
    assert office.key.with_name("lgwan.key.new").stat().st_mode & 0o777 == 0o600
    assert not office.key.exists()
    put = office.tls("install", handed_out(city, office), "--ca", certificate_file(office.folder / "city"))
    assert (put.exit_code, "証明書を置きました" in put.output) == (0, True)
    assert faults_of_files(office.certificate, office.key, INSIDE, now=NOW) == []
    assert office.key.stat().st_mode & 0o777 == 0o600
    assert not office.key.with_name("lgwan.key.new").exists()
    assert obstacles(office.settings) == []
    shown = office.tls("show")
    assert (shown.exit_code, "見本市 認証局" in shown.output) == (0, True)
    assert read_chain(office.certificate).fingerprint in shown.output


@pytest.mark.req("ZONE-11")
def test_a_wish_that_waits_is_not_thrown_away_unasked(office: Office):
    office.tls("request")
    waiting = office.key.with_name("lgwan.key.new")
    before = waiting.read_bytes()
    refused = office.tls("request")
    assert (refused.exit_code, "証明書を待っています" in refused.output) == (1, True)
    assert waiting.read_bytes() == before
    assert office.tls("request", "--again", "--rsa", "--also", "YORIAI.example").exit_code == 0
    wish = x509.load_pem_x509_csr((office.folder / "tls" / "lgwan.csr").read_bytes())
    names = wish.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    assert names.get_values_for_type(x509.DNSName) == [INSIDE, "yoriai.example"]
    assert waiting.read_bytes() != before


@pytest.mark.req("ZONE-11")
@pytest.mark.parametrize(
    ("trouble", "words"),
    [
        ("other key", "組になっていません"),
        ("over", "期限が切れています"),
        ("not yet", "まだ始まっていません"),
        ("other name", "ホスト名のものではありません"),
        ("not believed", "この証明書を信じられません"),
        ("no certificate", "ないか、読めません"),
    ],
)
def test_a_certificate_with_a_fault_changes_nothing(
    office: Office, city: Authority, *, trouble: str, words: str
):
    office.tls("own-ca", "--host", INSIDE)
    before = (office.certificate.read_bytes(), office.key.read_bytes())
    office.tls("request", "--host", INSIDE)
    ago = {"over": 400, "not yet": -3}.get(trouble, 0)
    came = handed_out(city, office, now=NOW - timedelta(days=ago))
    more: list[str | Path] = []
    match trouble:
        case "other key":
            office.tls("request", "--host", INSIDE, "--again")
        case "other name":
            office.listeners[0]["url"] = "https://yoriai.new.example"
        case "not believed":
            more = ["--ca", certificate_file(office.folder / "ca")]
        case "no certificate":
            came.write_bytes(b"<html>")
        case _:
            pass
    refused = office.tls("install", came, *more)
    assert (refused.exit_code, words in refused.output) == (1, True), refused.output
    assert (office.certificate.read_bytes(), office.key.read_bytes()) == before


@pytest.mark.req("ZONE-11")
@pytest.mark.asvs("V11.6.1")
def test_a_small_authority_of_ones_own_makes_a_certificate_for_each_listener(office: Office):
    made = office.tls("own-ca")
    ca = office.folder / "ca"
    assert made.exit_code == 0
    root = read_chain(certificate_file(ca)).leaf
    for words in (
        "公開キーのポリシー",
        "信頼されたルート証明機関",
        fingerprint(root),
        f"{hand_out_file(ca)}",
    ):
        assert words in made.output
    assert "プロキシに渡してください" in made.output, "the certificate outside is for the proxy"
    for host, at in ((INSIDE, office.certificate), (OUTSIDE, office.folder / "tls" / f"{OUTSIDE}.crt")):
        assert faults_of_files(at, at.with_suffix(".key"), host, now=NOW) == []
        assert is_believed(read_chain(at), [root], host, now=NOW)
    private = [ca / "root.key", office.key, office.folder / "tls" / f"{OUTSIDE}.key"]
    assert {each.stat().st_mode & 0o777 for each in private} == {0o600}
    assert ca.stat().st_mode & 0o777 == 0o700
    assert obstacles(office.settings) == []


@pytest.mark.req("ZONE-11")
def test_asked_again_it_renews_what_ends_soon_and_leaves_the_rest(office: Office):
    office.tls("own-ca")
    before = office.certificate.read_bytes()
    again = office.tls("own-ca")
    assert (again.exit_code, "まだ期限が近くありません" in again.output) == (0, True)
    assert "公開キーのポリシー" not in again.output
    assert office.certificate.read_bytes() == before
    assert office.tls("own-ca", "--renew").exit_code == 0
    renewed = office.certificate.read_bytes()
    assert renewed != before
    office.key.write_bytes(b"")
    assert office.tls("own-ca").exit_code == 0
    assert faults_of_files(office.certificate, office.key, INSIDE, now=NOW) == []


@pytest.mark.req("ZONE-11")
def test_it_does_not_take_away_what_another_authority_made(office: Office, city: Authority):
    office.tls("request", "--host", INSIDE)
    office.tls("install", handed_out(city, office))
    before = office.certificate.read_bytes()
    told = office.tls("own-ca")
    assert "ほかの認証局の証明書があります" in told.output
    assert office.certificate.read_bytes() == before
    office.tls("own-ca", "--replace")
    assert office.certificate.read_bytes() != before


@pytest.mark.req("ZONE-11")
def test_a_new_host_name_needs_a_new_authority_and_is_told_so(office: Office):
    office.tls("own-ca")
    office.listeners[0]["url"] = "https://yoriai.new.example"
    refused = office.tls("own-ca")
    assert (refused.exit_code, "yoriai.new.example を保証できません" in refused.output) == (1, True)
    (office.folder / "ca" / "root.key").unlink()
    refused = office.tls("own-ca")
    assert (refused.exit_code, "鍵が読めません" in refused.output) == (1, True)


def test_a_listener_that_is_not_there_is_named(office: Office):
    for words in (("request",), ("own-ca",), ("install", office.folder)):
        refused = office.tls(*words, "--host", "nobody.example")
        if words[0] != "install":
            assert (refused.exit_code, f"{INSIDE}、{OUTSIDE}" in refused.output) == (1, True)


@pytest.mark.req("ZONE-11")
@pytest.mark.parametrize(
    ("days", "words"),
    [
        (61, ""),
        (60, "更新を始めてください"),
        (30, "一か月を切りました"),
        (7, "一週間を切りました"),
        (-1, "期限切れ"),
    ],
)
def test_doctor_warns_more_urgently_as_the_end_comes_near(office: Office, *, days: int, words: str):
    office.tls("own-ca")
    said = office.doctor_says(days=days)
    assert {is_well for is_well, _ in said} == {days > 60}
    assert all(words in what for _, what in said if "まで" in what)
    assert any(f"https://{OUTSIDE}" in what for _, what in said), "of the one that the proxy was given, too"
    assert any("期限が切れています" in what for _, what in said) is (days < 0)


@pytest.mark.req("N127", "ZONE-11")
def test_show_says_what_is_wrong_and_ends_with_one(office: Office):
    office.tls("own-ca")
    office.key.chmod(0o644)
    shown = office.tls("show")
    assert (shown.exit_code, "だれにでも読めます" in shown.output) == (1, True)
    assert any("だれにでも読めます" in each for each in obstacles(office.settings))
    office.certificate.unlink()
    assert "ないか、読めません" in office.tls("show").output
