"""A unit that asks: 佐藤 leads 福祉課, where 鈴木 serves too; 髙橋 answers; 田中 serves elsewhere."""

from typing import Any
from uuid import UUID

from tests.cast import SATO, TAKAHASHI, named
from tests.keys import new_send_key
from tests.town import Town

ALL = "/api/account-requests"
WELFARE, ROADS = named("福祉課"), named("土木課")
Answer = tuple[int, str]
DONE, GONE, NO = (204, ""), (404, "not_found"), (403, "forbidden")
OVER = (409, "account_requests.over")


def wish(**changed: object) -> dict[str, object]:
    """Somebody new."""
    return {
        "request_key": new_send_key(),
        "kind": "new",
        "unit_id": str(WELFARE),
        "login_id": "３０００１",
        "family": "新人",
        "given": "一郎",
        "kana": "しんじん　いちろう",
        "employment_type": "fixed_term",
        "starts_on": "2026-12-01",
        "ends_on": "2027-03-31",
        **changed,
    }


def about(who: UUID, **changed: object) -> dict[str, object]:
    """Somebody who is there."""
    return {
        "request_key": new_send_key(), "kind": "change", "unit_id": str(WELFARE), "account_id": str(who), **changed
    }  # fmt: skip


async def led(town: Town, who: UUID = SATO, unit: UUID = WELFARE) -> None:
    made = await town.call(TAKAHASHI, "POST", "/api/leaders", {"account_id": str(who), "unit_id": str(unit)})
    assert made.status_code == 201, made.text


async def does(town: Town, who: UUID, method: str, path: str, body: object = None) -> Answer:
    """The status and the code of the answer."""
    answer = await town.call(who, method, path, body)
    code = str(answer.json().get("code", "")) if answer.content and answer.status_code >= 400 else ""
    return answer.status_code, code


async def asks(town: Town, who: UUID = SATO, body: dict[str, object] | None = None) -> str:
    """The path of what was asked."""
    answer = await town.call(who, "POST", ALL, body or wish())
    assert answer.status_code == 201, answer.text
    return f"{ALL}/{answer.json()['asking_id']}"


async def listed(town: Town, who: UUID) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = (await town.call(who, "GET", ALL)).json()["requests"]
    return found


async def states(town: Town, who: UUID) -> list[str]:
    return [each["state"] for each in await listed(town, who)]
