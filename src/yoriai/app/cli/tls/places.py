"""Where the certificate of each listener lies: as the settings say, or in a folder of ours for a proxy to be given."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from yoriai.platform.settings import ListenerSettings, Settings

CONFIG = Annotated[Path | None, typer.Option("--config", "-c", help="設定ファイル（TOML）")]
HOST = Annotated[
    str,
    typer.Option(
        "--host", help="どの受け口のことか、url のホスト名で（書かなければ、決まるかぎり自分で選びます）"
    ),
]


@dataclass(frozen=True, slots=True)
class Place:
    """One listener's certificate and key."""

    names: tuple[str, ...]
    """What its certificate must have: the host name of the listener, then that of its files."""
    url: str
    certificate: Path
    key: Path
    is_ours: bool
    """Whether the listener itself speaks TLS with it; else it is for the proxy before it."""

    @property
    def host(self) -> str:
        """The name by which one listener is told from another."""
        return self.names[0]

    @property
    def new_key(self) -> Path:
        """A key for which an authority has been asked, until its certificate comes."""
        return self.key.with_name(f"{self.key.name}.new")

    @property
    def wish(self) -> Path:
        return self.certificate.with_suffix(".csr")


def places(settings: Settings, host: str = "") -> Sequence[Place]:
    """Of every listener, or of the one of this name. Ends with a sentence where there is none."""
    found = [_place(settings, each) for each in settings.listeners if host in ("", each.host)]
    if not found:
        names = "、".join(each.host for each in settings.listeners)
        stop(f"「{host}」という名前の受け口はありません。受け口の名前は {names} です。")
    return found


def stop(sentence: str) -> None:
    """Say why nothing was done, and end."""
    typer.echo(f"できませんでした：{sentence}", err=True)
    raise typer.Exit(1)


def _place(settings: Settings, listener: ListenerSettings) -> Place:
    if listener.certificate is not None and listener.key is not None:
        return Place(listener.names, listener.url, listener.certificate, listener.key, is_ours=True)
    folder = settings.data_dir / "tls"
    return Place(
        listener.names,
        listener.url,
        folder / f"{listener.host}.crt",
        folder / f"{listener.host}.key",
        is_ours=False,
    )


def after(place: Place) -> str:
    """What is to be done once the files lie in their place."""
    if place.is_ours:
        return "動いているサーバーは、30 秒ほどで新しい証明書に替わります。動いていなければ、次の起動から使います。"
    return "この受け口は自分では TLS を話しません。二つのファイルを、前に置くプロキシに渡してください。"
