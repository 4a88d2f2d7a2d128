"""The table of people: filters, both orders of an office, figures; and taking it out and in again."""

import csv
import io
import time
from uuid import UUID, uuid4
from zipfile import ZipFile

import pytest

from tests.cast import CITY_HALL, SATO, SUZUKI, TAKAHASHI, TANAKA, named
from tests.keys import new_send_key
from tests.people.accounts.managing.forms import post, save
from tests.people.accounts.roster.bringing import brought, decided
from tests.people.conftest import Office
from tests.people.questions import questions
from tests.town import Town
from yoriai.people.accounts.directory import Order
from yoriai.people.accounts.managing import exports, shown, table
from yoriai.people.accounts.managing.table import Filter
from yoriai.people.accounts.models import Posting

pytestmark = pytest.mark.anyio
EVERYBODY = [SATO, SUZUKI, TAKAHASHI, TANAKA]


async def ask(town: Town, words: str = "") -> dict[str, object]:
    answer = await town.call(TAKAHASHI, "GET", f"/api/accounts?{words}")
    assert answer.status_code == 200, answer.text
    found: dict[str, object] = answer.json()
    return found


async def ids(town: Town, words: str = "") -> list[UUID]:
    people = (await ask(town, words))["people"]
    assert isinstance(people, list)
    return [UUID(each["row"]["account_id"]) for each in people]


@pytest.mark.req("BASE-3", "ORG-16")
async def test_everybody_of_the_body_stands_in_it_in_the_order_asked_for(town: Town):
    assert await ids(town) == EVERYBODY
    assert (await ask(town))["total"] == 4
    assert await ids(town, "order=units") == [SATO, SUZUKI, TANAKA, TAKAHASHI]


@pytest.mark.req("ORG-2")
async def test_filters_add_up(town: Town):
    async with town.assembly.works.writing() as work:
        also = Posting(
            id=uuid4(), account_id=TANAKA, organization_id=CITY_HALL, department_id=named("福祉課"), main=None,
            since=work.now, until=None,
        )  # fmt: skip
        work.session.add(also)
    await town.call(TAKAHASHI, "PUT", f"/api/accounts/{SUZUKI}/suspension")
    asked = {
        "q=福祉": [SATO, SUZUKI, TANAKA],
        f"unit={named('福祉課')}": [SATO, SUZUKI, TANAKA],
        f"unit={named('福祉課')}&state=active": [SATO, TANAKA],
        f"unit={named('健康課')}": [],
        "state=suspended": [SUZUKI],
        "state=removed": [],
        "role=administrator": [TAKAHASHI],
        "role=member": [SATO, SUZUKI, TANAKA],
        "employment=regular": EVERYBODY,
        "employment=fixed_term": [],
        f"organization={CITY_HALL}": EVERYBODY,
        f"organization={uuid4()}": [],
        f"group={uuid4()}": [],
        "q=高橋 １０００４": [TAKAHASHI],
        "q=%": [],
    }
    assert {words: await ids(town, words) for words in asked} == asked


@pytest.mark.parametrize("words", ["state=gone", "role=king", "unit=x", "cursor=x", "order=age", "unknown=1"])
async def test_what_is_no_filter_is_refused(town: Town, words):
    assert (await town.call(TAKAHASHI, "GET", f"/api/accounts?{words}")).status_code in (400, 422)


@pytest.mark.parametrize("order", list(Order))
async def test_three_thousand_people_come_page_by_page_and_the_first_at_once(office: Office, order):
    rows = [f"5{n:04d},山田 太郎,やまだ たろう,第{n % 40:02d}課" for n in range(3000)]
    await office.takes_over("職員番号,氏名,ふりがな,所属", *rows)
    actor = await office.actor(TAKAHASHI)
    seen: list[UUID] = []
    cursor: str | None = None
    took: list[float] = []
    for _ in range(4):
        with questions(office.store) as sent:
            began = time.process_time()
            async with office.works.reading() as work:
                page = await table.page(work, actor, Filter(), order=order, cursor=cursor)
                await shown.table(work, page)
            took.append(time.process_time() - began)
        assert len(sent) == (3 if cursor is None else 2)
        seen.extend(row.account_id for row in page.rows)
        cursor = page.next
    assert len(set(seen)) == 400
    assert min(took) < 0.1, took


async def taken(town: Town, which: str = "", *, kind: str = "csv", who: UUID = TAKAHASHI):
    """The table as a file."""
    asked = {"kind": kind, "reason": "人事課へ渡すため"}
    return await town.call(who, "POST", f"/api/accounts/export{which}", asked)


@pytest.mark.req("BASE-6", "N64")
async def test_an_export_taken_in_again_changes_nothing(town: Town, office: Office):
    exported = await taken(town, "?role=member")
    assert exported.status_code == 200
    assert exported.content.startswith(b"\xef\xbb\xbf")
    assert exported.headers["content-disposition"].startswith("attachment;")
    lines = list(csv.reader(io.StringIO(exported.content.decode("utf-8-sig"))))
    assert lines[0][:3] == ["職員番号", "氏名", "ふりがな"]
    assert [line[0] for line in lines[1:]] == ["10001", "10002", "10003"]
    done = await office.takes_over(*exported.content.decode("utf-8-sig").splitlines())
    assert (len(done.added), done.changed, done.unchanged) == (0, 0, 3)

    book = await taken(town, kind="xlsx")
    with ZipFile(io.BytesIO(book.content)) as parts:
        assert "鈴木 﨑子" in parts.read("xl/sharedStrings.xml").decode()
    tree = await town.call(TAKAHASHI, "GET", f"/api/organizations/{CITY_HALL}/units/export.csv")
    assert tree.content.decode("utf-8-sig").splitlines()[1].startswith(",福祉課,課,福祉課,")


