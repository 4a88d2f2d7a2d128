"""`yoriai second-factor reset`: the sealed way for the last owner who lost it."""

import asyncio

import pytest
from pyotp.totp import TOTP
from sqlalchemy import select
from typer.testing import CliRunner

from tests.cast import SATO
from tests.people.sessions.holding import Browser, phone_of
from tests.town import Town
from yoriai.app.cli import main
from yoriai.app.demo.setting import setting
from yoriai.people.accounts.models import AccountChange
from yoriai.platform.work.edge import clock

pytestmark = [pytest.mark.anyio, pytest.mark.req("AUTH-7")]


async def yoriai(town: Town, monkeypatch, *words: str):
    monkeypatch.setenv("YORIAI_DATABASE", town.assembly.settings.database_url)
    return await asyncio.to_thread(CliRunner().invoke, main, ["second-factor", "reset", *words])


async def test_the_operator_takes_a_lost_one_away_and_it_stands_in_the_history(town: Town, monkeypatch):
    await phone_of(town)
    words = ("10001", "--tenant", "mihon", "--reason", "所有者がスマートフォンをなくしたため")
    done = await yoriai(town, monkeypatch, *words)
    assert (done.exit_code, "佐藤 花子さん" in done.output) == (0, True), done.output
    assert (await town.call(SATO, "GET", "/api/screen")).status_code == 401
    assert (await Browser(town).signs_in()).status_code == 200
    newest = select(AccountChange).order_by(AccountChange.id.desc()).limit(1)
    async with town.assembly.works.reading() as work:
        last = (await work.session.scalars(newest)).one()
    assert (last.kind, last.by, last.after) == ("second_reset", None, {"reason": words[-1]})


async def test_who_has_none_or_is_nobody_is_answered_in_words(town: Town, monkeypatch):
    for words in (
        ("10001", "--tenant", "mihon", "--reason", "紛失"),
        ("99999", "--tenant", "mihon", "--reason", "紛失"),
        ("10001", "--tenant", "nowhere", "--reason", "紛失"),
    ):
        said = await yoriai(town, monkeypatch, *words)
        assert (said.exit_code, bool(said.stderr)) == (1, True)


def test_a_code_without_an_app_is_what_the_app_would_show():
    key = setting().second_factor["100108"]
    near = {TOTP(key).at(clock(), counter_offset=off) for off in (-1, 0, 1)}
    assert CliRunner().invoke(main, ["second-factor", "code", key.lower()]).stdout.strip() in near
    assert CliRunner().invoke(main, ["second-factor", "code", "1"]).exit_code == 1
