"""A unit of work for each request: committed before the answer leaves, or not at all."""

from uuid import UUID, uuid4

import pytest

from tests.platform.http.conftest import Counter
from tests.platform.work.crossing import crossed
from yoriai.platform.work import edge

pytestmark = pytest.mark.anyio


async def calls(counter: Counter) -> int:
    return int((await counter.ask("GET", "/api/calls")).json()["calls"])


@pytest.mark.req("D4")
async def test_what_was_written_is_durable_before_the_answer_leaves(counter: Counter, hall_id: UUID):
    answer = await counter.ask("POST", "/api/calls", {"hall_id": str(hall_id), "words": "a"})

    assert answer.status_code == 201
    assert counter.order[:2] == ["commit", "response.start"]
    assert await calls(counter) == 1


@pytest.mark.asvs("V2.3.3")
async def test_a_refused_request_has_changed_nothing(counter: Counter, hall_id: UUID):
    answer = await counter.ask("POST", "/api/calls", {"hall_id": str(hall_id), "words": ""})

    assert (answer.status_code, answer.json()["code"]) == (409, "hall.too_quiet")
    assert "commit" not in counter.order
    assert await calls(counter) == 0


@pytest.mark.req("D4")
@pytest.mark.asvs("V16.5.3")
async def test_a_commit_that_fails_is_never_a_success(
    counter: Counter, hall_id: UUID, monkeypatch: pytest.MonkeyPatch
):
    def cut_off(place: object) -> None:
        raise ConnectionError

    monkeypatch.setattr(edge, "reach", cut_off)
    answer = await counter.ask("POST", "/api/calls", {"hall_id": str(hall_id), "words": "a"})

    assert (answer.status_code, answer.headers["retry-after"]) == (503, "3")
    assert await calls(counter) == 0


@pytest.mark.req("D21")
@pytest.mark.asvs("V16.5.3")
async def test_while_the_node_may_not_write_reading_goes_on(counter: Counter, hall_id: UUID):
    counter.works.may_write = lambda: False

    answer = await counter.ask("POST", "/api/calls", {"hall_id": str(hall_id), "words": "a"})
    assert (answer.status_code, answer.json()["code"]) == (503, "not_now")
    assert answer.headers["retry-after"]
    assert await calls(counter) == 0


@pytest.mark.req("D21", "F8", "C12")
@pytest.mark.asvs("V16.5.2")
async def test_a_node_that_sees_nothing_answers_at_once_that_it_cannot(counter: Counter):
    """Found by `make faults`: whoever asked waited for the database, as long as they had patience."""
    counter.works.sees = lambda: False

    answer = await counter.ask("GET", "/api/calls")
    assert (answer.status_code, answer.headers.get("retry-after")) == (503, "5")


async def test_a_route_that_does_not_say_that_it_writes_cannot(counter: Counter):
    assert (await counter.ask("PUT", "/api/sneak")).status_code == 500


async def test_a_work_knows_zone_address_and_number_of_its_request(counter: Counter):
    answer = await counter.ask("GET", "/api/cause", x_zone="internet", x_request_id="mine")

    assert answer.json() == {
        "zone": "lgwan",
        "address": "127.0.0.1",
        "request_id": answer.headers["x-request-id"],
    }


async def test_a_route_may_take_all_works(counter: Counter):
    assert (await counter.ask("GET", "/api/slow")).json() == {"calls": 1}


@pytest.mark.req("N125")
async def test_the_health_of_the_process_says_that_the_database_answers_and_nothing_else(counter: Counter):
    answer = await counter.ask("GET", "/healthz")
    assert (answer.status_code, answer.json()) == (200, {"ok": True})


async def test_a_server_that_is_to_end_says_so_and_serves_on_but_keeps_no_connection(counter: Counter):
    closed: list[None] = []
    assert "connection" not in (await counter.ask("GET", "/healthz")).headers
    counter.edge.draining.linger = 60
    counter.edge.draining.begin(lambda: closed.append(None))

    answer = await counter.ask("GET", "/healthz")
    assert (answer.status_code, answer.json()["code"]) == (503, "not_now")
    assert int(answer.headers["retry-after"]) > 0
    answer = await counter.ask("GET", "/api/calls")
    assert (answer.status_code, answer.headers["connection"]) == (200, "close")
    assert not closed
    counter.edge.draining.begin(lambda: closed.append(None))
    assert closed, "asked a second time, it ends at once"


async def test_fifty_requests_at_once_are_fifty_works(counter: Counter, hall_id: UUID):
    for _ in range(50):
        answer = await counter.ask("POST", "/api/calls", {"hall_id": str(uuid4()), "words": "a"})
        assert answer.status_code == 201
    assert await calls(counter) == 50
    assert hall_id


@pytest.mark.req("D5")
@pytest.mark.parametrize("foundation", ["postgresql"], indirect=True)
async def test_a_request_that_the_database_undid_for_anothers_sake_is_carried_out_once_more(
    counter: Counter, hall_id: UUID
):
    async with crossed(counter.works, hall_id) as rows:
        answer = await counter.ask("PUT", f"/api/both/{rows.first}/{rows.second}")
        assert answer.status_code == 204
    assert counter.order.count("response.start") == 1


@pytest.mark.req("D5")
async def test_a_request_that_is_undone_twice_may_come_again(counter: Counter):
    answer = await counter.ask("PUT", "/api/unlucky")
    assert (answer.status_code, answer.json()["code"]) == (503, "not_now")
    assert int(answer.headers["retry-after"]) == answer.json()["details"]["retry_after"] > 0


async def test_a_row_that_can_never_be_written_is_a_defect(counter: Counter, hall_id: UUID):
    answer = await counter.ask("PUT", f"/api/doubled/{hall_id}")
    assert (answer.status_code, answer.json()["code"]) == (500, "defect")
    assert await calls(counter) == 0