@pytest.mark.req("BASE-6", "ORG-2")
@pytest.mark.parametrize(("code", "said"), [(None, '"戸籍、住民係"'), ("0120", "0120")])
async def test_a_concurrent_post_in_a_unit_with_a_comma_in_its_name_comes_back_as_one(
    town: Town, code: str | None, said: str
):
    made = {"request_key": new_send_key(), "name": "戸籍、住民係", "kind": "係", "code": code}
    unit = (await town.call(TAKAHASHI, "POST", f"/api/organizations/{CITY_HALL}/units", made)).json()
    held = [post(named("福祉課")), post(unit["unit_id"], main=False)]
    assert (await save(town, SATO, {"posts": held})).status_code == 200

    exported = await taken(town, "?q=佐藤")
    assert next(csv.DictReader(io.StringIO(exported.content.decode("utf-8-sig"))))["兼務"] == said
    counts = (await decided(town, await brought(town, exported.content)))["counts"]
    assert (counts["rows"], counts["unchanged"], counts["error"]) == (1, 1, 0)


@pytest.mark.req("ORG-11", "BASE-6", "N64")
async def test_fields_of_the_body_stand_at_the_end_of_an_export_and_an_import_leaves_them(
    town: Town, office: Office
):
    keys = [new_send_key() for _ in range(3)]
    for key, name in zip(keys, ("公用携帯", "略称", "得意なこと"), strict=True):
        made = await town.call(TAKAHASHI, "POST", "/api/profile-fields", {"key": key, "name": name})
        assert made.status_code == 204, made.text
    group = {"name": "学校", "hidden": [keys[0]], "locked": []}
    group_id = (await town.call(TAKAHASHI, "POST", "/api/account-groups", group)).json()["group_id"]
    filled = {keys[0]: "090-0000-1234", keys[1]: "さと", keys[2]: "=1+1"}
    assert (await save(town, SATO, {"profile": filled, "group_id": group_id})).status_code == 200

    exported = await taken(town)
    heads, *lines = csv.reader(io.StringIO(exported.content.decode("utf-8-sig")))
    # 略称 heads a column of a roster: taken for it, an import would call the unit so.
    assert heads[-3:] == ["公用携帯", "職員の項目：略称", "得意なこと"]
    said = {line[0]: line[-3:] for line in lines}
    assert said["10001"] == [
        "090-0000-1234",
        "さと",
        "'=1+1",
    ]  # whoever manages sees what is hidden from others
    assert said["10002"] == ["", "", ""]
    counts = (await decided(town, await brought(town, exported.content)))["counts"]
    assert (counts["unchanged"], counts["changed_units"], counts["error"]) == (4, 0, 0)
    book = await taken(town, kind="xlsx")
    with ZipFile(io.BytesIO(book.content)) as parts:
        assert "職員の項目：略称" in parts.read("xl/sharedStrings.xml").decode()

    actor = await office.actor(TAKAHASHI)
    with questions(office.store) as sent:
        async with office.works.reading() as work:
            await exports.people(work, actor, Filter())
    assert len(sent) == 4


async def test_an_export_is_for_administrators(town: Town):
    units = f"/api/organizations/{CITY_HALL}/units/export.xlsx"
    assert (await town.call(SATO, "GET", units)).status_code == 403
    assert (await taken(town, who=SATO)).status_code == 403


@pytest.mark.req("K28", "N119")
@pytest.mark.parametrize("asked", [{}, {"reason": ""}, {"reason": "　"}, {"reason": "あ" * 201}])
async def test_without_a_reason_nobody_is_taken_out(town: Town, asked: dict[str, str]):
    refused = await town.call(TAKAHASHI, "POST", "/api/accounts/export", {"kind": "csv", **asked})
    assert refused.status_code == 422
    assert "accounts.acted" not in await town.told_at(f"person/{TAKAHASHI}")


async def test_a_filter_that_means_nothing_is_refused_and_breaks_nothing(town: Town):
    for words in ("employment=%00", "employment=友人", "role=king", "state=gone", "unit=x"):
        assert (await town.call(TAKAHASHI, "GET", f"/api/accounts?{words}")).status_code == 422


@pytest.mark.req("ORG-7", "BASE-6")
async def test_a_table_of_one_organization_says_the_posts_there_and_is_taken_in_again(town: Town):
    body = {"request_key": new_send_key(), "name": "見本市議会"}
    council = (await town.call(TAKAHASHI, "POST", "/api/organizations", body)).json()["organization_id"]
    words = {"request_key": new_send_key(), "name": "議会事務局", "kind": ""}
    made = await town.call(TAKAHASHI, "POST", f"/api/organizations/{council}/units", words)
    posts = [post(named("福祉課")), post(made.json()["unit_id"], main=False, hall=UUID(council))]
    assert (await save(town, SATO, {"posts": posts})).status_code == 200

    out = await taken(town, f"?organization={council}")
    (row,) = list(csv.DictReader(io.StringIO(out.content.decode("utf-8-sig"))))
    assert (row["職員番号"], row["所属"], row["兼務"]) == ("10001", "議会事務局", "")
    counts = (await decided(town, await brought(town, out.content, organization_id=council)))["counts"]
    assert (counts["unchanged"], counts["new_units"]) == (1, 0)
