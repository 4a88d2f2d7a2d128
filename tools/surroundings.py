"""The environment in which every child program runs: what leads to packages stays, what leads astray goes."""

import locale
import os
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from tools.places import BUILD, PYTHON, VENV

# Set by another project, a shell profile or conda, these would install into, or run from, somewhere else.
ASTRAY = frozenset(
    (
        "VIRTUAL_ENV",
        "PYTHONPATH",
        "PYTHONHOME",
        "PYTHONSAFEPATH",
        "PYTHONSTARTUP",
        "PYTHONINSPECT",
        "PYTHONUSERBASE",
        "PYTHONIOENCODING",
        "PYTHONDONTWRITEBYTECODE",  # every process would compile the whole product anew, and a start take twice as long
        "PYTHONOPTIMIZE",  # would switch off every assert of the suite
        "PIP_TARGET",
        "PIP_PREFIX",
        "PIP_ROOT",
        "PIP_USER",
        "PIP_PYTHON",
        "PIP_REQUIRE_VIRTUALENV",
        "NODE_ENV",  # "production" would leave out what builds the web client
        "FORCE_COLOR",
        "NODE_OPTIONS",
        "NODE_PATH",
        "MAKEFLAGS",
        "MAKELEVEL",
        "MFLAGS",
    )
)
ASTRAY_BEGINNINGS = ("CONDA_", "UV_", "PYENV_VERSION", "npm_", "NPM_CONFIG_")
# Of those, the ones that only say where packages come from: a city's mirror, proxy or certificates.
KEPT_BEGINNINGS = (
    "UV_INDEX",
    "UV_DEFAULT_INDEX",
    "UV_EXTRA_INDEX",
    "UV_FIND_LINKS",
    "UV_CACHE_DIR",
    "UV_OFFLINE",
    "UV_HTTP",
    "UV_NATIVE_TLS",
    "UV_SYSTEM_CERTS",
    "UV_INSECURE_HOST",
    "UV_KEYRING_PROVIDER",
    "UV_CONFIG_FILE",
    "UV_LINK_MODE",
    "npm_config_registry",
    "npm_config_cafile",
    "npm_config_cache",
    "npm_config_proxy",
    "npm_config_https_proxy",
    "NPM_CONFIG_REGISTRY",
    "NPM_CONFIG_USERCONFIG",
)


def surroundings(given: Mapping[str, str]) -> dict[str, str]:
    """A copy of the environment that cannot lead out of this folder."""
    kept = {name: value for name, value in given.items() if _may_stay(name)}
    kept.update(
        UV_PROJECT_ENVIRONMENT=str(VENV),
        UV_PYTHON=str(PYTHON),
        UV_PYTHON_DOWNLOADS="never",
        UV_NO_PROGRESS="1",
        PIP_DISABLE_PIP_VERSION_CHECK="1",
        PIP_NO_INPUT="1",
        npm_config_audit="false",
        npm_config_fund="false",
        npm_config_update_notifier="false",
    )
    if (
        "SSL_CERT_FILE" in kept
    ):  # one setting for an authority of the city's own is enough: pip and Node read others
        kept.setdefault("NODE_EXTRA_CA_CERTS", kept["SSL_CERT_FILE"])
        kept.setdefault("PIP_CERT", kept["SSL_CERT_FILE"])
    if locale.getencoding().lower() not in ("utf-8", "utf8"):
        # Python reads the file that names this folder in the locale's encoding, and the path may be Japanese.
        kept.update(LC_ALL="C.UTF-8", PYTHONUTF8="1")
    if not _home_keeps_caches(kept):
        kept.update(_caches_of_our_own(kept))
    return kept


def _may_stay(name: str) -> bool:
    if name.startswith(KEPT_BEGINNINGS):
        return True
    return name not in ASTRAY and not name.startswith(ASTRAY_BEGINNINGS)


def _home_keeps_caches(environment: Mapping[str, str]) -> bool:
    """A service account's home may be missing or read-only; then nothing may be written there."""
    home = environment.get("HOME", "")
    caches = Path(home, ".cache")
    try:
        with tempfile.TemporaryFile(dir=caches if caches.exists() else Path(home)):
            return bool(home)
    except OSError:
        return False


def _caches_of_our_own(environment: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    caches = BUILD / "cache"
    yield "HOME", str(caches / "home")
    (caches / "home").mkdir(parents=True, exist_ok=True)
    for name, folder in (
        ("UV_CACHE_DIR", "uv"),
        ("PIP_CACHE_DIR", "pip"),
        ("npm_config_cache", "npm"),
        ("XDG_CACHE_HOME", "xdg"),
    ):
        if name not in environment:
            yield name, str(caches / folder)


def inherited() -> dict[str, str]:
    return surroundings(os.environ)
