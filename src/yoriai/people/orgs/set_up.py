"""Setting up a body: a tenant with its first organization."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from uuid import UUID

from sqlalchemy import select

from yoriai.kit.errors import Refused
from yoriai.kit.ids import uuid7
from yoriai.kit.text import as_code, clean_line
from yoriai.people.orgs.models import Organization, Tenant, TenantKind
from yoriai.people.orgs.queries import tenant_of_code
from yoriai.platform.work.work import Work

MOST_CODE = 40
_CODE = re.compile(r"[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?")


class AlreadyFounded(Refused):
    """There is a body here already, and nobody asked for another one."""

    code = "orgs.already_founded"


class CodeTaken(Refused):
    """Another body has this code."""

    code = "orgs.code_taken"


class CodeWrong(Refused):
    """Not the form of a code."""

    code = "orgs.code_wrong"
    status = 422


@dataclass(frozen=True, slots=True)
class Body:
    """What a new body is called, and whom its people ask."""

    code: str
    name: str
    organization: str
    contact: str


@dataclass(frozen=True, slots=True)
class Founded:
    """The ids of a body just set up."""

    tenant_id: UUID
    organization_id: UUID
    code: str


async def found(
    work: Work, body: Body, *, another: bool, policies: Mapping[str, object] = MappingProxyType({})
) -> Founded:
    """Set up a body, with these settings. The first one is for the asking; a further one only when it is asked for."""
    code = as_code(body.code).lower()
    if not _CODE.fullmatch(code):
        raise CodeWrong(value=body.code, most=MOST_CODE)
    there = await work.session.scalar(select(Tenant).order_by(Tenant.created_at).limit(1))
    if there is not None and not another:
        raise AlreadyFounded(name=there.name)
    if await tenant_of_code(work, code) is not None:
        raise CodeTaken(value=code)
    tenant = Tenant(
        id=uuid7(work.now),
        code=code,
        name=clean_line(body.name, field="name", most=60),
        kind=TenantKind.MUNICIPALITY,
        contact=clean_line(body.contact, field="contact", most=60),
        switched_off=[],
        policies=dict(policies),
        created_at=work.now,
    )
    work.session.add(tenant)
    await work.session.flush()
    organization = Organization(
        id=uuid7(work.now),
        tenant_id=tenant.id,
        name=clean_line(body.organization, field="organization", most=60),
        display_order=1,
        created_at=work.now,
    )
    work.session.add(organization)
    await work.session.flush()
    return Founded(tenant.id, organization.id, code)
