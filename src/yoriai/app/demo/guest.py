"""A guest of the demo town: of the firm that lays the network of the new hall, in that one room and nowhere else."""

from typing import Final

from sqlalchemy import select, update

from yoriai.app.demo.founding import Bodies
from yoriai.kit.days import day_in_japan
from yoriai.kit.ids import uuid7
from yoriai.people.access.capabilities import Role
from yoriai.people.accounts.models import Account, AccountKind, AccountStatus, EmploymentType
from yoriai.people.accounts.names import folded, kana_order
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.work.work import Work
from yoriai.talk.guests.admission import let_in
from yoriai.talk.guests.consent import keep_words
from yoriai.talk.guests.models import Guest
from yoriai.talk.guests.policy import usual_end
from yoriai.talk.guests.settings import GuestRules
from yoriai.talk.rooms.models import Room

ROOM: Final = "新庁舎ネットワーク移行"
FAMILY, GIVEN, KANA = "西村", "光", "にしむら ひかる"
SHARED: Final = 1
"""The label of rooms that people from outside share."""
FIRM: Final = "みほん通信株式会社"
MAIL: Final = "nishimura@mihon-tsushin.example"


async def invite_guest(work: Work, bodies: Bodies, password_hash: str) -> None:
    """As if the manager of the room had invited them, and they had accepted a moment ago."""
    tenant_id, rules = bodies.town.tenant_id, GuestRules()
    work.cause = Cause(tenant_id=tenant_id)
    rooms = select(Room.id, Room.opened_by).where(Room.owner_tenant == tenant_id, Room.name == ROOM)
    room_id, sponsor_id = (await work.session.execute(rooms)).one()
    if sponsor_id is None:
        raise LookupError(ROOM)
    account_id = uuid7(work.now)
    work.session.add(
        Account(
            id=account_id, tenant_id=tenant_id, kind=AccountKind.GUEST, login_id="G-MIHON", family=FAMILY,
            given=GIVEN, kana=KANA, kana_order=kana_order(KANA), folded=folded(FAMILY, GIVEN, KANA, FIRM), email=MAIL,
            employment_type=EmploymentType.OTHER, job_title="", extension="", status=AccountStatus.ACTIVE,
            ends_on=usual_end(day_in_japan(work.now), rules.days), roles=[Role.GUEST], firm=FIRM,
            password_hash=password_hash, password_changed_at=work.now, welcomed_at=work.now, created_at=work.now,
        )
    )  # fmt: skip
    await work.session.flush()
    work.session.add(Guest(account_id=account_id, tenant_id=tenant_id, sponsor_id=sponsor_id, since=work.now))
    await work.session.flush()
    await keep_words(work, account_id, rules)
    await work.session.execute(update(Room).where(Room.id == room_id).values(label=SHARED))
    await let_in(work, room_id, [account_id], by=sponsor_id)
