"""The web client's picture of the server: types of everything that travels, and the sentences of refusals.

Run: python -m tools.wire writes web/src/generated; with --check it fails when what is kept there is out of step.
"""

import json
import subprocess
import sys
import tomllib
from pathlib import Path

from tools import web_client
from tools.places import ROOT, WEB
from tools.words import Stop, speak_in_any_terminal
from yoriai.app.wire import openapi
from yoriai.platform.sentences import fields as called

GENERATED = WEB / "src" / "generated"
GENERATOR = WEB / "tools" / "wire"
PATIENCE = 120  # seconds
SELDOM = {
    "app/why",
    "people/accounts",
    "people/accounts/delegates",
    "people/accounts/department_accounts",
    "people/accounts/leaders",
    "people/accounts/slips",
    "people/accounts/special_posts",
    "people/accounts/requests",
    "people/files",
    "people/orgs",
    "people/sessions/second_factor",
    "talk/attachments",
    "talk/faces",
    "talk/federation",
    "talk/guests",
    "talk/following",
    "talk/later",
    "talk/neighbours",
    "talk/pins",
    "talk/receipts",
    "talk/scheduled",
    "talk/shelf",
    "talk/watchwords",
    "watch/audit",
    "watch/audit/inspections",
    "watch/audit/packs",
}
"""Features of managing, guests, other bodies and files, and what one sets up once: what they refuse is no part of every
day's talk."""
SELDOM_CODES = {
    "messages.brought_otherwise",
    "messages.only_as_oneself",
    "messages.only_as_the_unit",
    "messages.seat_otherwise",
    "presence.deputies_in_circle",
    "rooms.held_for_unit",
    "rooms.in_handover",
    "rooms.kept_for_leaders",
    "rooms.label_bars_bodies",
    "rooms.label_bars_guests",
    "rooms.label_keeps_off_paper",
    "rooms.label_shuts_out",
    "rooms.labels_leave_rooms",
    "rooms.labels_out_of_order",
    "rooms.labels_shut_out",
    "rooms.labels_strand_guests",
    "sessions.not_a_network",
    "sessions.shuts_out_self",
    "timeline.too_much_for_paper",
}
"""The same of features that are: a level of a body, a network, a name in which one does not write here."""


def main(arguments: list[str]) -> int:
    speak_in_any_terminal()
    try:
        wanted = {
            GENERATED / "wire.ts": types(),
            GENERATED / "refusals.json": sentences(is_seldom=False),
            GENERATED / "refusals.seldom.json": sentences(is_seldom=True),
            GENERATED / "fields.json": fields(),
        }
    except Stop as stop:
        print(stop, file=sys.stderr)
        return 1
    if "--check" in arguments:
        return complain(wanted)
    for path, text in wanted.items():
        path.write_text(text, encoding="utf-8")
        print(path.relative_to(ROOT))
    return 0


def complain(wanted: dict[Path, str]) -> int:
    """Name every file that no longer says what the server says."""
    behind = [path for path, text in wanted.items() if not path.exists() or path.read_text("utf-8") != text]
    for path in behind:
        print(f"{path.relative_to(ROOT)} is out of step with the server: python -m tools.wire")
    return int(bool(behind))


def types() -> str:
    """The server's description of itself as TypeScript."""
    if not (GENERATOR / "node_modules").is_dir():
        raise Stop(
            "web/tools/wire の部品がありません。", "web/tools/wire is not installed: npm install there."
        )
    made = subprocess.run(
        [web_client.node(), "generate.mjs"],
        input=json.dumps(openapi()),
        capture_output=True,
        text=True,
        cwd=GENERATOR,
        timeout=PATIENCE,
        check=False,
    )
    if made.returncode != 0:
        raise Stop("型を作れませんでした。", f"the types could not be made:\n{made.stderr}")
    return made.stdout


def sentences(*, is_seldom: bool) -> str:
    """The features' refusals in one list, by code, in the language of the client. Those that are said on a first visit
    travel with it, the seldom ones when they are needed; those that only commands say, and the other language, never.
    """
    seldom = {code for folder, code, _ in spoken() if folder in SELDOM} | SELDOM_CODES
    found = {code: text["ja"] for _, code, text in spoken() if (code in seldom) is is_seldom}
    return json.dumps(found, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def spoken() -> list[tuple[str, str, dict[str, str]]]:
    """Feature, code and texts of every refusal that the client may say. A code belongs to one feature alone."""
    found: dict[str, tuple[str, str, dict[str, str]]] = {}
    source = ROOT / "src" / "yoriai"
    for path in sorted(source.rglob("texts.toml")):
        texts = tomllib.loads(path.read_text(encoding="utf-8"))
        twice = found.keys() & texts.keys()
        if twice:
            codes = ", ".join(sorted(twice))
            raise Stop(f"{codes} が二つの texts.toml にあります。", f"{codes} stands in two texts.toml.")
        folder = path.parent.relative_to(source).as_posix()
        found |= {code: (folder, code, text) for code, text in texts.items() if "command" not in text}
    return list(found.values())


def fields() -> str:
    """What people call the fields that a refusal may name, in the language of the client."""
    return json.dumps(called(), ensure_ascii=False, indent=2, sort_keys=True) + "\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
