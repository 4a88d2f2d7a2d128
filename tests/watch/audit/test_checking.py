"""Whatever is done to the log behind its back is found, in either database (N120)."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import delete, select, text, update

from tests.cast import MIHON, MORI, SATO, SUZUKI, TANAKA, TONARI
from tests.town import Town
from tests.watch.audit.log import entries
from yoriai.platform.facts.models import DurableCursor, JournalRow
from yoriai.platform.work.work import Work
from yoriai.watch.audit.chain import BEGINNING, hash_of
from yoriai.watch.audit.checking import Finding, Trouble, check
from yoriai.watch.audit.kept_heads import FILE, FOLDER, keep_heads
from yoriai.watch.audit.models import AuditEntry, AuditHead

pytestmark = [pytest.mark.anyio, pytest.mark.req("N120", "AUDIT-1")]
MINE = AuditEntry.tenant_id == MIHON
Damage = Callable[[Work], Awaitable[None]]


async def filled(town: Town, messages: int = 6) -> None:
    """A day of the town, after which the heads are kept."""
    for at in range(messages):
        await town.says(SATO if at % 2 else SUZUKI, f"お知らせ {at}", town.welfare)
    assert len(await entries(town)) == messages
    await keep_heads(town.assembly.works, {})


async def damaged(town: Town, damage: Damage) -> Finding:
    async with town.assembly.works.writing() as work:
        await damage(work)
    return await check(town.assembly.works, MIHON)


async def chain_anew(work: Work, tenant_id: UUID = MIHON) -> None:
    """What somebody does who has read how it works: number and hash everything again, and put the head right."""
    mine = select(AuditEntry).where(AuditEntry.tenant_id == tenant_id).order_by(AuditEntry.number)
    rows = (await work.session.scalars(mine)).all()
    before = BEGINNING
    for number, row in enumerate(rows, start=1):
        row.number = number
        before = row.hash = hash_of(before, row)
        await work.session.flush()
    head = update(AuditHead).where(AuditHead.tenant_id == tenant_id)
    await work.session.execute(head.values(count=len(rows), hash=before))


async def another_word(work: Work) -> None:
    await work.session.execute(
        update(AuditEntry).where(MINE, AuditEntry.number == 3).values(account_name="だれか")
    )


async def one_gone(work: Work) -> None:
    await work.session.execute(delete(AuditEntry).where(MINE, AuditEntry.number == 3))


async def the_first_gone(work: Work) -> None:
    await work.session.execute(delete(AuditEntry).where(MINE, AuditEntry.number == 1))


async def two_exchanged(work: Work) -> None:
    for old, new in ((3, 900), (4, 3), (900, 4)):
        moved = update(AuditEntry).where(MINE, AuditEntry.number == old)
        await work.session.execute(moved.values(number=new))


async def the_tail_gone(work: Work) -> None:
    await work.session.execute(delete(AuditEntry).where(MINE, AuditEntry.number > 4))


async def everything_gone(work: Work) -> None:
    await work.session.execute(text("DELETE FROM audit_entries"))


async def everything_and_the_head_gone(work: Work) -> None:
    await everything_gone(work)
    await work.session.execute(text("DELETE FROM audit_heads"))


async def the_tail_gone_and_the_head_put_right(work: Work) -> None:
    await the_tail_gone(work)
    await chain_anew(work)


async def another_word_and_all_hashed_anew(work: Work) -> None:
    await another_word(work)
    await chain_anew(work)


async def one_gone_and_all_numbered_anew(work: Work) -> None:
    await one_gone(work)
    await chain_anew(work)


async def one_invented_at_the_end(work: Work) -> None:
    row = await work.session.scalar(select(AuditEntry).where(MINE, AuditEntry.number == 6))
    assert row is not None
    values = {column.name: getattr(row, column.name) for column in AuditEntry.__table__.columns}
    work.session.add(AuditEntry(**(values | {"number": 7})))


@pytest.mark.parametrize(
    ("damage", "trouble", "number"),
    [
        (another_word, Trouble.CHANGED, 3),
        (one_gone, Trouble.MISSING, 3),
        (the_first_gone, Trouble.MISSING, 1),
        (two_exchanged, Trouble.CHANGED, 3),
        (the_tail_gone, Trouble.CUT, 5),
        (everything_gone, Trouble.CUT, 1),
        (everything_and_the_head_gone, Trouble.CUT, 1),
        (the_tail_gone_and_the_head_put_right, Trouble.CUT, 5),
        (another_word_and_all_hashed_anew, Trouble.OTHERWISE, 6),
        (one_gone_and_all_numbered_anew, Trouble.CUT, 6),
        (one_invented_at_the_end, Trouble.BEYOND, 7),
    ],
)
@pytest.mark.asvs("V16.4.2")
async def test_damage_is_found_at_its_first_row(
    town: Town, damage: Damage, trouble: Trouble, number: int
) -> None:
    await filled(town)
    assert await check(town.assembly.works, MIHON) == Finding(MIHON, 6)
    found = await damaged(town, damage)
    assert (found.trouble, found.number) == (trouble, number)


@pytest.mark.parametrize(
    "column", sorted({column.name for column in AuditEntry.__table__.columns} - {"tenant_id", "number"})
)
@pytest.mark.asvs("V16.4.2")
async def test_no_column_can_be_changed_without_being_found(town: Town, column: str) -> None:
    await filled(town, 3)
    other = {
        "at": "at = '2020-01-01 00:00:00+00:00'",
        "times": "times = 7",
        "body": """body = '{"facts": []}'""",
    }
    ids = {"account_id", "on_behalf_of", "session_id", "object_id"}
    said = other.get(column, f"{column} = '{TANAKA.hex if column in ids else 'x'}'")

    async def change(work: Work) -> None:
        await work.session.execute(text(f"UPDATE audit_entries SET {said} WHERE number = 2"))

    found = await damaged(town, change)
    assert (found.trouble, found.number) == (Trouble.CHANGED, 2)


async def test_a_tail_cut_off_before_the_head_was_kept_is_found_by_the_journal(town: Town) -> None:
    await filled(town)
    await town.says(SATO, "このあとすぐ消えます", town.welfare)
    await entries(town)

    async def cut(work: Work) -> None:
        await work.session.execute(delete(AuditEntry).where(MINE, AuditEntry.number > 6))
        await chain_anew(work)

    assert (await damaged(town, cut)).trouble is Trouble.UNTOLD


async def test_a_reader_put_forward_past_an_act_is_found_by_the_journal(town: Town) -> None:
    await filled(town)
    await town.says(SATO, "記録に残りません", town.welfare)

    async def skip(work: Work) -> None:
        last = select(JournalRow).order_by(JournalRow.position.desc()).limit(1)
        line = (await work.session.scalars(last)).one()
        cursor = update(DurableCursor).where(DurableCursor.reader == "audit")
        await work.session.execute(cursor.values(xid=line.xid, position=line.position))

    assert (await damaged(town, skip)).trouble is Trouble.UNTOLD


async def test_heads_that_nobody_sealed_here_are_found(town: Town, tmp_path: Path) -> None:
    await filled(town)
    file = tmp_path / FOLDER / FILE
    assert file.stat().st_mode & 0o077 == 0
    file.write_text(file.read_text().replace('"count":6', '"count":4'))
    found = await check(town.assembly.works, MIHON)
    assert (found.trouble, found.number) == (Trouble.FORGED, 1)


async def test_a_machine_that_stops_while_it_writes_a_head_down_cries_no_wolf(
    town: Town, tmp_path: Path
) -> None:
    await filled(town)
    file = tmp_path / FOLDER / FILE
    whole = file.read_bytes()
    file.write_bytes(whole + whole[: len(whole) // 2])
    assert await check(town.assembly.works, MIHON) == Finding(MIHON, 6)
    await town.says(SATO, "電源が戻りました", town.welfare)
    await entries(town)
    await keep_heads(town.assembly.works, {})
    assert file.read_bytes().count(b"\n") == whole.count(b"\n") + 1
    assert await check(town.assembly.works, MIHON) == Finding(MIHON, 7)
    found = await damaged(town, everything_gone)
    assert found.trouble is Trouble.CUT


async def test_a_chain_grows_while_it_is_looked_through(town: Town) -> None:
    await filled(town)
    await town.says(SATO, "まだ続きます", town.welfare)
    await entries(town)
    assert await check(town.assembly.works, MIHON) == Finding(MIHON, 7)
    await keep_heads(town.assembly.works, {})
    await keep_heads(town.assembly.works, {})
    assert await check(town.assembly.works, MIHON) == Finding(MIHON, 7)


@pytest.mark.asvs("V16.4.2")
async def test_a_row_moved_into_another_bodys_chain_is_found_by_the_journal(town: Town) -> None:
    await filled(town)
    await town.says(MORI, "となりの話", town.next_door)
    await town.says(SATO, "あちらの記録に移ります", town.welfare)
    await entries(town)

    async def move(work: Work) -> None:
        moved = update(AuditEntry).where(MINE, AuditEntry.number == 7)
        await work.session.execute(moved.values(tenant_id=TONARI, number=2))
        for tenant_id in (MIHON, TONARI):
            await chain_anew(work, tenant_id)

    assert (await damaged(town, move)).trouble is Trouble.UNTOLD
