"""Names of files: what is kept of them, and what never gets through."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yoriai.kit.file_names import MOST, file_name


@pytest.mark.req("N61")
@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("職員名簿.csv", "職員名簿.csv"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\山田\\名簿.xlsx", "名簿.xlsx"),
        ("..／名簿.csv", "名簿.csv"),
        ("名簿\0.csv", "名簿.csv"),
        ("名簿\r\nx.csv", "名簿x.csv"),
        ("\u202evsc.exe", "vsc.exe"),
        ("CON", "名簿"),
        ("com1.csv", "名簿"),
        ("COM¹.csv", "名簿"),
        ("conin$", "名簿"),
        ("nul .csv", "名簿"),
        ("nullarbor.csv", "nullarbor.csv"),
        ("...", "名簿"),
        ("．．", "名簿"),
        ("", "名簿"),
        ("a/", "名簿"),
        (".htaccess", "htaccess"),
        ("\ud800名簿.csv", "名簿.csv"),
        ("\ue000名簿.csv", "\ue000名簿.csv"),
    ],
)
@pytest.mark.asvs("V1.3.3")
def test_a_name_is_a_name_and_nothing_else(given: str, kept: str):
    assert file_name(given, otherwise="名簿") == kept


@pytest.mark.asvs("V1.3.3")
def test_a_long_name_keeps_its_kind():
    kept = file_name("名" * 300 + ".xlsx", otherwise="名簿")

    assert (len(kept), kept[-6:]) == (MOST, "名.xlsx")
    assert len(file_name("名" * 300, otherwise="名簿")) == MOST
    assert file_name("名" * (MOST - 1) + ". " + "終" * 20, otherwise="名簿") == "名" * (MOST - 1)


@given(st.text(max_size=200))
@pytest.mark.asvs("V5.3.2")
def test_no_name_is_a_path_or_empty(given: str):
    kept = file_name(given, otherwise="名簿")

    assert 0 < len(kept) <= MOST
    assert not set(kept) & set('/\\:*?"<>|\r\n\0')
    assert kept.strip(".") == kept
