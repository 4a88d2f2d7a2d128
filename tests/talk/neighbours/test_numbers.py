"""People of other bodies are not found by their numbers, and nobody is left out for those of others (FED-3)."""

from uuid import uuid4

import pytest
from sqlalchemy import update

from tests.cast import TONARI, TONARI_HALL, named
from tests.talk.neighbours.agreeing import agree, found
from tests.town import Town
from yoriai.people.accounts.models import Account, Posting
from yoriai.people.orgs.models import Department
from yoriai.platform.work.work import Work
from yoriai.talk.neighbours.models import Findable

pytestmark = [pytest.mark.anyio, pytest.mark.req("FED-3")]


async def with_many(work: Work, count: int) -> None:
    """So many people of the next town who let themselves be found, and whose numbers hold 20."""
    unit = Department(
        id=uuid4(), organization_id=TONARI_HALL, parent_id=None, kind="課", name="総務課", short_name="総務課",
        path="総務課", folded="総務課", display_order=9, opened_at=work.now,
    )  # fmt: skip
    work.session.add(unit)
    await work.session.flush()
    for each in range(count):
        number = f"20{each:03d}9"
        account = Account(
            id=uuid4(), tenant_id=TONARI, kind="member", login_id=number, family="青木", given="", kana="あおき",
            kana_order="あおき".encode(), folded=f"青木 あおき {number}", employment_type="regular", job_title="",
            extension="", status="active", roles=["member"], created_at=work.now,
        )  # fmt: skip
        work.session.add(account)
        await work.session.flush()
        post = Posting(
            id=uuid4(), account_id=account.id, organization_id=TONARI_HALL, department_id=unit.id, main=True,
            since=work.now,
        )  # fmt: skip
        work.session.add_all((Findable(account_id=account.id, since=work.now), post))


async def test_people_whose_numbers_fit_take_no_place_among_those_who_are_meant(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("yoriai.talk.neighbours.find.MOST_AT_ONCE", 10)
    await agree(town)
    async with town.assembly.works.writing() as work:
        renamed = update(Department).where(Department.id == named("健康課"))
        await work.session.execute(renamed.values(name="第20課", folded="第20課", path="第20課"))
        await with_many(work, 25)
    assert [each["family"] for each in await found(town, "20")] == ["森"]
    assert len(await found(town, "あおき")) == 20
