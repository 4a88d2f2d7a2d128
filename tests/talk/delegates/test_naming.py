"""Naming who acts for one, and ending it: the principal does, whoever acts may give it up, and nobody else (ORG-8)."""

from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import select, update

from tests.cast import MORI, SATO, SUZUKI, TAKAHASHI, TANAKA
from tests.talk.delegates.acting import named, names, refused, today
from tests.town import Town
from tests.transcripts import transcript
from yoriai.people.accounts.delegates.jobs import end_passed
from yoriai.people.accounts.delegates.models import Delegate
from yoriai.people.accounts.delegates.service import MOST_DELEGATES
from yoriai.people.accounts.models import Account

pytestmark = [pytest.mark.anyio, pytest.mark.req("ORG-8")]
PATH = "/api/delegates"


async def test_both_sides_see_it_with_its_last_day_and_nobody_else(town: Town) -> None:
    last = today(town) + timedelta(days=30)
    delegate = await named(town, SATO, SUZUKI, last)
    mine = (await town.call(SATO, "GET", PATH)).json()
    theirs = (await town.call(SUZUKI, "GET", PATH)).json()
    (line,) = mine["delegates"]
    assert theirs["principals"] == [line]
    assert (line["delegate_id"], line["until"], line["named_by_principal"]) == (delegate, str(last), True)
    assert (mine["principals"], theirs["delegates"]) == ([], [])
    assert mine["people"][str(SUZUKI)]["family"] == "鈴木" and theirs["people"][str(SATO)]["family"] == "佐藤"
    for who in (TANAKA, TAKAHASHI, MORI):
        assert (await town.call(who, "GET", PATH)).json() == {"delegates": [], "principals": [], "people": {}}


async def test_naming_again_moves_the_last_day_and_the_same_again_tells_nobody(town: Town) -> None:
    first = await named(town, SATO, SUZUKI)
    assert await named(town, SATO, SUZUKI) == first
    last = today(town) + timedelta(days=1)
    assert await named(town, SATO, SUZUKI, last) == first
    (line,) = (await town.call(SATO, "GET", PATH)).json()["delegates"]
    assert line["until"] == str(last)
    assert await town.told_at(f"person/{SATO}") == ["delegates.named"] * 2
    assert await town.told_at(f"person/{SUZUKI}") == ["accounts.rights_changed"] * 2


async def test_nobody_is_named_who_is_no_colleague_oneself_or_for_a_day_that_has_passed(town: Town) -> None:
    for who in (MORI, uuid4()):
        answer = await names(town, SATO, who)
        assert (await refused(answer), answer.json()["details"]["reason"]) == ((422, "wrong"), "unknown")
    assert (await names(town, SATO, SATO)).json()["details"]["reason"] == "oneself"
    for days in (-1, 4_000):
        answer = await names(town, SATO, SUZUKI, today(town) + timedelta(days=days))
        assert (answer.status_code, answer.json()["details"]["field"]) == (422, "until")
    assert (await names(town, SATO, SUZUKI, today(town))).status_code == 201


async def test_of_many_one_more_is_refused(town: Town) -> None:
    async with town.assembly.works.writing() as work:
        others = (await work.session.scalars(select(Account.id).where(Account.id != SATO))).all()
        assert others
        for each in range(MOST_DELEGATES):
            account = Account(
                id=uuid4(), tenant_id=(await work.session.get_one(Account, SATO)).tenant_id, kind="member",
                login_id=f"9{each:04d}", family="秘書", given="", kana="", kana_order=b"", folded="",
                employment_type="other", job_title="", extension="", status="active", roles=[], created_at=work.now,
            )  # fmt: skip
            work.session.add(account)
            await work.session.flush()
            work.session.add(
                Delegate(id=uuid4(), principal_id=SATO, person_id=account.id, by=SATO, since=work.now)
            )
    assert await refused(await names(town, SATO, SUZUKI)) == (409, "delegates.too_many")


@pytest.mark.req("N40")
async def test_either_of_the_two_ends_it_and_to_others_there_is_none(town: Town) -> None:
    for who in (SATO, SUZUKI):
        delegate = await named(town, SATO, SUZUKI)
        for other in (TANAKA, TAKAHASHI, MORI):
            assert (await town.call(other, "DELETE", f"{PATH}/{delegate}")).status_code == 404
        assert (await town.call(who, "DELETE", f"{PATH}/{delegate}")).status_code == 204
        assert (await town.call(who, "DELETE", f"{PATH}/{delegate}")).status_code == 404
        assert (await town.call(SUZUKI, "GET", PATH)).json()["principals"] == []
    told = await town.told_at(f"person/{SATO}")
    assert told == ["delegates.named", "delegates.ended"] * 2


async def test_open_screens_of_the_principal_are_told(town: Town) -> None:
    async with transcript(town, "delegates.named", SATO, expect=["delegates.named"]):
        delegate = await named(town, SATO, SUZUKI)
    async with transcript(town, "delegates.ended", SATO, expect=["delegates.ended"]):
        assert (await town.call(SUZUKI, "DELETE", f"{PATH}/{delegate}")).status_code == 204


@pytest.mark.req("D19", "D20")
async def test_what_holds_no_longer_is_shown_to_nobody_and_the_night_ends_it(town: Town) -> None:
    for change, ends in (
        (update(Delegate).values(until=today(town) - timedelta(days=1)), True),
        (update(Account).where(Account.id == SATO).values(ends_on=today(town) - timedelta(days=1)), True),
        (update(Account).where(Account.id == SATO).values(ends_on=None, status="suspended"), False),
    ):
        await named(town, SATO, SUZUKI)
        async with town.assembly.works.writing() as work:
            await work.session.execute(change)
        assert (await town.call(SUZUKI, "GET", PATH)).json()["principals"] == []
        await end_passed(town.assembly.works, {})
        await end_passed(town.assembly.works, {})
        async with town.assembly.works.writing() as work:
            left = (await work.session.scalars(select(Delegate.id))).all()
            assert len(left) == (0 if ends else 1)
            await work.session.execute(update(Account).where(Account.id == SATO).values(ends_on=None))
    assert (await town.told_at(f"person/{SATO}")).count("delegates.ended") == 2
