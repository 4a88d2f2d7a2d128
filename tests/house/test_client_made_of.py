"""What the web client is made of, as far as its text tells: words are shown as words, and nobody is sent elsewhere."""

import json
import re
from functools import cache
from urllib.parse import urlsplit

import pytest

from tools.places import ROOT


@pytest.mark.asvs("V15.1.2")
def test_every_package_of_the_client_comes_from_one_place_and_is_known_by_its_hash() -> None:
    lock = json.loads((ROOT / "web" / "package-lock.json").read_text(encoding="utf-8"))
    packages = {name: each for name, each in lock["packages"].items() if name and not each.get("link")}
    assert len(packages) > 20
    assert len({urlsplit(each["resolved"])[:2] for each in packages.values() if "resolved" in each}) <= 1
    for name, each in packages.items():
        assert each.get("resolved", "https://").startswith("https://"), name
        is_for_other_machines = each.get("optional") and each.get("dev")
        assert is_for_other_machines or each.get("inBundle") or each["integrity"].startswith("sha512-"), name


@cache
def client() -> dict[str, str]:
    """The text of the web client, without its tests and what plays the browser for them."""
    return {
        path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted((ROOT / "web" / "src").rglob("*.ts*"))
        if ".test." not in path.name and "stage" not in path.parts
    }


@pytest.mark.parametrize(
    "danger",
    [
        r"\.(?:inner|outer)HTML\b",
        r"dangerouslySetInnerHTML",
        r"insertAdjacentHTML|document\.write|createContextualFragment|srcDoc|DOMParser",
        r"\beval\(|new Function\(|\bsetTimeout\(\s*[\"'`]",
    ],
)
@pytest.mark.asvs("V1.3.1", "V1.3.2", "V3.2.2")
def test_the_client_writes_words_as_words_and_runs_none(danger: str) -> None:
    assert len(client()) > 200
    assert [path for path, text in client().items() if re.search(danger, text)] == []


@pytest.mark.asvs("V3.5.5")
def test_the_client_hears_no_window_of_others() -> None:
    """Its tabs speak over a channel of their own origin; nothing listens to messages of other windows."""
    heard = r"window\.(?:parent|opener|top)\b|(?:window|globalThis)\.(?:onmessage|postMessage)|window\.addEventListener\(\s*[\"']message[\"']"
    assert [path for path, text in client().items() if re.search(heard, text)] == []
    assert [path for path, text in client().items() if "new BroadcastChannel(" in text]


@pytest.mark.asvs("V3.7.2")
def test_the_client_sends_nobody_to_another_place() -> None:
    sends = r"location\.(?:href\s*=|assign\(|replace\()|window\.open\("
    found = [
        line.strip()
        for text in client().values()
        for line in text.splitlines()
        if re.search(sends, line) and "location.pathname" not in line
    ]
    assert found == []


@pytest.mark.asvs("V3.7.1")
def test_the_client_leaves_the_old_plugins_and_the_ways_into_them_alone() -> None:
    old = r"<(?:object|embed|applet)\b|ActiveXObject|application/x-shockwave|x-silverlight"
    assert [path for path, text in client().items() if re.search(old, text)] == []


@pytest.mark.asvs("V6.2.6", "V6.2.7")
def test_every_field_for_a_password_hides_it_and_lets_it_be_pasted_and_filled_in() -> None:
    """There is one such field; whoever types one in a field of another kind fails here."""
    fields = {
        path: text
        for path, text in client().items()
        if re.search(r"type=(?:\"password\"|\{[^}]*\"password\")", text)
    }
    assert [*fields] == ["web/src/ui/PasswordField.tsx"]
    (field,) = fields.values()
    assert "useState(false)" in field, "hidden until somebody wants to see it"
    assert "autoComplete={autoComplete}" in field
    assert "onPaste" not in field
    used = [text for text in client().values() if "<PasswordField" in text]
    assert len(used) >= 4
    assert not [text for text in used if "onPaste" in text or 'autoComplete="off"' in text]
