"""What a browser says it is, in the words that people use for it. Of rules, only the kind of client hangs on it."""

import re
from dataclasses import dataclass

# The first that fits: every newer browser also names the older ones it wants to be taken for.
_BROWSERS = (
    (re.compile(r"Edg(e|A|iOS)?/"), "Edge"),
    (re.compile(r"SamsungBrowser/"), "Samsung Internet"),
    (re.compile(r"OPR/|Opera"), "Opera"),
    (re.compile(r"Firefox/|FxiOS/"), "Firefox"),
    (re.compile(r"Chrome/|CriOS/|Chromium/"), "Chrome"),
    (re.compile(r"Version/.*Safari/"), "Safari"),
    (re.compile(r"Trident/|MSIE "), "Internet Explorer"),
)
_SYSTEMS = (
    (re.compile(r"iPhone"), "iPhone"),
    (re.compile(r"iPad"), "iPad"),
    (re.compile(r"Android"), "Android"),
    (re.compile(r"CrOS"), "Chromebook"),
    (re.compile(r"Windows"), "Windows"),
    (re.compile(r"Mac OS X|Macintosh"), "Mac"),
    (re.compile(r"Linux"), "Linux"),
)

_HANDHELD = re.compile(r"iPhone|iPad|iPod|Android|Mobile|Windows Phone")


@dataclass(frozen=True, slots=True)
class Device:
    """Browser and system by their usual names; empty where they do not say."""

    browser: str
    system: str


def client_of(user_agent: str) -> str:
    """The kind of client that says this of itself: a phone or a tablet, or anything else, which is a desk. Nobody can
    be sure of it, so what must hold is ruled for the network (FILE-5)."""
    return "phone" if _HANDHELD.search(user_agent) else "desktop"


def seen_as(user_agent: str) -> Device:
    """The device behind a User-Agent, as far as it tells."""
    return Device(_first(_BROWSERS, user_agent), _first(_SYSTEMS, user_agent))


def _first(names: tuple[tuple[re.Pattern[str], str], ...], said: str) -> str:
    return next((name for pattern, name in names if pattern.search(said)), "")
