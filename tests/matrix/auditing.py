"""What administrators and auditors have asked for, of either town: inspections of rooms, and packs."""

from datetime import timedelta
from typing import Protocol
from uuid import uuid4

from tests.cast import MIHON, MORI, NEXT_DOOR, OPENED, ROADS, SATO, TONARI
from tests.town import Town
from yoriai.watch.audit.inspections.models import Inspection, State
from yoriai.watch.audit.packs.models import AuditPack

OWN, FOREIGN = "own", "foreign"


class Puts(Protocol):
    """Where the ids go."""

    town: Town

    def put(self, kind: str, state: str, key: object) -> None: ...


async def inspections(stage: Puts) -> None:
    """Somebody else of the same body asks to read one of its rooms, and so it is in the next town."""
    async with stage.town.assembly.works.writing() as work:
        for state, tenant, room, who in ((OWN, MIHON, ROADS, SATO), (FOREIGN, TONARI, NEXT_DOOR, MORI)):
            key = uuid4()
            work.session.add(
                Inspection(
                    id=key, tenant_id=tenant, room_id=room, asker_id=who, asked_at=work.now, reason="情報公開の請求",
                    first=OPENED.date(), last=OPENED.date(), hours=24, state=State.ASKED,
                    due_at=work.now + timedelta(days=7),
                )
            )  # fmt: skip
            stage.put("inspection", state, key)


async def packs(stage: Puts) -> None:
    """Somebody else of the same body has asked for a pack, and so it is in the next town."""
    async with stage.town.assembly.works.writing() as work:
        for state, tenant, who in ((OWN, MIHON, SATO), (FOREIGN, TONARI, MORI)):
            key = uuid4()
            work.session.add(
                AuditPack(
                    id=key, tenant_id=tenant, asker_id=who, asked_at=work.now, reason="監査", first=OPENED.date(),
                    last=OPENED.date(), installation={}, state="failed", ends_at=work.now,
                )
            )  # fmt: skip
            stage.put("pack", state, key)
