"""What the matrix tries that stands in no form: rows put by hand, of either town."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID, uuid4

from sqlalchemy import delete, select, update

from tests.cast import MIHON, MORI, OPENED, SATO, TONARI, named
from tests.keys import new_send_key
from tests.matrix.people import NEIGHBOUR, WATANABE
from tests.town import Town
from yoriai.people.accounts.delegates.models import Delegate
from yoriai.people.accounts.department_accounts.models import DepartmentAccount, DepartmentSpeaker
from yoriai.people.accounts.models import Account
from yoriai.people.accounts.requests.models import AccountRequest
from yoriai.people.files.models import File, Upload
from yoriai.talk.neighbours.models import Answer, TalkAsk

Made = Sequence[tuple[str, str, UUID]]
"""Kinds, states and ids."""


async def put_asks(town: Town) -> Made:
    """An asking of the member, and one of somebody of the next town: turned down already, so that only whose they are
    decides."""
    made: list[tuple[str, str, UUID]] = []
    async with town.assembly.works.writing() as work:
        await work.session.execute(delete(TalkAsk))
        for state, asker, asked in (("own", MORI, SATO), ("foreign", SATO, MORI)):
            key = uuid4()
            work.session.add(
                TalkAsk(
                    id=key, asker_id=asker, asked_id=asked, words="", made_at=work.now,
                    lapses_at=work.now + timedelta(days=1), answer=Answer.DECLINED, answered_at=work.now,
                )
            )  # fmt: skip
            made.append(("ask", state, key))
    return made


OWNERS = (("own", MIHON, SATO), ("foreign", TONARI, MORI))


async def put_files(town: Town) -> Made:
    """A file of the member's, and one of somebody of the next town; neither is checked yet."""
    made: list[tuple[str, str, UUID]] = []
    async with town.assembly.works.writing() as work:
        for state, tenant, who in OWNERS:
            key = uuid4()
            work.session.add(
                File(id=key, tenant_id=tenant, account_id=who, name="図.png", size=1, zone="lgwan", created_at=work.now)
            )  # fmt: skip
            made.append(("file", state, key))
    return made


async def put_uploads(town: Town) -> Made:
    """An upload of either, of which nothing has come."""
    made: list[tuple[str, str, UUID]] = []
    async with town.assembly.works.writing() as work:
        for state, tenant, who in OWNERS:
            key = uuid4()
            work.session.add(
                Upload(
                    id=key, tenant_id=tenant, account_id=who, zone="lgwan", request_key=new_send_key(), name="図.png",
                    length=1, created_at=work.now, expires_at=work.now + timedelta(days=1),
                )
            )  # fmt: skip
            made.append(("upload", state, key))
    return made


async def put_department_accounts(town: Town) -> Made:
    """The account of a unit in either town, with somebody who speaks in its name; a unit has one at a time."""
    made: list[tuple[str, str, UUID]] = []
    async with town.assembly.works.writing() as work:
        await work.session.execute(delete(Account).where(Account.kind == "department"))
        for state, who, unit in (("own", WATANABE, named("土木課")), ("foreign", MORI, named("健康課"))):
            tenant = (await work.session.scalars(select(Account.tenant_id).where(Account.id == who))).one()
            account, speaker = uuid4(), uuid4()
            work.session.add(
                Account(
                    id=account, tenant_id=tenant, kind="department", login_id=f"unit-{unit}", family="窓口", given="",
                    kana="", kana_order=b"", folded="", employment_type="other", job_title="", extension="",
                    status="active", roles=[], created_at=OPENED,
                )
            )  # fmt: skip
            await work.session.flush()
            work.session.add(DepartmentAccount(account_id=account, department_id=unit))
            work.session.add(DepartmentSpeaker(id=speaker, account_id=account, person_id=who, since=OPENED))
            made += [("department account", state, account), ("speaker", state, speaker)]
    return made


async def put_delegates(town: Town) -> Made:
    """Somebody acts for the member, who acts for somebody in a special post; and the same in the next town."""
    made: list[tuple[str, str, UUID]] = []
    async with town.assembly.works.writing() as work:
        await work.session.execute(delete(Delegate))
        for state, one, other in (("own", SATO, WATANABE), ("foreign", MORI, NEIGHBOUR)):
            post = update(Account).where(Account.id == other)
            await work.session.execute(post.values(employment_type="special_post"))
            mine, theirs = uuid4(), uuid4()
            for key, principal, person in ((mine, one, other), (theirs, other, one)):
                work.session.add(Delegate(id=key, principal_id=principal, person_id=person, since=OPENED))
            made += [
                ("delegate", state, mine),
                ("mandate", state, theirs),
                ("principal", state, other),
                ("special post", state, other),
            ]
    return made


async def put_account_requests(town: Town) -> Made:
    """Somebody of either town has asked for a last day of their own account."""
    made: list[tuple[str, str, UUID]] = []
    async with town.assembly.works.writing() as work:
        for state, tenant, unit, who in (
            ("own", MIHON, named("土木課"), WATANABE),
            ("foreign", TONARI, named("健康課"), MORI),
        ):
            key = uuid4()
            work.session.add(
                AccountRequest(
                    id=key, tenant_id=tenant, department_id=unit, kind="closing", asker_id=who, asked_at=OPENED,
                    lapses_at=work.now + timedelta(days=1), request_key=new_send_key(), account_id=who, login_id="",
                    family="", given="", kana="", employment_type="", ends_on=OPENED.date().replace(year=2990),
                    words="", state="asked",
                )
            )  # fmt: skip
            made.append(("account request", state, key))
    return made
