"""`yoriai tls request`: a key of our own, and what the authority is handed for it. The key in use is not touched."""

from pathlib import Path
from typing import Annotated

import typer

from yoriai.app.cli.tls.places import CONFIG, HOST, Place, places, stop
from yoriai.platform.settings import Settings
from yoriai.platform.tls.making import key_pem, new_key, wish
from yoriai.platform.tls.placing import PRIVATE, PUBLIC, put


def request_command(  # noqa: PLR0913 each option is one question to the operator
    *,
    host: HOST = "",
    organization: Annotated[str, typer.Option(help="団体の名前（O）。認証局が求めるとき")] = "",
    also: Annotated[
        list[str] | None, typer.Option(help="ほかに証明書に入れるホスト名。何度でも書けます")
    ] = None,
    rsa: Annotated[
        bool, typer.Option("--rsa", help="楕円曲線を受け付けない認証局のために、RSA の鍵にします")
    ] = False,
    again: Annotated[
        bool, typer.Option("--again", help="前に頼んだときの鍵を捨てて、つくり直します")
    ] = False,
    config: CONFIG = None,
) -> None:
    """認証局に出す申請（CSR）と、その鍵をつくります。いま使っている鍵と証明書には触れません。"""
    found = places(Settings.load(config), host)
    waiting = [place.new_key for place in found if place.new_key.exists()]
    if waiting and not again:
        stop(
            f"前に頼んだときの鍵（{'、'.join(map(str, waiting))}）が、証明書を待っています。"
            "捨ててつくり直すときは --again を付けてください。"
        )
    for place in found:
        hosts = [*place.names, *(each.lower() for each in also or ())]
        _ask(place, hosts, organization, is_rsa=rsa)
    typer.echo("証明書が届いたら、yoriai tls install（届いたファイル）で置いてください。")


def _ask(place: Place, hosts: list[str], organization: str, *, is_rsa: bool) -> None:
    key = new_key(is_rsa=is_rsa)
    _folder_of(place.new_key)
    _folder_of(place.wish)
    put(place.new_key, key_pem(key), mode=PRIVATE)
    put(place.wish, wish(key, hosts, organization), mode=PUBLIC)
    typer.echo(f"{place.url}")
    typer.echo(f"  申請（認証局に渡す）　　{place.wish}")
    typer.echo(f"  鍵（だれにも渡さない）　{place.new_key}")
    typer.echo(f"  証明書に入る名前　　　　{'、'.join(hosts)}")


def _folder_of(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
