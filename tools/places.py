"""Where things lie in this folder. Everything that is built stays below it."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
UV = VENV / "bin" / "uv"
LOCK = ROOT / "uv.lock"
BUILD = ROOT / "build"
LOGS = BUILD / "log"
WEB = ROOT / "web"
DEMO = ROOT / "data" / "demo"
