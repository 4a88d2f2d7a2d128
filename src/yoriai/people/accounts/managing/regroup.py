"""Moving oneself into another group: not into one that may not come from where one is (ZONE-8)."""

from uuid import UUID

from sqlalchemy import select

from yoriai.kit.errors import Refused
from yoriai.people.access.actor import Actor
from yoriai.people.access.networks import networks_of
from yoriai.people.accounts.models import Account, AccountGroup
from yoriai.platform.work.work import Work


class GroupShutsOutSelf(Refused):
    """Nobody moves themselves into a group that may not come from where they are (ZONE-8)."""

    code = "accounts.group_shuts_out_self"


async def check_own_place(work: Work, actor: Actor, account: Account, group_id: UUID | None) -> None:
    """Asked before the account is put there. Of everybody else nobody knows where they are; they are told when they
    come."""
    if account.id != actor.account_id or group_id in (None, account.group_id):
        return
    asked = select(AccountGroup.policies).where(AccountGroup.id == group_id)
    if not networks_of(await work.session.scalar(asked)).let_in(actor.zone, actor.address):
        raise GroupShutsOutSelf(address=actor.address)
