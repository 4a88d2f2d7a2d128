"""The helper (案内係): an account of no person, one for each body, that speaks in rooms to practise in and nowhere else."""

from typing import Final
from uuid import UUID

from sqlalchemy import select

from yoriai.kit.ids import SendKey, uuid7
from yoriai.people.accounts.models import Account, AccountKind, AccountStatus, EmploymentType
from yoriai.people.accounts.names import folded, kana_order
from yoriai.people.orgs.settings import held_tenant
from yoriai.platform.work.work import Work
from yoriai.talk.messages.speak import speak
from yoriai.talk.practice.models import Practice
from yoriai.talk.practice.script import SCRIPT
from yoriai.talk.rooms.models import Room

NUMBER: Final = (
    "＊案内係"  # no roster can bring it and nobody can type it: an employee number has other letters
)
NAME, KANA = "案内係", "あんないがかり"


async def helper_of(work: Work, tenant_id: UUID) -> UUID:
    """The body's helper; made when somebody practises for the first time. It can never sign in."""
    helpers = select(Account.id).where(Account.tenant_id == tenant_id, Account.login_id == NUMBER)
    known = await work.session.scalar(helpers)
    if known is not None:
        return known
    await held_tenant(work, tenant_id)  # of two who are the first, one waits
    known = await work.session.scalar(helpers)
    if known is not None:
        return known
    helper_id = uuid7(work.now)
    work.session.add(
        Account(
            id=helper_id,
            tenant_id=tenant_id,
            kind=AccountKind.BOT,
            login_id=NUMBER,
            family=NAME,
            given="",
            kana=KANA,
            kana_order=kana_order(KANA),
            folded=folded(NAME, "", KANA),
            employment_type=EmploymentType.OTHER,
            job_title="",
            extension="",
            status=AccountStatus.ACTIVE,
            roles=[],
            created_at=work.now,
        )
    )
    await work.session.flush()
    return helper_id


async def say(work: Work, practice: Practice, room: Room, switched_off: frozenset[str]) -> None:
    """Say what belongs to the step that has been reached, and wait for the next one."""
    lines = SCRIPT.steps[practice.step].lines(switched_off)
    for place, words in enumerate(lines):
        # The same line has the same key, however often it is tried: it stands in the room once (D3).
        key = SendKey(f"{practice.round:013d}{practice.step:010d}{place:03d}")
        await speak(work, room, practice.helper_id, words, send_key=key)
    practice.step += 1
