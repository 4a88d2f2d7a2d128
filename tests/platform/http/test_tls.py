"""TLS at our own door: its versions and ciphers, as the server asks for them."""

from ssl import CERT_NONE, PROTOCOL_TLS_SERVER, Options, SSLContext, TLSVersion

import pytest

from yoriai.platform.realtime.serving import CIPHERS


@pytest.fixture
def context() -> SSLContext:
    made = SSLContext(PROTOCOL_TLS_SERVER)
    made.set_ciphers(CIPHERS)
    return made


@pytest.mark.asvs("V12.1.1")
def test_nothing_older_than_tls_1_2_is_spoken_and_1_3_is_preferred(context: SSLContext) -> None:
    assert context.minimum_version >= TLSVersion.TLSv1_2
    assert context.maximum_version in {TLSVersion.MAXIMUM_SUPPORTED, TLSVersion.TLSv1_3}
    newest, *_ = context.get_ciphers()
    assert newest["protocol"] == "TLSv1.3"


@pytest.mark.asvs("V11.2.3", "V11.3.1", "V11.3.2", "V11.3.3", "V12.1.2")
def test_every_cipher_seals_and_has_keys_of_each_connections_own(context: SSLContext) -> None:
    for cipher in context.get_ciphers():
        assert cipher["aead"], cipher["name"]
        assert cipher["strength_bits"] >= 128
        assert cipher["name"].startswith(("TLS_", "ECDHE-"))
    assert context.options & Options.OP_CIPHER_SERVER_PREFERENCE


@pytest.mark.asvs("V12.1.3")
def test_nobody_is_known_by_a_certificate_of_their_own(context: SSLContext) -> None:
    """People are known by their session alone: a certificate that a client brings is not asked for and means nothing."""
    assert context.verify_mode is CERT_NONE
