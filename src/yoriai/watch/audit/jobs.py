"""What is done by the clock: the chains are looked through once a day, and how it went is kept and told."""

from collections.abc import Mapping, Sequence
from uuid import UUID

import structlog
from sqlalchemy import select

from yoriai.kit.ids import uuid7
from yoriai.people.orgs.models import Tenant
from yoriai.platform.work.edge import Works
from yoriai.watch.audit.checking import Finding, chains, check
from yoriai.watch.audit.facts import AuditChecked
from yoriai.watch.audit.kept_heads import keep_heads
from yoriai.watch.audit.models import AuditCheck

log = structlog.get_logger()


async def check_all(works: Works, body: Mapping[str, object]) -> None:
    """Look every chain through; the one that is named, where one is."""
    named = body.get("tenant_id")
    whose: Sequence[UUID] = [UUID(str(named))] if named else await chains(works)
    for tenant_id in whose:
        finding = await check(works, tenant_id)
        _say_aloud(finding)
        await keep_finding(works, finding)
    await keep_heads(works, {})


async def keep_finding(works: Works, finding: Finding) -> None:
    """Keep what was found, and tell those who read the log."""
    async with works.writing() as work:
        kept = AuditCheck(
            id=uuid7(work.now),
            tenant_id=finding.tenant_id,
            at=work.now,
            entries=finding.entries,
            trouble=finding.trouble or "",
            number=finding.number,
        )
        work.session.add(kept)
        is_there = select(Tenant.id).where(Tenant.id == finding.tenant_id)
        if await work.session.scalar(is_there) is not None:
            fact = AuditChecked(tenant_id=finding.tenant_id, check_id=kept.id, is_whole=finding.is_whole)
            work.state(fact, by=None)


def _say_aloud(finding: Finding) -> None:
    """Whoever watches over the machine is to see it in its log, too."""
    if finding.trouble is not None:
        log.error(
            "audit log is not as it was written",
            tenant=str(finding.tenant_id),
            trouble=finding.trouble,
            number=finding.number,
        )
