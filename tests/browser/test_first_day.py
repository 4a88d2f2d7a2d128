"""The first day of a city: set up, a roster of 300 rows as the personnel system gives it, two people talking in two zones."""

import asyncio
import csv
from collections.abc import AsyncGenerator
from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from tests import warm
from tests.browser.desk import Desk, Desks
from tests.faults.server import Server
from tests.grounds import Ground
from tools.places import ROOT

pytestmark = pytest.mark.anyio
HEADINGS = ("氏名", "ふりがな", "所属", "職名", "メール", "職員番号")
FIRST = (("髙橋", "渉", "たかはし わたる"), ("渡邉", "さくら", "わたなべ さくら"))
FIRST_SCREENS = ("お名前と所属はこれで正しいですか", "文字の大きさ")
OWN_PASSWORD = "あさひがのぼる まちの灯台 七つ"


@pytest.fixture
async def city(ground: Ground, tmp_path: Path) -> AsyncGenerator[Server]:
    """An empty installation on either database; nothing has been set up yet."""
    with ground.empty(tmp_path) as url:
        server = Server(tmp_path, url, web_root=ROOT / "web/dist")
        yield server
        server.stop()


def _roster(folder: Path) -> Path:
    """300 people in another order of columns, in CP932, with 髙 and full-width spaces."""
    file = folder / "職員名簿.csv"
    names = [*FIRST, *((f"山田{place:03d}", "太郎", "やまだ たろう") for place in range(298))]
    with file.open("w", encoding="cp932", newline="") as opened:
        rows = csv.writer(opened)
        rows.writerow(HEADINGS)
        for place, (family, given, kana) in enumerate(names, start=1):
            department = f"健康福祉部　健康づくり推進課　第{place % 7 + 1}係"
            mail = f"s{place}@city.example"
            rows.writerow((f"{family}　{given}", kana, department, "主事", mail, f"{30000 + place}"))
    return file


async def _yoriai(server: Server, *arguments: str) -> str:
    """Run a command of the product; what it said."""
    log = server.folder / "command.log"
    words = (*arguments, "--config", str(server.config))
    done = await asyncio.to_thread(warm.begin, log, "", warm.yoriai, *words)
    await asyncio.to_thread(done.join, 60)
    said = log.read_text()
    assert done.exitcode == 0, f"{arguments}: {said}"
    log.unlink()
    return said


async def _first_sign_in(desk: Desk, link: str) -> None:
    """Open the one-time link, choose a password, and be in."""
    await desk.page.goto(link)
    await desk.button("ログイン").click()
    await desk.page.get_by_label("新しいパスワード").first.fill(OWN_PASSWORD)
    await desk.button("このパスワードにする").click()
    for heading in FIRST_SCREENS:
        await desk.page.get_by_role("heading", name=heading).wait_for()
        await desk.button("あとで").click()
    await desk.button("寄合を始める").click()
    await expect(desk.page.get_by_role("heading", name="トーク")).to_be_visible()


async def _prepared(city: Server, folder: Path) -> dict[str, str]:
    """Shape, body, administrator and roster, as an operator does it; the first passwords by employee number."""
    await _yoriai(city, "migrate", "up")
    said = await _yoriai(
        city, "setup", "--code", "mihon", "--name", "見本市", "--contact", "情報政策課（内線 2345）",
        "--login-id", "10001", "--person", "葛󠄀城 誠", "--kana", "かつらぎ まこと",
    )  # fmt: skip
    assert f"http://lgwan.localhost:{city.ports['lgwan']}/start#mihon/10001/" in said
    secrets, roster = folder / "first.csv", str(_roster(folder))
    assert "300" in await _yoriai(city, "people", "import", roster, "--first-passwords", str(secrets))
    assert secrets.stat().st_mode & 0o777 == 0o600
    assert "300" in await _yoriai(city, "people", "import", roster)  # all of them known: nothing is changed
    with secrets.open(encoding="utf-8-sig", newline="") as opened:
        return {row["職員番号"]: row["最初のパスワード"] for row in csv.DictReader(opened)}


async def _talked(takahashi: Desk, watanabe: Desk) -> None:
    """One makes a room with the other, and both speak."""
    await takahashi.button("新しいルーム").first.click()
    await takahashi.page.get_by_label("ルームの名前").fill("健診の準備")
    await takahashi.page.get_by_label("氏名・ふりがな・所属で探す").fill("わたなべ")
    await takahashi.page.get_by_role("checkbox", name="渡邉 さくら").check()
    await takahashi.button("ルームを作る").click()
    await watanabe.open("健診の準備")
    await takahashi.say("会場は二階です")
    await expect(watanabe.message("会場は二階です")).to_be_visible()
    await watanabe.say("承知しました")
    await expect(takahashi.message("承知しました")).to_be_visible()


@pytest.mark.req("ADMIN-3", "TEXT-1", "BASE-6", "ZONE-2", "ROOM-2")
async def test_from_a_roster_to_two_people_talking(city: Server, browser: Browser, tmp_path: Path) -> None:
    handed = await _prepared(city, tmp_path)
    assert len(handed) == 300
    await city.start()
    desks = Desks(browser, lambda zone: f"http://{zone}.localhost:{city.ports[zone]}")
    takahashi, watanabe = await desks.take(), await desks.take(zone="internet")
    await _first_sign_in(takahashi, f"{takahashi.origin}/start#mihon/30001/{handed['30001']}")
    await _first_sign_in(watanabe, f"{watanabe.origin}/start#mihon/30002/{handed['30002']}")
    await _talked(takahashi, watanabe)

    reused = await desks.take()
    await reused.page.goto(f"{reused.origin}/start#mihon/30001/{handed['30001']}")
    await reused.button("ログイン").click()
    await expect(reused.page.get_by_role("alert")).to_contain_text("ログインできませんでした")
    assert await desks.left() == []
