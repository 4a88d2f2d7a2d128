"""Of two rules the stricter holds, and says so; what nobody knows has the least (FILE-5, FILE-6, FILE-7)."""

from itertools import product

import pytest

from yoriai.people.files.taking.policy import (
    ORDER,
    Client,
    Role,
    Rule,
    Ruling,
    Sort,
    Takes,
    may_save,
    ruling,
    stricter,
)
from yoriai.people.files.taking.settings import (
    ByClient,
    ByRole,
    BySide,
    FileRules,
    Saving,
    SavingBySide,
    guests_may_bring,
)

USUAL = FileRules()


def rules(organization: Takes, network: Takes) -> FileRules:
    """Of phones of staff on the Internet side; everybody else may bring everything."""
    return FileRules(
        organization=ByRole(staff=ByClient(phone=organization)),
        networks=BySide(internet=ByRole(staff=ByClient(phone=network))),
    )


@pytest.mark.req("FILE-6")
def test_the_stricter_of_two_rules_holds_and_is_named() -> None:
    for organization, network in product(ORDER, ORDER):
        found = ruling(rules(organization, network), zone="internet", client="phone", role=Role.STAFF)
        is_network = ORDER.index(network) < ORDER.index(organization)
        assert found == (
            Ruling(network, Rule.NETWORK) if is_network else Ruling(organization, Rule.ORGANIZATION)
        )
        host = Ruling(network, Rule.HOST)
        assert stricter(Ruling(organization, Rule.ORGANIZATION), host).rule is (
            Rule.HOST if is_network else Rule.ORGANIZATION
        )


@pytest.mark.req("FILE-5", "N82")
def test_where_nobody_has_decided_phones_outside_bring_images_and_guests_nothing() -> None:
    for zone, client in product(("lgwan", "internet"), Client):
        is_outside = (zone, client) == ("internet", "phone")
        for role in (Role.STAFF, Role.OTHER):
            found = ruling(USUAL, zone=zone, client=client, role=role)
            assert found.takes is (Takes.IMAGES if is_outside else Takes.ALL)
        assert ruling(USUAL, zone=zone, client=client, role=Role.GUEST) == Ruling(
            Takes.NOTHING, Rule.ORGANIZATION
        )
        assert not guests_may_bring({}, zone, client)
        assert may_save(USUAL, zone=zone, client=client)


@pytest.mark.req("FILE-5")
def test_what_nobody_knows_has_the_least_of_all() -> None:
    strict = rules(Takes.ALL, Takes.NOTHING)
    for zone, client in (("internet", ""), ("", "phone"), ("moon", "watch")):
        assert ruling(strict, zone=zone, client=client, role=Role.STAFF).takes is Takes.NOTHING
    shut = FileRules(saving=SavingBySide(internet=Saving(phone=False)))
    saved = [(zone, client) for zone, client in product(("lgwan", "internet", ""), ("desktop", "phone", ""))
             if may_save(shut, zone=zone, client=client)]  # fmt: skip
    assert saved == [("lgwan", "desktop"), ("lgwan", "phone"), ("lgwan", ""), ("internet", "desktop"), ("", "desktop")]  # fmt: skip


@pytest.mark.req("FILE-5")
def test_each_rule_lets_in_its_sorts_and_those_of_all_stricter_ones() -> None:
    let_in = {
        takes: [sort.value for sort in Sort if Ruling(takes, Rule.NETWORK).lets_in(sort)] for takes in Takes
    }
    assert let_in == {
        "nothing": [],
        "images": ["image"],
        "images_video": ["image", "video"],
        "images_video_audio": ["image", "video", "audio"],
        "all": ["image", "video", "audio", "other"],
    }
    assert not Ruling(Takes.SOUND, Rule.NETWORK).lets_in("hologram")
