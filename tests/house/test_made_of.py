"""What the product is made of, as far as its text tells: nothing that runs words, no weak hash, no chance that can be guessed.

An auditor asks for the absence of things. Each is looked for in all of the source, so that it stays absent.
"""

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache

import pytest

from tools.house.sources import Source, last_name, python_sources
from tools.places import ROOT

STRONG = {"sha256", "blake2b"}
RUNS_WORDS = {"eval", "exec", "compile", "__import__"}
TEMPLATES = {"jinja2", "mako", "chameleon", "genshi"}
OBJECTS = {"pickle", "cPickle", "dill", "marshal", "shelve", "jsonpickle", "yaml"}
LANGUAGES = {
    *("ldap", "ldap3", "ldap_async", "xml", "lxml", "defusedxml", "xmltodict", "pylatex", "jnius", "jpype"),
    *("memcache", "pymemcache", "pylibmc", "aiomcache", "smtplib", "imaplib", "aiosmtplib"),
}
SELF_MADE = {"Crypto", "Cryptodome", "nacl", "jwt", "jose", "rsa", "ecdsa", "OpenSSL"}
CALLS_OUT = {"urllib3", "httpx", "httpx2", "aiohttp", "requests", "http.client", "ftplib"}


@cache
def product() -> tuple[Source, ...]:
    return tuple(source for source in python_sources(ROOT) if source.is_product)


def nodes() -> Iterator[tuple[Source, ast.AST]]:
    for source in product():
        for node in ast.walk(source.tree):
            yield source, node


@cache
def imported() -> dict[str, str]:
    """Every module that is imported, and by whom."""
    found: dict[str, str] = {}
    for source, node in nodes():
        names = [each.name for each in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module, *(f"{node.module}.{each.name}" for each in node.names)]
        found |= dict.fromkeys(names, source.path)
    return found


def taken(modules: set[str]) -> dict[str, str]:
    return {name: by for name, by in imported().items() if {name, name.partition(".")[0]} & modules}


def calls(names: set[str]) -> list[str]:
    return [
        f"{source.path}:{node.lineno}"
        for source, node in nodes()
        if isinstance(node, ast.Call) and last_name(node.func) in names
    ]


def given(argument: str, value: object) -> list[str]:
    """Calls that are given this argument with this value."""
    return [
        f"{source.path}:{node.value.lineno}"
        for source, node in nodes()
        if isinstance(node, ast.keyword)
        and node.arg == argument
        and isinstance(node.value, ast.Constant)
        and node.value.value == value
    ]


def test_what_is_looked_for_would_be_found() -> None:
    assert len(product()) > 300
    assert set(taken({"fastapi", "argon2"})) >= {"fastapi", "argon2"}
    assert calls({"token_urlsafe"})
    assert given("httponly", True)


@pytest.mark.asvs("V1.3.2")
def test_nothing_in_it_runs_words() -> None:
    bare = [
        f"{source.path}:{node.lineno}"
        for source, node in nodes()
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in RUNS_WORDS
    ]
    assert bare == []


@pytest.mark.asvs("V1.3.7")
def test_no_page_and_no_sentence_is_made_by_a_language_of_templates() -> None:
    assert taken(TEMPLATES) == {}
    assert "string.Template" not in imported()


@pytest.mark.asvs("V1.2.9")
def test_no_pattern_is_made_of_what_somebody_typed() -> None:
    """Patterns are written down, but for a few that are put together of our own words, each named here."""
    put_together = {
        source.path
        for source, node in nodes()
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id == "re"
        and node.args
        and not isinstance(node.args[0], ast.Constant)
    }
    ours = (
        *("kit/eras.py", "kit/folding.py", "people/accounts/roster/cells.py", "platform/http/uploads.py"),
        *("people/files/sanitizing/plain.py", "people/files/sanitizing/papers/verifying.py"),
    )
    assert put_together == {f"src/yoriai/{each}" for each in ours}


@pytest.mark.asvs("V1.3.10")
def test_no_sentence_is_a_pattern_that_somebody_typed() -> None:
    """What is filled in is a sentence or a statement of our own, by its name; what people write is only filled in."""
    filled = [
        node.func.value
        for _, node in nodes()
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in {"format", "format_map"}
    ]
    assert len(filled) > 5
    ours = [ast.unparse(each) for each in filled]
    others = {each for each in ours if not re.match(r"[A-Z_]+(?:$|\[)", each)}
    assert others == {"self.name", "catalogue().get(code, code)"}


