"""Making packs, and letting them go by the clock."""

import asyncio
from collections.abc import Mapping
from tempfile import TemporaryFile
from typing import IO
from uuid import UUID

from sqlalchemy import delete, select, update

from yoriai.platform.work.edge import Works
from yoriai.watch.audit.packs.asking import OPEN, let_go
from yoriai.watch.audit.packs.build import Built, Wanted, build
from yoriai.watch.audit.packs.facts import PackEnded, PackFailed, PackMade
from yoriai.watch.audit.packs.models import AuditPack, AuditPackPiece, State
from yoriai.watch.audit.packs.policy import KEPT, PIECE
from yoriai.watch.audit.packs.scope import Days

MOST_AT_ONCE = 50


async def make(works: Works, body: Mapping[str, object]) -> None:
    """Make one that waits; it is the same if it is done again. Nobody's answer waits for it."""
    pack_id = UUID(str(body["pack_id"]))
    async with works.reading() as work:
        pack = await work.session.get(AuditPack, pack_id)
    if pack is None or pack.state != State.WAITING:
        return

    async def told(step: int, steps: int) -> None:
        async with works.writing() as work:
            mine = update(AuditPack).where(AuditPack.id == pack_id)
            await work.session.execute(mine.values(step=step, steps=steps))

    wanted = Wanted(
        days=Days(pack.tenant_id, pack.first, pack.last), reason=pack.reason, installation=pack.installation
    )
    with TemporaryFile() as made:
        built = await build(works, wanted, made, told)
        await _keep(works, pack_id, made)
    await _finish(works, pack_id, built)


async def _keep(works: Works, pack_id: UUID, made: IO[bytes]) -> None:
    """A piece in a work, so that nobody waits long for their turn to write."""
    async with works.writing() as work:
        await work.session.execute(delete(AuditPackPiece).where(AuditPackPiece.pack_id == pack_id))
    made.seek(0)
    number = 0
    while content := await asyncio.to_thread(made.read, PIECE):
        async with works.writing() as work:
            work.session.add(AuditPackPiece(pack_id=pack_id, number=number, content=content))
        number += 1


async def _finish(works: Works, pack_id: UUID, built: Built) -> None:
    async with works.writing() as work:
        held = select(AuditPack).where(AuditPack.id == pack_id).with_for_update()
        pack = (await work.session.scalars(held)).one()
        if pack.state != State.WAITING:  # thrown away meanwhile, or its time was over
            await let_go(work, pack, State(pack.state))
            return
        pack.state, pack.made_at, pack.ends_at = State.READY, work.now, work.now + KEPT
        pack.step = pack.steps
        pack.size, pack.digest, pack.entries = built.size, built.digest, built.entries
        fact = PackMade(
            tenant_id=pack.tenant_id,
            pack_id=pack.id,
            files=built.files,
            entries=built.entries,
            digest=built.digest,
        )
        work.state(fact, by=None)


async def sweep(works: Works, _: Mapping[str, object]) -> None:
    """Let go of what is over, and say of what was never finished that it was not."""
    async with works.reading() as work:
        over = select(AuditPack.id).where(AuditPack.state.in_(OPEN), AuditPack.ends_at <= work.now)
        found = (await work.session.scalars(over.order_by(AuditPack.ends_at).limit(MOST_AT_ONCE))).all()
    for pack_id in found:
        async with works.writing() as work:
            held = select(AuditPack).where(
                AuditPack.id == pack_id, AuditPack.state.in_(OPEN), AuditPack.ends_at <= work.now
            )
            pack = await work.session.scalar(held.with_for_update())
            if pack is None:  # somebody threw it away a moment ago
                continue
            was_ready = pack.state == State.READY
            await let_go(work, pack, State.GONE if was_ready else State.FAILED)
            names = {"tenant_id": pack.tenant_id, "pack_id": pack.id}
            fact = PackEnded(**names, is_thrown_away=False) if was_ready else PackFailed(**names)
            work.state(fact, by=None)
