"""Appointing the owner of a new body: the one account that no roster brings."""

from dataclasses import dataclass

from yoriai.kit.errors import Wrong
from yoriai.kit.ids import uuid7
from yoriai.people.access.capabilities import Role
from yoriai.people.accounts import first_passwords
from yoriai.people.accounts.models import Account, AccountKind, AccountStatus, EmploymentType, Posting
from yoriai.people.accounts.names import folded, kana_order
from yoriai.people.accounts.roster import cells
from yoriai.people.accounts.roster.cells import NotTaken
from yoriai.people.orgs.set_up import Founded
from yoriai.platform.work.work import Work


@dataclass(frozen=True, slots=True)
class Owner:
    """Who the owner is, as a roster would say it."""

    login_id: str
    name: str
    kana: str


@dataclass(frozen=True, slots=True)
class Appointed:
    """What the owner signs in with for the first time."""

    login_id: str
    secret: str


async def appoint_owner(work: Work, body: Founded, owner: Owner, *, key: bytes) -> Appointed:
    """Make the owner's account with a first password. A later roster with the same number fills in the rest."""
    login_id, (family, given), kana = _read(owner)
    secret, account_id = first_passwords.draw(), uuid7(work.now)
    account = Account(
        id=account_id,
        tenant_id=body.tenant_id,
        kind=AccountKind.MEMBER,
        login_id=login_id,
        family=family,
        given=given,
        kana=kana,
        kana_order=kana_order(kana),
        folded=folded(family, given, kana, login_id),
        employment_type=EmploymentType.REGULAR,
        job_title="",
        extension="",
        status=AccountStatus.ACTIVE,
        roles=[Role.OWNER],
        first_password_mac=first_passwords.mac(key, account_id, secret),
        first_password_expires_at=first_passwords.expiry(work.now),
        created_at=work.now,
    )
    work.session.add(account)
    await work.session.flush()
    work.session.add(
        Posting(
            id=uuid7(work.now),
            account_id=account_id,
            organization_id=body.organization_id,
            department_id=None,
            main=True,
            since=work.now,
        )
    )
    return Appointed(login_id, secret)


def _read(owner: Owner) -> tuple[str, tuple[str, str], str]:
    field = "login_id"
    try:
        login_id = cells.number(owner.login_id)
        field = "name"
        name = cells.name(owner.name)
        field = "kana"
        return login_id, name, cells.kana(owner.kana)
    except NotTaken as why:
        raise Wrong(field=field, reason=why.reason) from None