@pytest.mark.asvs("V1.2.5")
def test_no_program_is_started_by_a_line_of_words() -> None:
    assert given("shell", True) == []
    assert calls({"system", "popen", "create_subprocess_shell", "getoutput"}) == []


@pytest.mark.asvs("V1.5.2")
def test_nothing_that_came_in_becomes_an_object_by_itself() -> None:
    assert taken(OBJECTS) == {}


@pytest.mark.asvs("V1.2.6", "V1.2.7", "V1.2.8", "V1.3.8", "V1.3.9")
def test_no_language_is_spoken_into_which_words_could_be_slipped() -> None:
    assert taken(LANGUAGES) == {}


@pytest.mark.asvs("V11.2.3", "V11.4.1", "V11.4.3")
def test_what_is_hashed_is_hashed_strongly() -> None:
    used = {
        name.removeprefix("hashlib.")
        for name in imported()
        if name.startswith("hashlib.") and name != "hashlib"
    }
    used |= {
        node.attr
        for source, node in nodes()
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "hashlib"
        # Whoever brings a piece chooses how it is checked for what wires change, as tus has it: SHA-1 is among those.
        and not (source.path == "src/yoriai/people/files/uploads/checksum.py" and node.attr == "new")
    }
    assert used == STRONG


@pytest.mark.asvs("V6.5.3", "V7.2.3", "V11.5.1")
def test_whatever_guards_something_is_drawn_by_the_system() -> None:
    """Dice are for the demo town, which must be the same every time, and for not coming all at one moment."""
    of_the_demo = ("src/yoriai/app/demo/", "src/yoriai/app/cli/demo.py")
    dice = {by for name, by in imported().items() if name.partition(".")[0] == "random"}
    thrown = {
        source.path
        for source in product()
        if re.search(r"^(?:import|from) random\b", source.text, re.MULTILINE)
        and not source.path.startswith(of_the_demo)
    }
    assert dice
    assert thrown == {"src/yoriai/platform/bus/doorbell.py"}, "how long a node waits before it looks again"
    assert calls({"token_urlsafe"})


@pytest.mark.asvs("V11.2.1", "V11.3.1", "V11.3.2", "V11.6.1")
def test_no_secret_art_of_our_own_is_in_it() -> None:
    assert taken(SELF_MADE) == {}
    own = "src/yoriai/platform/tls/"  # certificates are read and made there, and nowhere else
    sealing = {
        name.rpartition(".")[2]
        for name, by in taken({"cryptography"}).items()
        if not by.startswith((own, "src/yoriai/app/cli/tls/"))
    }
    assert sealing <= {"exceptions", "InvalidTag", "aead", "AESGCM", "hkdf", "HKDF", "hashes", "SHA256"}, (
        "what is sealed is sealed so, and not by hand"
    )
    signing = [source.text for source in product() if source.path.startswith(own)]
    used = {word for text in signing for word in re.findall(r"hashes\.(\w+)\(|ec\.(SECP\w+)\(", text)}
    assert {first or second for first, second in used} == {"SHA256", "SECP256R1"}
    assert {"hashlib", "hmac", "secrets", "argon2"} <= imported().keys()


@pytest.mark.asvs("V12.3.2")
def test_no_certificate_is_believed_unseen() -> None:
    text = "\n".join(source.text for source in product())
    for word in ("CERT_NONE", "CERT_OPTIONAL", "check_hostname = False", "_create_unverified_context"):
        assert word not in text
    assert given("verify", False) == []
    assert given("ssl_check_hostname", False) == []


@pytest.mark.asvs("V1.3.6", "V13.2.4", "V13.2.5", "V14.2.3", "V15.3.2")
def test_it_asks_nothing_of_the_world_outside() -> None:
    """Whoever brings a client of HTTP brings the rules about where it may go (R1)."""
    assert taken(CALLS_OUT) == {}
    assert "urllib.request" not in imported()


@pytest.mark.asvs("V15.1.2")
def test_every_package_comes_from_one_place_and_is_known_by_its_hash() -> None:
    lock = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))
    ours = [each for each in lock["package"] if each["source"].keys() & {"editable", "virtual"}]
    assert [each["name"] for each in ours] == ["yoriai"]
    others = [each for each in lock["package"] if each not in ours]
    assert {(*each["source"],) for each in others} == {("registry",)}, "none from a repository or a file"
    (registry,) = {each["source"]["registry"] for each in others}
    assert registry.startswith("https://")
    for package in others:
        files = [*package.get("wheels", []), *([package["sdist"]] if "sdist" in package else [])]
        assert files, package["name"]
        assert all(each["hash"].startswith("sha256:") for each in files), package["name"]
