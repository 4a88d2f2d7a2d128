"""Old screen + facts = fresh screen, for what is told about one's own second factor."""

import pytest
from pyotp.totp import TOTP

from tests.cast import SATO
from tests.people.sessions.holding import Browser, phone_of
from tests.town import Town
from tests.transcripts import transcript

pytestmark = [pytest.mark.anyio, pytest.mark.req("C8", "AUTH-7")]


async def test_a_second_factor_of_ones_own_changes_nothing_on_the_talk_screen(town: Town) -> None:
    offered = (await town.call(SATO, "POST", "/api/second-factor/offer")).json()
    shown = TOTP(offered["secret"].replace(" ", "")).at(town.assembly.works.now())
    proof = {"sealed": offered["sealed"], "one_time_code": shown}
    proved = (await town.call(SATO, "POST", "/api/second-factor/confirm", proof)).json()
    names = ("set_up", "recovery_drawn", "gone")
    asked = (
        ("PUT", "", {"sealed": proved["sealed"]}),
        ("POST", "/recovery-codes", None),
        ("DELETE", "", None),
    )
    for name, (method, path, body) in zip(names, asked, strict=True):
        async with transcript(town, f"second_factor.{name}", SATO, expect=[f"second_factor.{name}"]):
            answer = await town.call(SATO, method, f"/api/second-factor{path}", body)
            assert answer.status_code == 200


@pytest.mark.req("N31")
async def test_a_recovery_code_that_was_used_changes_nothing_on_the_talk_screen(town: Town) -> None:
    phone, browser = await phone_of(town), Browser(town)
    await browser.signs_in()
    told = ["second_factor.recovery_used", "sessions.began"]
    async with transcript(town, "second_factor.recovery_used", SATO, expect=told):
        assert (await browser.gives(phone.paper[0])).status_code == 200
