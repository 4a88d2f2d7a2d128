"""The two sides from which Yoriai is used. Which one it is, the listening socket says and nothing else (ZONE-1)."""

from enum import StrEnum


class Zone(StrEnum):
    """LGWAN接続系 or インターネット接続系."""

    LGWAN = "lgwan"
    INTERNET = "internet"
