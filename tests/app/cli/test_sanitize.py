"""`yoriai sanitize`: clean files beside the originals, and a report of what became of each."""

import hashlib
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tests.grounds import Ground
from tests.people.files.sanitizing.corpus import HEIC, SECRET, telling
from tests.people.files.sanitizing.papers import page
from tests.people.files.sanitizing.test_heavy_papers import tree
from yoriai.app.cli import doctor, main
from yoriai.people.files.sanitizing import sanitize as sanitizing
from yoriai.people.files.sanitizing.papers.sheets import MOST_PAGES
from yoriai.people.files.sanitizing.reasons import Reason
from yoriai.platform.outside.cage.choice import Choice
from yoriai.platform.outside.cage.kinds import Cage
from yoriai.platform.outside.cage.limits import MEBIBYTE
from yoriai.platform.sentences import catalogue

pytestmark = pytest.mark.req("FILE-8", "FILE-9")


def run(*words: object) -> Result:
    return CliRunner().invoke(main, ["sanitize", *map(str, words)])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "写真.png").write_bytes(telling("PNG"))
    (tmp_path / "電話.HEIC").write_bytes(HEIC)
    (tmp_path / "表.csv").write_text("名,=1+1\n", encoding="cp932")
    (tmp_path / "案.pdf").write_bytes(b"%PDF-1.7\n")
    (tmp_path / "偽.jpg").write_bytes(b"MZ\x90\0")
    return tmp_path


def test_clean_files_are_made_and_each_has_its_proof(folder: Path) -> None:
    out = folder / "out"
    done = run(folder / "写真.png", folder / "電話.HEIC", folder / "表.csv", "--into", out, "--small")
    assert done.exit_code == 0, done.output
    told = json.loads(done.stdout)["files"]
    assert [each["outcome"] for each in told] == ["disarmed"] * 3
    assert [each["proof"]["found"] for each in told] == ["png", "heic", "csv"]
    assert sorted(each.name for each in out.iterdir()) == sorted(
        ["写真.png", "写真-small.jpg", "電話.jpg", "電話-small.jpg", "表.csv"]
    )
    for each in told:
        made = Path(each["made"][0]).read_bytes()
        assert hashlib.sha256(made).hexdigest() == each["proof"]["sha256_made"]
        assert hashlib.sha256(Path(each["file"]).read_bytes()).hexdigest() == each["proof"]["sha256"]
        assert (SECRET in made, each["proof"]["cage"] in set(Cage), each["proof"]["seconds"] > 0) == (
            False,
            True,
            True,
        )
        assert each["proof"]["peak"] > 5_000_000
        assert set(each["proof"]["versions"]) == {
            "rules",
            "yoriai",
            "pillow",
            "pi-heif",
            "pypdfium2",
            "pdfium",
        }
    assert "3/3　無害化済み" in done.stderr


def test_a_paper_says_in_words_how_it_was_made(folder: Path) -> None:
    (folder / "通知.pdf").write_bytes(page())
    (folder / "議案.pdf").write_bytes(tree(501, 501))
    done = run(folder / "通知.pdf", folder / "議案.pdf", "--into", folder / "out", "--small")
    made, declined = json.loads(done.stdout)["files"]
    assert (made["method"], made["kind"], made["says"]) == ("image_pdf", "pdf", "画像のPDFにしました。")
    assert [Path(each).name for each in made["made"]] == ["通知.pdf", "通知-small.jpg"]
    assert "無害化済み（画像のPDFにしました）　通知.pdf" in done.stderr
    assert (declined["reason"], "500ページまで" in declined["says"]) == (Reason.TOO_MANY_PAGES, True)


def test_what_is_not_handed_on_is_said_in_plain_words(folder: Path) -> None:
    done = run(
        folder / "案.pdf",
        folder / "偽.jpg",
        folder / "ない.txt",
        folder / "写真.png",
        "--into",
        folder / "out",
    )
    told = {Path(each["file"]).name: each for each in json.loads(done.stdout)["files"]}
    assert done.exit_code == 1
    assert (told["案.pdf"]["outcome"], told["案.pdf"]["reason"]) == ("held", Reason.BROKEN)
    assert told["案.pdf"]["says"].startswith("渡していません（保留）。ファイルが途中で")
    assert (told["偽.jpg"]["outcome"], told["偽.jpg"]["reason"]) == ("declined", Reason.PROGRAM)
    assert told["ない.txt"]["outcome"] == "not_read"
    assert [each.name for each in (folder / "out").iterdir()] == ["写真.png"]


def test_nothing_that_is_there_is_written_over(folder: Path) -> None:
    original = (folder / "写真.png").read_bytes()
    (folder / "link").symlink_to(folder / "elsewhere")
    done = run(folder / "写真.png", "--into", folder)
    assert done.exit_code == 1
    assert json.loads(done.stdout)["files"][0]["outcome"] == "not_written"
    assert (folder / "写真.png").read_bytes() == original
    report = folder / "報告.json"
    assert run(folder / "表.csv", "--into", folder / "out", "--report", report).exit_code == 0
    assert json.loads(report.read_text())["files"][0]["outcome"] == "disarmed"
    assert run(folder / "案.pdf", "--report", report).exit_code == 2
    assert run(folder / "案.pdf", "--report", folder / "link").exit_code != 0
    assert not (folder / "elsewhere").exists()


def test_a_file_that_is_too_large_is_not_even_read_whole(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("yoriai.app.cli.sanitize.MOST_BYTES", 1024 * 1024)
    monkeypatch.setattr(sanitizing, "MOST_BYTES", 1024 * 1024)
    (folder / "大.png").write_bytes(telling("PNG") + b"\0" * 2 * 1024 * 1024)
    told = json.loads(run(folder / "大.png", "--into", folder / "out").stdout)["files"][0]
    assert (told["reason"], told["proof"]["size"]) == (Reason.TOO_LARGE, 1024 * 1024 + 1)
    assert told["says"].startswith("渡していません（拒否）。ファイルは50MBまでです。")


def test_every_reason_has_its_sentence() -> None:
    assert [each for each in Reason if each not in catalogue()] == []
    for each in Reason:
        assert catalogue()[each].startswith(f"渡していません（{'保留' if each.holds else '拒否'}）。")
    # The card knows the code alone: numbers stand in the sentences, and are those that count.
    assert "{most}" not in "".join(catalogue()[each] for each in Reason)
    assert f"ファイルは{sanitizing.MOST_BYTES // MEBIBYTE}MBまで" in catalogue()[Reason.TOO_LARGE]
    assert f"PDFは{MOST_PAGES}ページまで" in catalogue()[Reason.TOO_MANY_PAGES]


@pytest.mark.req("R8")
@pytest.mark.parametrize("ground", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("held", "says"),
    [
        ((Cage.BUBBLEWRAP, Cage.LANDLOCK), "良好　ファイルを調べる囲い：bubblewrap"),
        ((Cage.LANDLOCK,), "良好　ファイルを調べる囲い：Landlock"),
        ((), "要確認　ファイルを調べる囲いがありません"),
    ],
    ids=["both", "landlock", "none"],
)
def test_doctor_says_which_cage_there_is(
    monkeypatch: pytest.MonkeyPatch, ground: Ground, tmp_path: Path, held: tuple[Cage, ...], says: str
) -> None:
    monkeypatch.setattr(doctor, "choice", lambda: Choice(held))
    with ground.copied(tmp_path) as url:
        env = {"YORIAI_DATA_DIR": str(tmp_path), "YORIAI_DATABASE": url}
        assert says in CliRunner().invoke(main, ["doctor"], env=env).output
