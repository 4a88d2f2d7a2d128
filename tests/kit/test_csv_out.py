"""CSV as offices open it: nothing in it is calculated, and numbers stay numbers."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yoriai.kit.csv_out import csv_bytes, inert


def test_a_file_has_its_mark_and_line_ends():
    made = csv_bytes(["氏名", "人数"], [["髙橋 渉", 3], ["葛󠄀城", None]])

    assert made == b"\xef\xbb\xbf" + "氏名,人数\r\n髙橋 渉,3\r\n葛󠄀城,\r\n".encode()


@pytest.mark.req("BASE-6", "N64")
@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+cmd|' /C calc'!A0",
        "-2+3",
        "@SUM(1)",
        "\t=1",
        "\r=1",
        " =1",
        "＝1",
        "＋a",
        "－a",
        "＠x",
        "-",
        "+",
    ],
)
@pytest.mark.asvs("V1.1.2", "V1.3.3")
def test_a_cell_that_begins_like_a_formula_is_marked(text: str):
    assert inert(text) == "'" + text


@pytest.mark.parametrize("text", ["-12", "+3.5", "0312", "a=b", "髙橋", "", "'=1", "△3"])
def test_plain_numbers_and_words_stay_as_they_are(text: str):
    assert inert(text) == text


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=20), min_size=1, max_size=4))
def test_whatever_goes_in_comes_out_as_one_row(cells: list[str]):
    back = list(csv.reader(io.StringIO(csv_bytes(["a"], [cells]).decode("utf-8-sig"), newline="")))

    assert back[1] == [inert(cell) for cell in cells]


def test_half_a_character_does_not_spoil_the_file():
    assert csv_bytes(["a"], [["\ud800x"]]).endswith(b"?x\r\n")
