"""Slips on paper: a PDF with a page for each person, set by typst in a process that can be stopped."""

import asyncio
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

import orjson
import structlog

from yoriai.kit.errors import NotNow, Refused
from yoriai.people.accounts.slips.slip import Common, Slip
from yoriai.platform.outside.cage.limits import MEBIBYTE
from yoriai.platform.outside.child import SaidTooMuch, answer_of

MOST_PAGES: Final = 1_000
LONGEST: Final = 60.0  # seconds
TEMPLATE: Final = Path(__file__).with_name("slip.typ")
FACES: Final = "paper"
"""The folder of the built web client in which the typefaces for paper lie."""

PRESS: Final = "yoriai.people.accounts.slips.press"  # never imported here: the typesetter is heavy
MOST_AT_ONCE: Final = 2
MOST_BYTES: Final = 256 * MEBIBYTE
"""Many times what the most pages take."""

log = structlog.get_logger()
_running = set[object]()


class TooManyPages(Refused):
    """More slips than one file takes."""

    code = "slips.too_many_pages"


class NoFaces(Refused):
    """The typefaces for paper were not built with the web client."""

    code = "slips.no_faces"
    status = 503


@dataclass(frozen=True, slots=True)
class Sheets:
    """What is to be printed."""

    common: Common
    slips: Sequence[Slip]
    with_comparison: bool
    """Whether 「LINEとここが同じ・ここが違う」 stands on the back of every slip."""


async def pdf_of(sheets: Sheets, web_root: Path) -> bytes:
    """The PDF of these slips. Raises what can be said to a person when it cannot be made."""
    if len(sheets.slips) > MOST_PAGES:
        raise TooManyPages(most=MOST_PAGES, got=len(sheets.slips))
    faces = web_root / FACES
    if not any(faces.glob("*.ttf")):
        raise NoFaces
    if len(_running) >= MOST_AT_ONCE:
        raise NotNow(retry_after=10)
    turn = object()
    _running.add(turn)
    try:
        return await _pressed(orjson.dumps(asdict(sheets), default=str), faces)
    finally:
        _running.discard(turn)


async def _pressed(words: bytes, faces: Path) -> bytes:
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-I", "-m", PRESS, str(TEMPLATE), str(faces),
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL,
        env={"LANG": "C.UTF-8", "PATH": os.defpath},  # none of the server's settings, of which some are secret
    )  # fmt: skip
    try:
        async with asyncio.timeout(LONGEST):
            pdf = await answer_of(child, words, most=MOST_BYTES)
            await child.wait()
    except TimeoutError:
        raise NotNow(retry_after=30) from None
    except SaidTooMuch:
        pdf = b""
    finally:
        if child.returncode is None:
            with suppress(ProcessLookupError):
                child.kill()
            await child.wait()
    if child.returncode or not pdf:
        # What the press says of a mistake quotes the words it was setting, so only the fact is logged.
        log.error("the press failed", returncode=child.returncode, pages=words.count(b'"account_id"'))
        raise NotNow(retry_after=30)
    return pdf
