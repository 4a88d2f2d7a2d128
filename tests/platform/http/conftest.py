"""A small application behind one listener: it looks, writes, refuses and fails."""

import asyncio
from collections.abc import AsyncGenerator
from dataclasses import dataclass, field
from uuid import UUID

import httpx2
import pytest
from fastapi import APIRouter, Request, Response
from pydantic import BaseModel
from sqlalchemy import event, func, select, text
from starlette.types import Message, Receive, Scope, Send

from tests.platform.hall import Call, TooQuiet, call
from tests.platform.work.crossing import take
from yoriai.platform.db.store import Store
from yoriai.platform.db.troubles import Undone
from yoriai.platform.http.application import application
from yoriai.platform.http.edge import Edge
from yoriai.platform.http.files import csv_file
from yoriai.platform.http.healthy import router as healthy
from yoriai.platform.http.listener import ListenerRules
from yoriai.platform.http.uploads import Receiving, Upload, receiving_of
from yoriai.platform.http.works import AllWorks, Work, Writes
from yoriai.platform.work.edge import Works

HOST = "lgwan.localhost:8600"
ORIGIN = f"http://{HOST}"

SCAN = Upload("POST", "/api/papers/{paper_id}/scan", most=3 * 1024 * 1024)

router = APIRouter(prefix="/api")


class Said(BaseModel):
    hall_id: UUID
    words: str


class CallsOut(BaseModel):
    calls: int


class SizeOut(BaseModel):
    size: int


class WordsOut(BaseModel):
    words: str


class NumberOut(BaseModel):
    zone: str | None
    address: str | None
    request_id: str | None


@router.get("/calls")
async def look(work: Work) -> CallsOut:
    return CallsOut(calls=await work.session.scalar(select(func.count()).select_from(Call)) or 0)


@router.get("/cause")
async def cause(work: Work) -> NumberOut:
    return NumberOut(zone=work.cause.zone, address=work.cause.address, request_id=work.cause.request_id)


@router.post("/calls", status_code=201)
async def say(said: Said, work: Writes) -> CallsOut:
    call(work, said.hall_id, said.words)
    if not said.words:
        raise TooQuiet(least=1)
    return CallsOut(calls=1)


@router.post("/papers/{paper_id}/scan")
async def scan(paper_id: str, request: Request) -> SizeOut:
    return SizeOut(size=len(await receiving_of(request).body(request)))


@router.get("/long/{size}")
async def say_much(size: int) -> WordsOut:
    return WordsOut(words="福祉課" * size)


@router.get("/papers/{paper_id}")
async def save(paper_id: str) -> Response:
    return csv_file(f"{paper_id}.csv", ["職員番号"], [["00123"]])


@router.put("/both/{first}/{second}", status_code=204)
async def take_both(first: UUID, second: UUID, work: Writes) -> None:
    await take(work, first, second)


@router.put("/unlucky")
async def unlucky(work: Writes) -> None:
    raise Undone


@router.put("/doubled/{hall_id}")
async def write_twice(hall_id: UUID, work: Writes) -> None:
    for _ in range(2):
        work.session.add(Call(id=hall_id, hall_id=hall_id, words="twice"))
        await work.session.flush()
        work.session.expunge_all()


@router.put("/sneak")
async def sneak(work: Work) -> None:
    await work.session.execute(text("DELETE FROM hall_calls"))


@router.get("/defect")
async def fail() -> None:
    raise RuntimeError("words that must not leave the server")


@router.get("/away")
async def away() -> None:
    raise ConnectionError("database at db.internal")


@router.get("/slow")
async def take_long(works: AllWorks) -> CallsOut:
    await asyncio.sleep(0)
    return CallsOut(calls=int(works.may_write()))


@dataclass
class Counter:
    """The application as one browser reaches it, and the order in which things left it."""

    client: httpx2.AsyncClient
    works: Works
    edge: Edge
    order: list[str] = field(default_factory=list[str])

    async def ask(
        self, method: str, path: str, body: object = None, **headers: str | None
    ) -> httpx2.Response:
        sent: dict[str, str | None] = {"host": HOST, "origin": ORIGIN}
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        given = {name: value for name, value in sent.items() if value is not None}
        return await self.client.request(method, path, json=body, headers=given)


@pytest.fixture
async def counter(store: Store) -> AsyncGenerator[Counter]:
    app = application()
    app.state.works = works = Works(store)
    app.include_router(router)
    app.include_router(healthy)
    rules = ListenerRules("lgwan", frozenset({HOST}), frozenset({ORIGIN}))
    app.state.receiving = Receiving()
    edge, order = Edge(app, rules, secure=False, uploads=[SCAN]), list[str]()

    async def watched(scope: Scope, receive: Receive, send: Send) -> None:
        async def noted(message: Message) -> None:
            order.append(message["type"].removeprefix("http."))
            await send(message)

        await edge(scope, receive, noted)

    event.listen(store.writer.sync_engine, "commit", lambda _: order.append("commit"))
    transport = httpx2.ASGITransport(app=watched, raise_app_exceptions=False)
    async with httpx2.AsyncClient(transport=transport, base_url=ORIGIN) as client:
        yield Counter(client, works, edge, order)
