"""One step of preparing: run quietly with a log, and turn the usual failures into one plain line."""

import re
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from tools.places import LOGS, ROOT
from tools.words import Stop

# What pip, uv, npm and the system say when no packages can be fetched.
NO_NETWORK = re.compile(
    r"name resolution|dns error|getaddrinfo|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH"
    r"|NewConnectionError|ProxyError|ConnectTimeout|error sending request|client error \(Connect\)"
    r"|Network (?:is unreachable|connectivity is disabled)|Connection (?:refused|timed out|reset)|urlopen error",
    re.IGNORECASE,
)
NO_TRUST = re.compile(
    r"certificate verify failed|SELF_SIGNED_CERT|UnknownIssuer|UNABLE_TO_(?:GET|VERIFY)|invalid peer certificate",
    re.IGNORECASE,
)
NO_SPACE = re.compile(r"ENOSPC|No space left on device|Disk quota exceeded", re.IGNORECASE)
NO_WHEEL = re.compile(
    r"no wheels? with a matching|doesn't have a (?:source distribution or )?wheel|no usable wheels"
)
LOCK_BEHIND = re.compile(
    r"lockfile.{0,40}needs to be updated|can only install packages when your package", re.DOTALL
)


def run(name: str, command: Sequence[str | Path], *, env: Mapping[str, str], cwd: Path = ROOT) -> None:
    """Run one program to its end. Its output goes to build/log/<name>.log; a failure is a Stop."""
    LOGS.mkdir(parents=True, exist_ok=True)
    log = LOGS / f"{name}.log"
    unfinished(name).touch()
    with log.open("wb") as out:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            env={**env, "NO_COLOR": "1"},
            cwd=cwd,
            check=False,
        )
    if done.returncode >= 0:  # it came to an end of its own, good or bad
        unfinished(name).unlink(missing_ok=True)
    if done.returncode != 0:
        raise why(name, log)


def unfinished(name: str) -> Path:
    """There while a step runs, and afterwards if it was cut off: what it was filling may then hold half files."""
    return LOGS / f"{name}.unfinished"


def why(name: str, log: Path) -> Stop:
    """The reason in a clerk's words, as far as the log tells it."""
    text = log.read_text(encoding="utf-8", errors="replace")
    where = log.relative_to(ROOT) if log.is_relative_to(ROOT) else log
    for sign, ja, en in (
        (
            NO_SPACE,
            "空き容量が足りません。2 GB ほど空けてください。",
            "the disk is full: about 2 GB are needed.",
        ),
        (
            NO_TRUST,
            "部品の配布元の証明書を確かめられません。庁内の認証局の証明書ファイルを SSL_CERT_FILE に入れてください。",
            "the package index shows a certificate of an unknown authority: name your authority's file in SSL_CERT_FILE.",
        ),
        (
            NO_NETWORK,
            "部品の配布元に届きません。ネットワークとプロキシ（HTTPS_PROXY）の設定を確かめてください。",
            "the package index cannot be reached: look at the network and the proxy (HTTPS_PROXY).",
        ),
        (
            NO_WHEEL,
            "この機械かこの Python の版に合う部品がありません。x86-64 の Linux か macOS、Python 3.11～3.14 で動かしてください。",
            "a package has no wheel for this processor or Python: use Linux on x86-64 or macOS, Python 3.11 to 3.14.",
        ),
        (
            LOCK_BEHIND,
            "部品の一覧と固定ファイル（lock）が食い違っています。",
            "the list of packages and the lock file disagree.",
        ),
    ):
        if sign.search(text):
            return Stop(f"{ja}（記録: {where}）", f"{en} Log: {where}")
    return Stop(
        f"「{name}」で失敗しました。記録: {where}（{telling_line(text)}）",
        f"{name} failed; see {where}",
    )


def telling_line(text: str) -> str:
    """The first line that names an error (with what follows its colon), else the last one."""
    lines = [line.strip() for line in re.sub(r"\x1b\[[\d;]*m", "", text).splitlines() if line.strip()]
    for at, line in enumerate(lines):
        if re.search(r"\berror\b", line, re.IGNORECASE):
            return " ".join(lines[at : at + 2] if line.endswith(":") else [line])[:200]
    return lines[-1][:200] if lines else ""
