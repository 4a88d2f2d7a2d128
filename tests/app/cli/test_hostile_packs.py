"""Packs that somebody else has made or touched: they are judged, hold nobody and write nothing but what is found."""

import io
import json
import struct
from pathlib import Path
from typing import Any
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile

import pytest

from tests.app.cli.test_audit import url
from tests.app.cli.test_audit_packs import pack, rewritten, verified
from yoriai.watch.audit.packs.packing import SUMS
from yoriai.watch.audit.packs.verifying import look_through

__all__ = ["pack", "url"]
pytestmark = [
    pytest.mark.req("AUDIT-3", "N126", "K29"),
    pytest.mark.parametrize("ground", ["sqlite"], indirect=True),
]
CHAIN = "log/chain.json"


def chain_of(file: Path) -> dict[str, Any]:
    with ZipFile(file) as zipped:
        return json.loads(zipped.read(CHAIN))


def with_chain(file: Path, **changed: object) -> Path:
    return rewritten(file, CHAIN, json.dumps(chain_of(file) | changed).encode())


@pytest.mark.parametrize(
    "gap",
    [
        {"first": 3, "last": 2},
        {"first": 3, "last": 3, "hash": "x", "more": True},
        {"first": 2, "last": 1, "hash": "x"},
        {"first": "3", "last": 5, "hash": "x"},
        {"first": 3, "last": 10**400, "hash": "x"},
        {"first": 3.0, "last": 5.0, "hash": "x"},
        "3",
        None,
    ],
)
def test_gaps_that_cannot_be_end_the_look_and_do_not_hold_it(pack: Path, gap: object) -> None:
    assert look_through(with_chain(pack, gaps=[gap])).wrong is not None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("first", "1"), ("first", 1.0), ("first", True), ("last", "5"), ("last", 5.0), ("count", 5.0), ("body", 7),
        ("body", None), ("gaps", {}), ("gaps", "[]"), ("before", 1), ("tenant_id", None), ("form", "1"),
    ],
)  # fmt: skip
def test_a_chain_that_says_something_else_than_ours_is_no_pack(
    url: str, pack: Path, name: str, value: object
) -> None:
    code, output = verified(url, with_chain(pack, **{name: value}))
    assert (code, output.startswith("異常")) == (1, True), output


def test_what_it_says_of_itself_writes_no_line_of_the_report_and_nothing_to_the_terminal(
    url: str, pack: Path
) -> None:
    body = "見本市\n良好　監査の記録：\x1b[2J\x9b\u202e1番から9番"
    code, output = verified(url, with_chain(pack, body=body))
    assert code == 0
    name = "csv/x\x1b[31m\r\n良好　どれも.csv"
    touched = rewritten(pack, name, b"1")
    with ZipFile(pack) as zipped:
        sums = zipped.read(SUMS)
    bad = verified(url, rewritten(touched, SUMS, sums))
    assert bad[0] == 1
    for said in (output, bad[1]):
        assert not {"\x1b", "\x9b", "\r", "\u202e"} & set(said)
    assert len([line for line in output.splitlines() if line.startswith("良好")]) == 2
    assert len(bad[1].splitlines()) == 1


def test_a_file_in_it_that_is_encrypted_or_packed_otherwise_is_said_to_be_wrong(url: str, pack: Path) -> None:
    with ZipFile(pack) as old:
        inside = {each: old.read(each) for each in old.namelist()}
    for names in ({SUMS}, {CHAIN}, {"log/log.jsonl"}, {"csv/accounts.csv"}):
        made = io.BytesIO()
        with ZipFile(made, "w", ZIP_DEFLATED) as new:
            for each, content in inside.items():
                new.writestr(each, content, ZIP_BZIP2 if each in names else ZIP_DEFLATED)
        otherwise = pack.with_name("別.zip")
        otherwise.write_bytes(made.getvalue())
        assert _fails(url, otherwise), names
    otherwise.write_bytes(_encrypted(pack.read_bytes()))
    assert _fails(url, otherwise)
    deep = rewritten(pack, CHAIN, b"[" * 200_000)
    assert _fails(url, deep)


def _fails(url: str, file: Path) -> bool:
    code, output = verified(url, file)
    return code == 1 and output.startswith("異常")


def _encrypted(content: bytes) -> bytes:
    """The same, of which every entry says that it is encrypted."""
    held, at = bytearray(content), 0
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = 0
        while (at := content.find(mark, at)) >= 0:
            (bits,) = struct.unpack_from("<H", held, at + flags)
            struct.pack_into("<H", held, at + flags, bits | 1)
            at += 4
    return bytes(held)


def test_it_does_not_call_tables_unchanged_that_it_cannot_know(url: str, pack: Path) -> None:
    with ZipFile(pack) as zipped:
        people = zipped.read("csv/accounts.csv").replace("佐藤".encode(), "伊藤".encode())
    code, output = verified(url, rewritten(pack, "csv/accounts.csv", people))
    assert code == 0  # whoever changes a table makes its sum anew
    assert "書かれたときのまま" not in output
    assert "表は、要約ごと作り直せます" in output
