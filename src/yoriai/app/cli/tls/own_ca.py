"""`yoriai tls own-ca`: a small authority of one's own where there is none, and a certificate of each listener."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from yoriai.app.cli.tls.handing_out import how_to_distribute
from yoriai.app.cli.tls.install import Fit, settle
from yoriai.app.cli.tls.places import CONFIG, HOST, Place, after, places, stop
from yoriai.app.cli.tls.words import day, said_of
from yoriai.platform.settings import Settings
from yoriai.platform.tls.authority import Authority, founded, hand_out_file, kept, key_file
from yoriai.platform.tls.chain import Unreadable, read_chain
from yoriai.platform.tls.faults import WARNED_AT, faults_of_files, is_believed
from yoriai.platform.tls.making import new_key

NAME = "寄合 認証局"
EARLY = timedelta(days=WARNED_AT[0])


class Stands(Enum):
    """How it is with the certificate of a listener."""

    WELL = "well"
    OTHERS = "others"
    """Well, but vouched for by somebody else: not ours to take away."""
    WANTING = "wanting"


def own_ca_command(  # noqa: PLR0913 each option is one question to the operator
    *,
    host: HOST = "",
    name: Annotated[str, typer.Option(help="認証局の名前。端末の証明書の一覧に出ます")] = NAME,
    folder: Annotated[
        Path | None, typer.Option(help="認証局を置くフォルダ。書かなければ data_dir の中の ca")
    ] = None,
    renew: Annotated[bool, typer.Option("--renew", help="まだ期限が近くない証明書も、新しくします")] = False,
    replace: Annotated[
        bool, typer.Option("--replace", help="ほかの認証局の証明書がある受け口でも、置き換えます")
    ] = False,
    config: CONFIG = None,
) -> None:
    """受け口の名前だけを保証できる小さな認証局をつくり、受け口ごとの証明書を出します。もう一度動かすと、期限の近いものを新しくします。"""
    settings, now = Settings.load(config), datetime.now(UTC)
    where, asked = folder or settings.data_dir / "ca", places(settings, host)
    hosts = list(dict.fromkeys(name for place in asked for name in place.names))
    found = _kept(where)
    authority = found or founded(where, hosts, name, now=now)
    _agrees(authority, hosts, where, now=now)
    if found is None:
        typer.echo(f"認証局「{name}」をつくりました。{'、'.join(hosts)} のほかは、保証できません。")
        typer.echo(f"  鍵（だれにも渡さない）　{key_file(where)}")
    for place in asked:
        match _stands(place, authority, now):
            case Stands.OTHERS if not replace:
                typer.echo(
                    f"{place.url} にはほかの認証局の証明書があります。置き換えるときは --replace を付けてください。"
                )
            case Stands.WELL if not renew:
                typer.echo(f"{place.url} の証明書は、まだ期限が近くありません。")
            case _:
                _vouch(place, authority, now)
    if found is None:
        typer.echo(how_to_distribute(hand_out_file(where), authority.certificate, name))


def _vouch(place: Place, authority: Authority, now: datetime) -> None:
    key = new_key()
    chain = authority.vouch(place.host, key, also=place.names[1:], now=now)
    settle(Fit(place, chain, key))
    for line in said_of(chain, now):
        typer.echo(f"  {line}")
    typer.echo(after(place))


def _kept(where: Path) -> Authority | None:
    try:
        return kept(where)
    except (FileNotFoundError, Unreadable):
        stop(f"{where} の認証局の鍵が読めません。鍵を戻すか、フォルダの名前を変えて、つくり直してください。")
    return None


def _agrees(authority: Authority, hosts: Sequence[str], where: Path, *, now: datetime) -> None:
    beyond = [each for each in hosts if each not in authority.hosts]
    if beyond:
        stop(
            f"{where} の認証局は {'、'.join(sorted(authority.hosts))} だけのもので、{'、'.join(beyond)} を保証できません。"
            "受け口の名前を変えたときは、このフォルダの名前を変えてから、もう一度動かしてください。端末にも配り直します。"
        )
    if authority.certificate.not_valid_after_utc - now < EARLY:
        stop(
            f"{where} の認証局そのものが {day(authority.certificate.not_valid_after_utc)} に終わります。"
            "このフォルダの名前を変えてから、もう一度動かしてください。端末にも配り直します。"
        )


def _stands(place: Place, authority: Authority, now: datetime) -> Stands:
    try:
        chain = read_chain(place.certificate)
    except (OSError, Unreadable):
        return Stands.WANTING
    wrong = faults_of_files(place.certificate, place.key, *place.names, now=now)
    known = [authority.certificate]
    if not all(is_believed(chain, known, name, now=chain.since) for name in place.names):
        return Stands.WANTING if wrong else Stands.OTHERS
    return Stands.WANTING if wrong or chain.until - now < EARLY else Stands.WELL
