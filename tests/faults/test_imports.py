"""`kill -9` in mid import: the roster is there whole or not at all, and taking it over again changes nothing more."""

import asyncio
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import func, select
from typer.testing import CliRunner

from tests import warm
from tests.cast import CITY_HALL
from tests.faults import taking
from tests.grounds import Ground
from yoriai.app.cli import main
from yoriai.people.accounts.models import Account, AccountChange, Posting
from yoriai.people.accounts.roster.models import RosterImport
from yoriai.platform.db.store import opened
from yoriai.platform.facts.models import JournalRow
from yoriai.platform.failpoints import Failpoint

pytestmark = pytest.mark.req("N93", "F1", "ADMIN-3", "C3")
NOTHING, WHOLE = (0, 0, 0, 0, 0), (taking.NEW, taking.NEW, taking.NEW, 1, 1)
PLACES = [(Failpoint.BEFORE_COMMIT, NOTHING), (Failpoint.AFTER_COMMIT, WHOLE)]


async def there(url: str) -> tuple[int, ...]:
    """New people, their posts, the lines of their history, imports, and how often the office was told of one."""
    new = select(Account.id).where(Account.login_id.startswith("6"))
    asked = (
        select(func.count()).select_from(new.subquery()),
        select(func.count()).where(Posting.account_id.in_(new)),
        select(func.count()).where(AccountChange.account_id.in_(new)),
        select(func.count()).select_from(RosterImport),
        select(func.count()).where(
            JournalRow.stream == f"organization/{CITY_HALL}", JournalRow.name == "accounts.imported"
        ),
    )
    async with opened(url) as store, store.reading() as session:
        return tuple([await session.scalar(each) or 0 for each in asked])


def killed(folder: Path, failpoint: str, run: Callable[..., None], *words: str) -> None:
    """Run this until the failpoint ends it."""
    log = folder / "said"
    process = warm.begin(log, failpoint, run, *words)
    process.join()
    assert process.exitcode == -signal.SIGKILL, log.read_text()


@pytest.mark.parametrize(("place", "left"), PLACES)
def test_a_kill_while_the_screen_takes_a_roster_over_leaves_all_or_nothing(
    ground: Ground, tmp_path: Path, place: Failpoint, left: tuple[int, ...]
):
    with ground.copied(tmp_path) as url:
        killed(tmp_path, f"{place}:{taking.COMMITS_BEFORE + 1}", taking.taken, url)
        assert asyncio.run(there(url)) == left
        first = asyncio.run(taking.take(url))
        assert asyncio.run(there(url)) == WHOLE
        assert first == asyncio.run(taking.take(url))
        assert asyncio.run(there(url)) == WHOLE


@pytest.mark.parametrize(("place", "left"), PLACES)
def test_a_kill_while_the_command_takes_a_roster_over_leaves_all_or_nothing(
    ground: Ground, tmp_path: Path, place: Failpoint, left: tuple[int, ...]
):
    with ground.copied(tmp_path) as url:
        config, file = tmp_path / "yoriai.toml", tmp_path / "職員名簿.csv"
        config.write_text(f'data_dir = "{tmp_path}"\ndatabase = "{url}"\n')
        file.write_bytes(taking.FILE)
        words = ["people", "import", str(file), "--tenant", "mihon", "--config", str(config)]
        key = tmp_path / "keys" / "server.key"
        key.parent.mkdir(mode=0o700)
        key.write_bytes(bytes(range(32)))
        key.chmod(0o600)

        killed(tmp_path, f"{place}:1", warm.yoriai, *words)
        assert asyncio.run(there(url)) == left
        for _ in range(2):
            assert CliRunner().invoke(main, words).exit_code == 0
            assert asyncio.run(there(url)) == WHOLE
