"""Slips on paper: the PDF is read back, its pages counted, its codes decoded."""

import asyncio
import random

import pytest

from tests.cast import MORI, SATO, TAKAHASHI
from tests.paper import A4, codes_of, pages_of, sizes_of
from tests.people.accounts.slips.conftest import Counter
from yoriai.people.access.capabilities import Role
from yoriai.people.accounts.slips import printing, routes
from yoriai.people.accounts.slips.slip import Common
from yoriai.platform.work.work import Work

pytestmark = pytest.mark.anyio

HOSTILE = (
    "#strong[太郎] *次郎*",
    "$x^2$ `raw` <label> @ref",
    '#import "/etc/passwd": * \\ //',
    "= 見出し - 箇条 + 番号 / 用語",
    '"); #panic("x") //',
    "{{ 7*7 }} <script>alert(1)</script>",
    "葛\U000e0100城 𠮷田",
    "﨑 髙 神 ⅳ ≒ α′ ①㈱㎡",
)


@pytest.mark.req("ADMIN-10", "TEXT-1")
async def test_a_page_for_each_person_with_everything_on_it(counter: Counter):
    new = [await counter.comes_new(f"3000{number}") for number in range(3)]
    issued = (await counter.issues("people", *new)).json()
    answer = await counter.prints(*issued["slips"])

    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/pdf"
    assert "attachment" in answer.headers["content-disposition"]
    assert answer.headers["cache-control"] == "no-store"
    pages = pages_of(answer.content)
    assert sizes_of(answer.content) == [A4] * 3
    for page, slip in zip(pages, issued["slips"], strict=True):
        for words in ("新人 一郎", "様", slip["login_id"], slip["secret"], slip["last_day"], "mihon"):
            assert words in page
        assert "ここを内側に折ってください" in page and "情報政策課（内線 2345）" in page
        assert counter.town.origin("lgwan") in page and counter.town.origin("internet") in page


async def test_the_code_opens_the_page_on_which_one_signs_in(counter: Counter):
    new = await counter.comes_new("30001")
    issued = (await counter.issues("people", new)).json()
    answer = await counter.prints(*issued["slips"])
    assert codes_of(answer.content) == [issued["slips"][0]["internet_link"]]


@pytest.mark.req("N59", "TEXT-1")
@pytest.mark.asvs("V1.3.5", "V1.3.7")
async def test_a_name_is_set_as_it_is_and_never_read_as_markup(counter: Counter):
    new = [await counter.comes_new(f"3000{number}", f"{name} 名") for number, name in enumerate(HOSTILE)]
    issued = (await counter.issues("people", *new)).json()
    pages = pages_of((await counter.prints(*issued["slips"])).content)
    assert len(pages) == len(HOSTILE)
    for page, slip in zip(pages, issued["slips"], strict=True):
        assert slip["name"].replace(" ", "") in page.replace("\r\n", "").replace(" ", "")


@pytest.mark.req("N59")
async def test_awkward_letters_at_random_break_no_page(counter: Counter):
    seed = random.randrange(10**9)
    print(f"seed {seed}")
    letters = random.Random(seed)
    signs = "#$*_`<>@=-+/\\~'\"[](){}.,:;!?&%^|\u200d\u3000髙𠮷あA1\ue000\U000f0000"
    names = ["".join(letters.choices(signs, k=30)) for _ in range(20)]
    new = [await counter.comes_new(f"30{number:03}", name) for number, name in enumerate(names)]
    issued = (await counter.issues("people", *new)).json()
    assert len(pages_of((await counter.prints(*issued["slips"])).content)) == 20


@pytest.mark.req("TEXT-7")
async def test_a_letter_that_no_typeface_has_is_a_frame_with_a_mark(counter: Counter):
    new = await counter.comes_new("30001", "\ue003藤 外一")
    issued = (await counter.issues("people", new)).json()
    (page,) = pages_of((await counter.prints(*issued["slips"])).content)
    assert issued["slips"][0]["name"] == "\ue003藤 外一" and "〓藤 外一" in page


async def test_a_special_post_gets_large_letters_and_the_simple_mode(counter: Counter):
    mayor = await counter.comes_new("30001", "市長 太郎", employment_type="special_post")
    clerk = await counter.comes_new("30002")
    issued = (await counter.issues("people", mayor, clerk)).json()
    pages = pages_of((await counter.prints(*issued["slips"])).content)
    assert ["かんたん表示" in page for page in pages] == [each["large_type"] for each in issued["slips"]]
    assert sum(each["large_type"] for each in issued["slips"]) == 1


async def test_the_comparison_with_line_stands_on_the_back_by_choice(counter: Counter):
    new = [await counter.comes_new(f"3000{number}") for number in range(2)]
    issued = (await counter.issues("people", *new)).json()
    pages = pages_of((await counter.prints(*issued["slips"], with_comparison=True)).content)
    assert ["LINEとここが同じ・ここが違う" in page for page in pages] == [False, True, False, True]


