"""A listener's own rules: nothing that a request says about itself changes the zone or the address."""

from ipaddress import ip_network
from typing import NoReturn

import pytest

from yoriai.kit.errors import NotFound
from yoriai.platform.http.edge import Edge
from yoriai.platform.http.listener import Knock, ListenerRules, new_request_id, plain

PROXY, PEER = "10.0.0.5", "192.0.2.9"
HOST = "chat.example"


def rules(*proxies: str) -> ListenerRules:
    networks = tuple(ip_network(each) for each in proxies)
    return ListenerRules("internet", frozenset({HOST}), frozenset({f"https://{HOST}"}), networks)


def knock(headers: dict[str, str], peer: str = PEER, *proxies: str) -> Knock:
    return rules(*proxies).knock({"host": HOST} | headers, peer, "1")


@pytest.mark.req("N28", "ZONE-1")
@pytest.mark.parametrize(
    "header", ["x-forwarded-for", "forwarded", "x-real-ip", "x-zone", "x-client-ip", "via", "zone"]
)
@pytest.mark.parametrize("value", ["127.0.0.1", "lgwan", "10.0.0.5, 10.0.0.6", "for=127.0.0.1", ""])
@pytest.mark.asvs("V4.1.3")
def test_a_stranger_who_claims_a_zone_or_an_address_claims_in_vain(header: str, value: str):
    found = knock({header: value}, PEER, "10.0.0.0/8")
    assert (found.zone, found.address) == ("internet", PEER)


@pytest.mark.req("N28")
@pytest.mark.parametrize(
    ("forwarded", "address"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("198.51.100.1, 203.0.113.7", "203.0.113.7"),
        ("127.0.0.1, 203.0.113.7, 10.1.2.3", "203.0.113.7"),
        ("203.0.113.7,, ", "203.0.113.7"),
        ("10.1.2.3, 10.0.0.5", PROXY),
        ("", PROXY),
        ("::ffff:203.0.113.7", "203.0.113.7"),
        ("2001:db8::0:1", "2001:db8::1"),
        ("::ffff:10.9.9.9, 203.0.113.7", "203.0.113.7"),
        ("203.0.113.7, ::ffff:10.9.9.9", "203.0.113.7"),
    ],
)
@pytest.mark.asvs("V15.3.4")
def test_of_a_declared_proxy_the_last_foreign_hop_is_believed(forwarded: str, address: str):
    assert knock({"x-forwarded-for": forwarded}, PROXY, "10.0.0.0/8").address == address


@pytest.mark.req("N28")
def test_other_headers_are_not_believed_from_a_proxy_either():
    headers = {"forwarded": "for=1.2.3.4", "x-real-ip": "1.2.3.4", "x-zone": "lgwan"}
    found = knock(headers, PROXY, "10.0.0.0/8")
    assert (found.zone, found.address) == ("internet", PROXY)


@pytest.mark.req("N28")
@pytest.mark.parametrize("peer", ["::ffff:10.0.0.5", "10.0.0.5"])
def test_a_proxy_is_known_in_either_form_of_its_address(peer: str):
    assert knock({"x-forwarded-for": "203.0.113.7"}, peer, "10.0.0.0/8").address == "203.0.113.7"


@pytest.mark.req("N28")
@pytest.mark.asvs("V15.3.4")
def test_without_declared_proxies_nobody_is_believed():
    assert knock({"x-forwarded-for": "203.0.113.7"}, "127.0.0.1").address == "127.0.0.1"


@pytest.mark.parametrize("peer", ["", "unix:", "x" * 500])
def test_a_peer_without_an_address_is_no_proxy(peer: str):
    found = knock({"x-forwarded-for": "203.0.113.7"}, peer, "0.0.0.0/0", "::/0")
    assert found.address == peer[:64]


@pytest.mark.req("N27")
@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("::ffff:10.0.0.1", "10.0.0.1"),
        ("[2001:db8::1]", "2001:db8::1"),
        ("2001:DB8:0:0:0:0:0:1", "2001:db8::1"),
        ("192.0.2.1", "192.0.2.1"),
        ("0177.0.0.1", "0177.0.0.1"),
        ("y" * 100, "y" * 64),
    ],
)
def test_an_address_has_one_form(said: str, meant: str):
    assert plain(said) == meant


@pytest.mark.req("ZONE-1")
@pytest.mark.parametrize(
    "host", ["", "elsewhere.example", "chat.example:8600", "chat.example.", "lgwan.example"]
)
def test_under_another_name_there_is_nothing_here(host: str):
    with pytest.raises(NotFound):
        rules().knock({"host": host}, PEER, "1")


def test_a_host_name_may_be_written_in_capitals():
    assert rules().knock({"host": "CHAT.example"}, PEER, "1").zone == "internet"
    with pytest.raises(NotFound):
        rules().knock({}, PEER, "1")


@pytest.mark.req("N39")
@pytest.mark.parametrize(
    ("origin", "is_own"),
    [
        (f"https://{HOST}", True),
        (f"http://{HOST}", False),
        (f"https://{HOST}:8443", False),
        (f"https://{HOST}.evil.example", False),
        ("null", False),
        ("", False),
    ],
)
def test_only_pages_of_this_very_listener_may_ask(origin: str, is_own: bool):
    assert rules().is_own_origin(origin) is is_own


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("token=abc", "abc"),
        ("a=1; token=abc; b=2", "abc"),
        ("token=a=b", "a=b"),
        ("token=", ""),
        ("nottoken=abc", None),
        ("", None),
        ("token=abc; token=def", None),
        ("token=abc; token=abc", None),
        ("TOKEN=abc", None),
    ],
)
@pytest.mark.asvs("V15.3.7")
def test_a_cookie_counts_if_it_came_once(header: str, value: str | None):
    assert knock({"cookie": header}).cookie("token") == value
    assert knock({}).cookie("token") is None


def test_a_header_that_did_not_come_is_empty():
    assert knock({"x": "1"}).header("y") == ""


def test_every_request_has_a_number_of_its_own():
    assert len({new_request_id() for _ in range(1_000)}) == 1_000
    assert new_request_id().isalnum()


async def nothing(*_: object) -> NoReturn:
    raise AssertionError


def test_where_the_socket_itself_speaks_tls_browsers_are_told_to_stay_with_it():
    assert "strict-transport-security" in Edge(nothing, rules(), secure=True).headers
    assert "strict-transport-security" not in Edge(nothing, rules(), secure=False).headers


@pytest.mark.anyio
async def test_what_is_not_http_goes_no_further():
    await Edge(nothing, rules(), secure=False)({"type": "lifespan"}, nothing, nothing)


@pytest.mark.req("N125", "N28")
def test_a_proxy_is_a_keeper_on_its_own_behalf_alone():
    keeping = rules("10.0.0.0/8")
    assert keeping.is_keeper(knock({}, PROXY, "10.0.0.0/8").address)
    assert keeping.is_keeper("127.0.0.1")
    for_another = {"x-forwarded-for": f"{PROXY}, 203.0.113.7"}
    assert not keeping.is_keeper(knock(for_another, PROXY, "10.0.0.0/8").address)
    assert not keeping.is_keeper(PEER)
