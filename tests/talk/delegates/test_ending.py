"""When somebody acts for another one no longer, the seats that they had for them are gone, on every line (ORG-8)."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import update

from tests.cast import SATO, SUZUKI, TAKAHASHI, TANAKA, WELFARE
from tests.ear import Refusal
from tests.keys import new_send_key
from tests.talk.delegates.acting import enters, made, makes, named, refused, seats, today
from tests.town import Town
from yoriai.people.accounts.delegates.jobs import end_passed
from yoriai.people.accounts.delegates.models import Delegate
from yoriai.people.accounts.models import Account

pytestmark = [pytest.mark.anyio, pytest.mark.req("ORG-8")]


def says(room: UUID) -> dict[str, object]:
    parts = [{"kind": "text", "text": "まだいます"}]
    return {"room_id": str(room), "send_key": new_send_key(), "parts": parts}


@pytest.mark.req("N40", "N25")
@pytest.mark.parametrize("carrier", ["socket", "events", "poll"])
async def test_whoever_is_taken_back_loses_the_room_at_once_on_every_line(town: Town, carrier: str) -> None:
    delegate = await named(town, SATO, SUZUKI)
    room = await made(town, SUZUKI, SATO, [TANAKA])
    async with town.listens(SUZUKI, carrier=carrier) as ear:
        assert (await town.call(SATO, "DELETE", f"/api/delegates/{delegate}")).status_code == 204
        await ear.knocks_again()
    async with town.listens(SUZUKI, carrier=carrier) as ear:
        await town.says(TANAKA, "内々の話です", room)
        await town.says(SATO, "おはようございます", WELFARE)
        assert (await ear.fact("messages.posted"))["stream"] == f"room/{WELFARE}"
        assert len(ear.named("messages.posted")) == 1
    assert await enters(town, SUZUKI, room) == 404
    assert await refused(await makes(town, SUZUKI, SATO)) == (403, "delegates.not_delegate")
    assert set(await seats(town, TANAKA, room)) == {str(SATO), str(TANAKA)}
    (line,) = [
        each
        for each in (await town.call(TANAKA, "GET", f"/api/rooms/{room}/messages")).json()["lines"]
        if each["kind"] == "delegate_ended"
    ]
    assert (line["by"], line["who"][0]["family"], line["on_behalf_of"]["family"]) == (None, "鈴木", "佐藤")


@pytest.mark.req("N40")
async def test_an_open_socket_speaks_there_no_more(town: Town) -> None:
    delegate = await named(town, SATO, SUZUKI)
    room = await made(town, SUZUKI, SATO)
    async with town.listens(SUZUKI) as ear:
        assert (await ear.ask("messages.post", **says(room)))["message_id"]
        assert (await town.call(SUZUKI, "DELETE", f"/api/delegates/{delegate}")).status_code == 204
        await ear.knocks_again()
    async with town.listens(SUZUKI) as ear:
        with pytest.raises(Refusal, match="not_found"):
            await ear.ask("messages.post", **says(room))


async def _last_day_passes(town: Town) -> None:
    async with town.assembly.works.writing() as work:
        await work.session.execute(update(Delegate).values(until=today(town) - timedelta(days=1)))


async def _principal_is_stopped(town: Town) -> None:
    assert (await town.call(TAKAHASHI, "PUT", f"/api/accounts/{SATO}/suspension")).status_code == 204


async def _principal_retires(town: Town) -> None:
    async with town.assembly.works.writing() as work:
        gone = update(Account).where(Account.id == SATO)
        await work.session.execute(gone.values(ends_on=today(town) - timedelta(days=1)))


@pytest.mark.req("D19", "D20")
@pytest.mark.parametrize("happens", [_last_day_passes, _principal_is_stopped, _principal_retires])
async def test_from_the_moment_that_it_holds_no_more_nothing_is_managed(
    town: Town, happens: Callable[[Town], Awaitable[None]]
) -> None:
    await named(town, SATO, SUZUKI)
    room = await made(town, SUZUKI, SATO)
    await happens(town)
    for method, path, body in (
        ("POST", "/members", {"accounts": [str(TANAKA)]}),
        ("PATCH", "", {"name": "わたしのルーム"}),
        ("PUT", "/label", {"label": 2, "expected": 0}),
        ("PUT", "/archive", None),
    ):
        answer = await town.call(SUZUKI, method, f"/api/rooms/{room}{path}", body)
        assert await refused(answer) == (403, "forbidden"), path
    assert await refused(await makes(town, SUZUKI, SATO)) == (403, "delegates.not_delegate")


@pytest.mark.req("D20")
async def test_the_night_after_the_last_day_ends_the_seats_by_itself(town: Town) -> None:
    await named(town, SATO, SUZUKI)
    room = await made(town, SUZUKI, SATO)
    await _last_day_passes(town)
    async with town.listens(SATO) as ear:
        await end_passed(town.assembly.works, {})
        assert (await ear.fact("rooms.left"))["stream"] == f"room/{room}"
    assert await enters(town, SUZUKI, room) == 404
    assert (await town.told_at(f"person/{SUZUKI}")).count("rooms.lost") == 1


async def test_with_the_principal_their_delegates_leave_the_room(town: Town) -> None:
    await named(town, SATO, SUZUKI)
    room = await made(town, SUZUKI, SATO, [TANAKA])
    leave = f"/api/rooms/{room}/members/{SATO}"
    # Whoever sits there for another one is nobody to leave the room to.
    assert await refused(await town.call(SATO, "DELETE", leave)) == (409, "rooms.last_manager")
    assert (await town.call(SATO, "DELETE", f"{leave}?successor={TANAKA}")).status_code == 204
    assert await enters(town, SUZUKI, room) == 404
    assert await seats(town, TANAKA, room) == {str(TANAKA): ("manager", None)}


async def test_whoever_manages_no_more_has_nobody_who_does_for_them(town: Town) -> None:
    await named(town, SATO, SUZUKI)
    room = await made(town, SUZUKI, SATO, [TANAKA])
    manager = f"/api/rooms/{room}/managers"
    assert (await town.call(SUZUKI, "PUT", f"{manager}/{TANAKA}")).status_code == 204
    assert (await town.call(TANAKA, "DELETE", f"{manager}/{SATO}")).status_code == 204
    roles = {who: role for who, (role, _) in (await seats(town, TANAKA, room)).items()}
    assert roles == {str(SATO): "member", str(SUZUKI): "member", str(TANAKA): "manager"}


async def test_a_delegate_takes_the_room_from_nobody_for_whom_they_act(town: Town) -> None:
    await named(town, SATO, SUZUKI)
    room = await made(town, SUZUKI, SATO, [TANAKA])
    assert (await town.call(SUZUKI, "PUT", f"/api/rooms/{room}/managers/{TANAKA}")).status_code == 204
    for path in (f"managers/{SATO}", f"members/{SATO}"):
        answer = await town.call(SUZUKI, "DELETE", f"/api/rooms/{room}/{path}")
        assert await refused(answer) == (409, "rooms.own_principal")


async def test_a_delegate_leaves_the_room_by_themselves_and_the_room_goes_on(town: Town) -> None:
    await named(town, SATO, SUZUKI)
    room = await made(town, SUZUKI, SATO)
    assert (await town.call(SUZUKI, "DELETE", f"/api/rooms/{room}/members/{SUZUKI}")).status_code == 204
    assert await seats(town, SATO, room) == {str(SATO): ("manager", None)}
    (line,) = (await town.call(SATO, "GET", f"/api/rooms/{room}/messages")).json()["lines"]
    assert (line["kind"], line["on_behalf_of"]) == ("left", None)


async def test_who_was_named_again_meanwhile_keeps_the_seats(town: Town) -> None:
    await named(town, SATO, SUZUKI)
    room = await made(town, SUZUKI, SATO)
    await _last_day_passes(town)
    async with town.listens(SATO) as ear:
        await named(town, SATO, SUZUKI)
        await ear.fact("delegates.named")
    await end_passed(town.assembly.works, {})
    assert (await seats(town, SATO, room))[str(SUZUKI)] == ("manager", str(SATO))
