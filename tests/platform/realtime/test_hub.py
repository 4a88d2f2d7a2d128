"""The hub: who hears what on this process, without a database."""

from uuid import UUID, uuid4

from tests.platform.hall import Someone
from tests.platform.nodes import Ear
from yoriai.platform.facts.fact import Revoked
from yoriai.platform.facts.sight import WHOLE, Sight
from yoriai.platform.realtime.hub import SIGNED_OUT, Hub
from yoriai.platform.realtime.listener import Listener


def seated(hub: Hub, who: Someone, *streams: str) -> tuple[Listener, Ear]:
    ear = Ear(who)
    listener = ear.listener()
    hub.register(listener)
    hub.subscribe(listener, dict.fromkeys(streams, WHOLE), {})
    return listener, ear


def hearing(hub: Hub, stream: str) -> set[UUID]:
    channel = hub.channels.get(stream)
    return {each.who.account_id for group in channel.groups.values() for each in group} if channel else set()


def test_a_channel_is_there_as_long_as_somebody_hears_it():
    hub = Hub()
    one, _ = seated(hub, Someone(), "hall/1")
    other, _ = seated(hub, Someone(), "hall/1")

    hub.unsubscribe(one, "hall/1")
    assert "hall/1" in hub.channels
    hub.forget(other)
    assert hub.channels == {}


def test_a_new_channel_begins_at_the_head_read_for_it_and_an_open_one_stays_where_it_is():
    hub = Hub()
    one, other = Ear(Someone()).listener(), Ear(Someone()).listener()

    hub.subscribe(one, {"hall/1": WHOLE}, {"hall/1": 4})
    hub.subscribe(other, {"hall/1": WHOLE, "hall/2": WHOLE}, {"hall/1": 6})
    assert hub.heads(["hall/1", "hall/2", "hall/3"]) == {"hall/1": 4, "hall/2": 0}
    assert hub.openings == 2


def test_who_subscribes_again_with_another_sight_is_there_once():
    hub = Hub()
    one, _ = seated(hub, Someone(), "hall/1")
    hub.subscribe(one, {"hall/1": Sight(3, 2)}, {})

    assert [list(group) for group in hub.channels["hall/1"].groups.values()] == [[one]]
    assert list(hub.channels["hall/1"].groups) == [("staff", Sight(3, 2))]


def test_forgetting_a_socket_leaves_the_others_of_its_account():
    hub, me = Hub(), Someone()
    one, _ = seated(hub, me, "hall/1")
    other, _ = seated(hub, me, "hall/1")

    hub.forget(one)
    assert (hub.listeners, hub.accounts) == ({other}, {me.account_id: {other}})
    hub.forget(other)
    hub.forget(other)
    assert (hub.listeners, hub.accounts) == (set(), {})


def test_leaving_takes_every_socket_of_the_account_out_of_the_stream():
    hub, me, other = Hub(), Someone(), Someone()
    for who in (me, me, other):
        seated(hub, who, "hall/1", "hall/2")

    hub.leave(me.account_id, "hall/1")
    hub.leave(uuid4(), "hall/1")
    assert hearing(hub, "hall/1") == {other.account_id}
    assert hearing(hub, "hall/2") == {me.account_id, other.account_id}


def test_leaving_ends_looking_too():
    hub = Hub()
    one, _ = seated(hub, Someone(), "hall/1", "hall/2")
    one.looks_at = frozenset({"hall/1", "hall/2"})
    hub.unsubscribe(one, "hall/2")
    assert one.looks_at == {"hall/1"}
    hub.unsubscribe(one, "hall/1")
    assert one.looks_at == set()


def test_a_stream_that_nobody_hears_can_be_left():
    hub = Hub()
    one, _ = seated(hub, Someone())
    hub.unsubscribe(one, "hall/1")
    assert hub.channels == {}


def test_revoking_closes_the_session_named_and_no_other():
    hub, me = Hub(), Someone()
    again = Someone(account_id=me.account_id)
    (one, heard), (other, still) = seated(hub, me, "hall/1"), seated(hub, again, "hall/1")

    hub.revoke(Revoked(account_id=me.account_id, session_id=me.session_id))
    assert (heard.closed, still.closed) == ((SIGNED_OUT, "signed_out"), None)
    assert hub.listeners == {other}
    assert one.sights == {}

    hub.revoke(Revoked(account_id=me.account_id))
    hub.revoke(Revoked(account_id=me.account_id))
    assert still.closed == (SIGNED_OUT, "signed_out")
    assert hub.channels == {}


def test_sockets_take_turns():
    hub = Hub()
    assert [seated(hub, Someone())[0].turn for _ in range(3)] == [1, 2, 3]
