"""No list asks the database more often because it is longer: each is measured short and long."""

from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from fastapi import Request

from tests.cast import CITY_HALL, MIHON, SATO, SUZUKI, TAKAHASHI, TANAKA
from tests.grounds import Ground
from tests.keys import new_send_key
from tests.people.conftest import KEY, Office
from tests.people.questions import questions
from yoriai.app.modules import read_modules
from yoriai.app.wiring import FEATURES
from yoriai.kit.fiscal import FiscalYear
from yoriai.kit.ids import as_send_key
from yoriai.people.access.actor import Actor
from yoriai.people.accounts import units
from yoriai.people.accounts.managing import exports, groups, halls, shown, tree
from yoriai.people.accounts.managing.table import Filter
from yoriai.people.accounts.profile import fields
from yoriai.people.accounts.profile.routes import read_fields
from yoriai.people.accounts.roster import show
from yoriai.people.accounts.roster.write import Target
from yoriai.people.accounts.service import restore, suspend
from yoriai.people.accounts.slips import queries as slips
from yoriai.people.orgs import modules
from yoriai.people.sessions import welcome
from yoriai.platform.db.store import opened
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Work
from yoriai.talk.rooms.hanging import hanging_on
from yoriai.watch.usage.figures import by_group
from yoriai.watch.usage.models import MonthEnd
from yoriai.watch.usage.routes import read_usage

pytestmark = pytest.mark.anyio
EVERYBODY = (SATO, SUZUKI, TANAKA, TAKAHASHI)
OPTIONAL = [feature.name for feature in FEATURES if feature.may_switch_off]
Lists = Mapping[str, Callable[[Work, Actor], Awaitable[object]]]

LISTS: Lists = {
    "modules": lambda work, actor: read_modules(_request(), work, actor),
    "months": lambda work, actor: read_usage(work, actor, 2026),
    "months as a file": lambda work, actor: by_group(work, actor.tenant_id, FiscalYear(2026)),
    "slips": lambda work, actor: slips.page(work, actor, query="", stage=None, cursor=None),
    "groups": lambda work, actor: groups.all_of(work, actor.tenant_id),
    "fields": read_fields,
    "corrections": lambda work, actor: welcome.corrections(work, actor, cursor=None),
    "history of a person": lambda work, actor: shown.history_of_person(work, actor, SATO, None),
    "units to arrange": lambda work, actor: tree.tree(work, actor, CITY_HALL),
    "units of the directory": lambda work, actor: units.tree(work, actor, CITY_HALL),
    "organizations": halls.halls,
    "imports": lambda work, actor: show.imports(work, actor, None),
    "people as a file": lambda work, actor: exports.people(work, actor, Filter()),
    "units as a file": lambda work, actor: exports.units(work, actor, CITY_HALL),
    "what hangs on people": lambda work, actor: hanging_on(work, actor, EVERYBODY, ["50001", "50002"]),
}


def _request() -> Request:
    return Request({"type": "http", "app": SimpleNamespace(state=SimpleNamespace(features=FEATURES))})


@pytest.fixture
async def office(ground: Ground, tmp_path: Path) -> AsyncGenerator[Office]:
    with ground.copied(tmp_path) as url:
        async with opened(url) as store:
            yield Office(store, Works(store), Target(MIHON, CITY_HALL, KEY), url)


async def grow(office: Office, more: range) -> None:
    """One of everything for each number."""
    takahashi = await office.actor(TAKAHASHI)
    for n in more:
        await office.takes_over(
            "職員番号,氏名,ふりがな,所属", f"5{n:04d},山田 太郎,やまだ たろう,第{n}課 第{n}係"
        )
        asker = replace(takahashi, account_id=EVERYBODY[n % len(EVERYBODY)])
        async with office.works.writing() as work:
            await groups.add(work, takahashi, groups.Wish(f"グループ{n}", [], []))
            await fields.add(work, takahashi, as_send_key(new_send_key()), f"項目{n}", by_holder=True)
            await welcome.ask_correction(work, asker, "漢字が違います")
            await modules.switch(work, takahashi, OPTIONAL[n % len(OPTIONAL)], on=False)
            await suspend(work, takahashi, SATO)
            await restore(work, takahashi, SATO)
            work.session.add(_month(work, n))


def _month(work: Work, n: int) -> MonthEnd:
    return MonthEnd(
        tenant_id=MIHON, month=date(2026, 4 + n, 1), department=f"第{n}課", employment_type="regular",
        registered=1, opened=1, sent=0, suspended=0, closed_at=work.now, made_up=False,
    )  # fmt: skip


async def asked(office: Office) -> dict[str, int]:
    takahashi = await office.actor(TAKAHASHI)
    counts: dict[str, int] = {}
    for name, read in LISTS.items():
        with questions(office.store) as sent:
            async with office.works.reading() as work:
                await read(work, takahashi)
        counts[name] = len(sent)
    return counts


@pytest.mark.req("BASE-7", "STAT-1", "ORG-1", "ORG-16")
async def test_a_long_list_asks_no_more_than_a_short_one(office: Office) -> None:
    await grow(office, range(1))
    short = await asked(office)
    await grow(office, range(1, 5))
    assert await asked(office) == short
    assert (short["modules"], short["months"], short["months as a file"]) == (2, 3, 1)
    assert max(short.values()) <= 5, short