async def test_long_words_stay_on_their_page(counter: Counter):
    long = "健康福祉部健康づくり推進課地域保健係" * 2
    new = await counter.comes_new("30001", f"{long} {long}", kana="けんこうふくしぶ" * 12)
    issued = (await counter.issues("people", new)).json()
    (page,) = pages_of((await counter.prints(*issued["slips"])).content)
    assert long in page.replace("\r\n", "").replace(" ", "") and issued["slips"][0]["secret"] in page


@pytest.mark.req("BASE-4")
async def test_only_current_secrets_of_this_body_are_printed(counter: Counter):
    new = await counter.comes_new("30001")
    (old,) = (await counter.issues("people", new)).json()["slips"]
    (slip,) = (await counter.issues("people", new)).json()["slips"]
    refused = await counter.prints(old)
    assert (refused.status_code, refused.json()["code"]) == (409, "slips.not_current")
    assert refused.json()["details"] == {"count": 1, "names": ["新人 一郎"]}
    assert (await counter.prints({"account_id": str(MORI), "secret": slip["secret"]})).status_code == 404
    assert (await counter.prints({"account_id": str(SATO), "secret": slip["secret"]})).status_code == 409

    assert (await counter.prints(slip)).status_code == 200
    assert (await counter.signs_in("30001", slip["secret"])).status_code == 200
    assert (await counter.prints(slip)).json()["code"] == "slips.not_current"


@pytest.mark.req("N19")
async def test_an_owners_slip_is_printed_by_owners_only(counter: Counter):
    new = await counter.comes_new("30001")
    (slip,) = (await counter.issues("people", new)).json()["slips"]
    await counter.changes(new, roles=[Role.OWNER])
    assert (await counter.prints(slip)).status_code == 403
    await counter.changes(TAKAHASHI, roles=[Role.OWNER])
    assert (await counter.prints(slip)).status_code == 200


async def test_more_pages_than_a_file_takes_are_refused(counter: Counter, monkeypatch):
    monkeypatch.setattr(printing, "MOST_PAGES", 1)
    new = [await counter.comes_new(f"3000{number}") for number in range(2)]
    issued = (await counter.issues("people", *new)).json()
    refused = await counter.prints(*issued["slips"])
    assert (refused.status_code, refused.json()["details"]) == (409, {"most": 1, "got": 2})


async def test_without_the_typefaces_it_says_so(counter: Counter, monkeypatch):
    monkeypatch.setattr(printing, "FACES", "no such folder")
    new = await counter.comes_new("30001")
    issued = (await counter.issues("people", new)).json()
    refused = await counter.prints(*issued["slips"])
    assert (refused.status_code, refused.json()["code"]) == (503, "slips.no_faces")


async def test_a_press_that_takes_too_long_is_stopped_and_one_that_breaks_says_not_now(counter, monkeypatch):
    new = await counter.comes_new("30001")
    issued = (await counter.issues("people", new)).json()
    monkeypatch.setattr(printing, "LONGEST", 0.01)
    assert (await counter.prints(*issued["slips"])).status_code == 503
    monkeypatch.undo()
    monkeypatch.setattr(printing, "PRESS", "yoriai.no_such_press")
    assert (await counter.prints(*issued["slips"])).status_code == 503
    start = asyncio.create_subprocess_exec

    async def gone_before_it_is_told_anything(*words, **how) -> asyncio.subprocess.Process:
        child = await start(*words, **how)
        await child.wait()
        return child

    monkeypatch.setattr(asyncio, "create_subprocess_exec", gone_before_it_is_told_anything)
    assert (await counter.prints(*issued["slips"])).status_code == 503
    monkeypatch.undo()
    monkeypatch.setattr(printing, "MOST_BYTES", 10)
    assert (await counter.prints(*issued["slips"])).status_code == 503
    monkeypatch.undo()
    assert (await counter.prints(*issued["slips"])).status_code == 200


@pytest.mark.asvs("V15.2.2")
async def test_two_files_are_made_at_once_and_a_third_waits_for_later(counter: Counter, monkeypatch):
    new = await counter.comes_new("30001")
    issued = (await counter.issues("people", new)).json()
    pressed, third_was_answered = printing._pressed, asyncio.Event()

    async def slowly(*words) -> bytes:
        await third_was_answered.wait()
        return await pressed(*words)

    monkeypatch.setattr(printing, "_pressed", slowly)
    asked = {asyncio.create_task(counter.prints(*issued["slips"])) for _ in range(3)}
    (refused,), others = await asyncio.wait(asked, return_when=asyncio.FIRST_COMPLETED)
    assert refused.result().status_code == 503
    third_was_answered.set()
    assert [answer.status_code for answer in await asyncio.gather(*others)] == [200, 200]


async def test_the_database_is_let_go_before_the_press_begins(counter: Counter, monkeypatch):
    new = await counter.comes_new("30001")
    issued = (await counter.issues("people", new)).json()
    works = list[Work]()
    common_of = routes.common_of

    async def seen(work: Work, *words) -> Common:
        works.append(work)
        return await common_of(work, *words)

    async def pressed(*_) -> bytes:
        assert [work.session.in_transaction() for work in works] == [False]
        return b"%PDF"

    monkeypatch.setattr(routes, "common_of", seen)
    monkeypatch.setattr(routes, "pdf_of", pressed)
    assert (await counter.prints(*issued["slips"])).content == b"%PDF"
