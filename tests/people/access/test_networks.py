"""Which addresses a group's networks let in, in whatever form either is written."""

import pytest

from yoriai.people.access.networks import ANYWHERE, MOST, Networks, network_of, networks_of

OFFICE = Networks(internet=("10.1.0.0/16", "2001:db8:1::/48", "203.0.113.5"))


@pytest.mark.req("ZONE-8", "N27")
@pytest.mark.parametrize(
    ("address", "is_in"),
    [
        ("10.1.255.255", True),
        ("10.2.0.0", False),
        ("::ffff:10.1.2.3", True),
        ("::ffff:0a01:0203", True),
        ("0:0:0:0:0:ffff:10.1.2.3", True),
        ("64:ff9b::10.1.2.3", True),
        ("64:ff9b::a01:203", True),
        ("::ffff:10.2.0.0", False),
        ("64:ff9b::10.2.0.0", False),
        ("64:ff9b:1::10.1.2.3", False),
        ("2001:db8:1::1", True),
        ("2001:DB8:1:ffff::", True),
        ("[2001:db8:1::1]", True),
        ("2001:db8:2::1", False),
        ("203.0.113.5", True),
        ("203.0.113.6", False),
        ("::203.0.113.5", False),
        ("fe80::1%eth0", False),
        ("010.001.002.003", False),
        ("10.1.2.3, 127.0.0.1", False),
        ("10.1.2.3:443", False),
        ("", False),
        ("unknown", False),
    ],
)
def test_one_machine_is_judged_the_same_in_every_form_of_its_address(address: str, is_in: bool):
    assert OFFICE.let_in("internet", address) is is_in
    assert OFFICE.let_in("lgwan", address), "nothing is said of this side"


@pytest.mark.req("ZONE-8", "N27")
@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("10.1.2.3", "10.1.2.3/32"),
        (" 10.1.2.3/16 ", "10.1.0.0/16"),
        ("10.1.0.0/255.255.0.0", "10.1.0.0/16"),
        ("::ffff:10.1.0.0/112", "10.1.0.0/16"),
        ("64:ff9b::c000:200/120", "192.0.2.0/24"),
        ("2001:DB8::1", "2001:db8::1/128"),
        ("[2001:db8::]/32", None),
        ("::/0", "::/0"),
        ("10.1", None),
        ("10.1.0.0/33", None),
        ("１０.1.0.0", None),
        ("city.example", None),
        ("", None),
    ],
)
def test_a_network_is_kept_in_one_form(typed: str, kept: str | None):
    if kept is None:
        with pytest.raises(ValueError):
            network_of(typed)
    else:
        assert str(network_of(typed)) == kept


def test_where_nothing_is_said_everybody_comes_from_anywhere():
    for said in (None, {}, {"password": {}}):
        assert networks_of(said) is ANYWHERE
    assert networks_of({"networks": {"lgwan": [], "internet": []}}).let_in("internet", "unknown")


@pytest.mark.parametrize(
    "kept",
    ["10.0.0.0/8", [], {"lgwan": "10.0.0.0/8"}, {"internet": ["x"]}, {"lgwan": ["10.0.0.0/8"] * (MOST + 1)}],
)
def test_what_cannot_be_read_lets_nobody_in(kept: object):
    found = networks_of({"networks": kept})
    assert not found.let_in("lgwan", "10.0.0.1")
    assert not found.let_in("internet", "10.0.0.1")
