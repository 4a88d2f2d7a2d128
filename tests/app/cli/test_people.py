"""`yoriai setup` and `yoriai people import`, as an operator types them."""

import asyncio
import stat
from collections.abc import Generator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result
from xlsxwriter import Workbook

from tests.grounds import Ground
from tests.migrations.test_steps import nothing_at
from tests.town import open_town
from yoriai.app.cli import main
from yoriai.platform.sentences import filled

FOUND = [
    "setup", "--code", "mihon", "--name", "見本市", "--contact", "情報政策課（内線 2345）",
    "--login-id", "00001", "--person", "髙橋　渉", "--kana", "タカハシ ワタル",
]  # fmt: skip
ROSTER = """職員番号,氏名,ふりがな,所属,職名,メール,備考
30001,山田　太郎,やまだ たろう,健康福祉部 健康づくり推進課 地域保健係,主任,yamada@city.mihon.example,
30002,\ue000林花子,こばやし はなこ,市民課,主事,,
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Generator[Path]:
    """An empty folder in which nothing has been set up."""
    monkeypatch.setenv("YORIAI_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.delenv("YORIAI_DATABASE", raising=False)
    monkeypatch.chdir(tmp_path)
    yield tmp_path


def yoriai(*words: str | Path) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


def link_in(said: Result) -> str:
    return next(line.strip() for line in said.output.splitlines() if "/start#" in line)


@pytest.fixture
def founded(here: Path) -> Path:
    """A body with its owner."""
    assert yoriai(*FOUND).exit_code == 0
    (here / "roster.csv").write_text(ROSTER, encoding="cp932")
    return here


@pytest.mark.asvs("V14.2.1")
def test_setup_prints_a_link_that_carries_the_first_password_after_the_hash(here: Path):
    link = link_in(yoriai(*FOUND))
    assert link.startswith("http://lgwan.localhost:8600/start#mihon/00001/")
    assert len(link.rpartition("/")[2]) >= 13


def test_setup_refuses_a_second_body_unless_it_is_asked_for(founded: Path):
    again = yoriai(*FOUND)
    assert (again.exit_code, "見本市" in again.output, "--another" in again.output) == (1, True, True)
    taken = yoriai(*FOUND, "--another")
    assert (taken.exit_code, "mihon" in taken.output) == (1, True)
    other = [word.replace("mihon", "tonari") for word in FOUND]
    assert yoriai(*other, "--another").exit_code == 0


@pytest.mark.parametrize(
    ("at", "value"), [(2, "見本市"), (2, "a" * 41), (4, ""), (8, "番号"), (10, ""), (12, "髙橋")]
)
def test_setup_refuses_what_a_roster_would_refuse_and_leaves_nothing(here: Path, at: int, value: str):
    wrong = [*FOUND]
    wrong[at] = value
    assert yoriai(*wrong).exit_code == 1
    assert yoriai(*FOUND).exit_code == 0


@pytest.mark.req("ADMIN-3", "BASE-6", "TEXT-7")
def test_an_import_says_what_it_did_and_hands_over_first_passwords(founded: Path):
    tried = yoriai("people", "import", "roster.csv", "--dry-run")
    assert (tried.exit_code, "まだ何も書き込んでいません" in tried.output) == (0, True)
    done = yoriai("people", "import", "roster.csv", "--first-passwords", "new.csv")
    assert done.exit_code == 0, done.output
    for words in ("新規 2人", "備考", "U+E000", "空白がない氏名"):
        assert words in done.output

    handed = founded / "new.csv"
    assert stat.S_IMODE(handed.stat().st_mode) == 0o600
    lines = handed.read_bytes().decode("utf-8-sig").splitlines()
    assert lines[0] == "職員番号,氏名,所属,最初のパスワード"
    assert lines[1].startswith("30001,山田 太郎,健康福祉部 健康づくり推進課 地域保健係,")
    secret = lines[1].rpartition(",")[2]
    assert secret not in done.output

    again = yoriai("people", "import", "roster.csv")
    assert (again.exit_code, "変更なし 2人" in again.output) == (0, True)
    (founded / "roster.csv").write_text(ROSTER.replace("主任", "係長"), encoding="cp932")
    changed = yoriai("people", "import", "roster.csv")
    assert (changed.exit_code, "変更 1人" in changed.output) == (0, True)


def test_new_people_come_without_a_password_unless_a_place_for_it_is_named(founded: Path):
    (founded / "new.csv").write_text("something else")
    refused = yoriai("people", "import", "roster.csv", "--first-passwords", "new.csv")
    assert (refused.exit_code, "すでにあります" in refused.output) == (1, True)
    assert (founded / "new.csv").read_text() == "something else"
    refused = yoriai("people", "import", "roster.csv", "--first-passwords", "nowhere/new.csv")
    assert (refused.exit_code, "書き込めません" in refused.output) == (1, True)
    assert "新規 2人" in yoriai("people", "import", "roster.csv", "--dry-run").output

    done = yoriai("people", "import", "roster.csv")
    assert (done.exit_code, "用紙" in done.output) == (0, True)
    assert "変更なし 2人" in yoriai("people", "import", "roster.csv").output


@pytest.mark.req("ADMIN-3")
def test_the_last_import_is_taken_back_and_the_one_before_it_is_not(founded: Path):
    assert yoriai("people", "undo").exit_code == 1
    assert yoriai("people", "import", "roster.csv").exit_code == 0
    undone = yoriai("people", "undo")
    assert (undone.exit_code, "roster.csv" in undone.output) == (0, True)
    assert yoriai("people", "undo").exit_code == 1
    assert "新規 2人" in yoriai("people", "import", "roster.csv", "--dry-run").output


def test_columns_and_sheets_are_named_on_the_command_line(founded: Path):
    words = ["社内の番号", "氏名", "ふりがな", "所属"]
    people = [
        ["=30001", "山田 太郎", "やまだ たろう", "市民課"],
        ["00042", "林 花子", "はやし はなこ", "税務課"],
    ]
    with Workbook((founded / "book.xlsx").open("wb"), {"in_memory": True}) as book:
        book.add_worksheet("表紙").write_row(0, 0, ["令和8年度"])
        book.add_worksheet("名簿").write_row(0, 0, words)
        for at, row in enumerate(people, start=1):
            book.worksheets()[1].write_row(at, 0, row[1:] if at > 2 else [row[0].lstrip("="), *row[1:]])
    asked = ["people", "import", "book.xlsx", "--sheet", "名簿", "--mapping", "社内の番号=職員番号"]
    assert "新規 2人" in yoriai(*asked, "--dry-run").output
    assert yoriai("people", "import", "book.xlsx").exit_code == 1
    assert yoriai(*asked[:-1], "社内の番号=なにか").exit_code == 2
    assert "新規 2人" in yoriai(*asked).output


def test_whoever_is_missing_is_stopped_only_when_that_is_asked_for(founded: Path):
    assert yoriai("people", "import", "roster.csv").exit_code == 0
    short = "".join(ROSTER.splitlines(keepends=True)[:2])
    (founded / "roster.csv").write_text(short, encoding="utf-8")
    listed = yoriai("people", "import", "roster.csv")
    assert ("名簿にない職員 2人" in listed.output, "止めた" in listed.output) == (True, False)
    stopped = yoriai("people", "import", "roster.csv", "--suspend-missing")
    assert "利用を止めた職員 1人" in stopped.output  # the owner is not stopped by a file


@pytest.mark.req("BASE-1", "BASE-6")
def test_wrong_rows_are_named_with_row_and_column(founded: Path):
    (founded / "wrong.csv").write_text(
        "職員番号,氏名,ふりがな,所属\n,=A1,abc,x\n1,あ い,あ,課\n1,あ い,あ,課\n"
    )
    refused = yoriai("people", "import", "wrong.csv", "--first-passwords", "new.csv")
    assert refused.exit_code == 1
    assert "4か所" in refused.output
    for words in (
        "2行目「職員番号」：空です",
        "2行目「氏名」",
        "2行目「ふりがな」",
        "4行目「職員番号」：3行目と同じ",
    ):
        assert words in refused.output
    assert not (founded / "new.csv").exists()


def test_a_file_that_is_no_roster_is_one_sentence(founded: Path):
    (founded / "photo.csv").write_bytes(b"\x89PNG\0\0")
    refused = yoriai("people", "import", "photo.csv")
    assert (refused.exit_code, "1行目" in refused.output, "{" in refused.output) == (1, True, False)
    assert yoriai("people", "import", "nothing.csv").exit_code == 2


def test_many_remarks_are_counted_and_only_the_first_are_listed(founded: Path):
    people = "".join(f"{n},山田太郎,やまだたろう,市民課\n" for n in range(40000, 40025))
    (founded / "many.csv").write_text(f"職員番号,氏名,ふりがな,所属\n{people}")
    said = yoriai("people", "import", "many.csv", "--dry-run").output
    assert ("25件" in said, "21行目" in said, "22行目" in said, "ほか5件" in said) == (
        True,
        True,
        False,
        True,
    )


def test_a_sentence_shows_a_blank_for_what_it_was_not_told():
    assert filled("accounts.row_missing", {"row": 3}) == "3行目「」：空です。書き入れてください。"
    assert filled("no.such_code", {}) == "no.such_code"


def test_the_body_is_named_where_there_are_several(founded: Path):
    assert yoriai(*[word.replace("mihon", "tonari") for word in FOUND], "--another").exit_code == 0
    assert yoriai("people", "import", "roster.csv", "--dry-run").exit_code == 1
    assert yoriai("people", "import", "roster.csv", "--dry-run", "--tenant", "nowhere").exit_code == 1
    assert yoriai("people", "import", "roster.csv", "--dry-run", "--tenant", "tonari").exit_code == 0


def test_migrate_says_where_the_database_stands(here: Path):
    (here / "data").mkdir()
    assert "まだ何もありません" in yoriai("migrate").output
    assert "yoriai migrate up" not in yoriai("migrate", "up").output
    assert "元に戻せません" in yoriai("migrate", "down").output
    assert "yoriai migrate up" not in yoriai("migrate").output  # nobody said yes
    assert "yoriai migrate up" in yoriai("migrate", "down", "--yes").output


def test_version_is_one_line():
    assert yoriai("version").output.strip().replace(".", "").isdigit()


@pytest.mark.anyio
@pytest.mark.req("ADMIN-3", "AUTH-2")
async def test_who_was_imported_signs_in_with_the_paper_they_were_given(
    ground: Ground, here: Path, monkeypatch
):
    """The whole way: a file in CP932, the command, the server."""
    with nothing_at(ground, here) as url:
        monkeypatch.setenv("YORIAI_DATABASE", url)
        (here / "roster.csv").write_text(ROSTER, encoding="cp932")
        founded = await asyncio.to_thread(yoriai, *FOUND)
        done = await asyncio.to_thread(
            yoriai, "people", "import", "roster.csv", "--first-passwords", "new.csv"
        )
        assert (founded.exit_code, done.exit_code) == (0, 0), done.output
        papers = {
            "00001": link_in(founded).rpartition("/")[2],
            "30001": (here / "new.csv").read_text("utf-8-sig").splitlines()[1].rpartition(",")[2],
        }
        async with open_town(url, here / "data") as town:
            said = (await town.call(None, "GET", "/api/entrance")).json()
            assert said["tenant"] == {"code": "mihon", "name": "見本市"}
            assert said["contact"] == "情報政策課（内線 2345）"
            for login_id, paper in papers.items():
                asked = {"tenant": "mihon", "login_id": login_id, "password": paper}
                assert (await town.call(None, "POST", "/api/sign-in", asked)).status_code == 409
                asked["new_password"] = "あたらしいことばの12文字"
                entered = await town.call(None, "POST", "/api/sign-in", asked)
                # An owner sets up a second factor before anything opens (AUTH-7).
                left = {"00001": (401, {"step": "set_up"}), "30001": (200, None)}[login_id]
                assert (entered.status_code, entered.json().get("details")) == left
