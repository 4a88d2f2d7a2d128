"""`yoriai tls install`: put a certificate where its listener looks for it, after everything about it has been tried."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from cryptography import x509

from yoriai.app.cli.tls.places import CONFIG, HOST, Place, after, places, stop
from yoriai.app.cli.tls.words import WHAT, said_of
from yoriai.platform.settings import Settings
from yoriai.platform.tls.chain import Chain, Key, Unreadable, in_order, read_certificates, read_key
from yoriai.platform.tls.faults import Fault, faults, is_believed
from yoriai.platform.tls.making import key_pem
from yoriai.platform.tls.placing import put_pair


@dataclass(frozen=True, slots=True)
class Fit:
    """A listener to which one of the certificates belongs, with the key for which it was made."""

    place: Place
    chain: Chain
    key: Key


def install_command(
    files: Annotated[
        list[Path], typer.Argument(help="届いた証明書（PEM、.cer、.p7b）。中間証明書が別なら、そのファイルも")
    ],
    *,
    host: HOST = "",
    key: Annotated[
        Path | None, typer.Option(help="鍵のファイル。書かなければ、request の鍵か、いまの鍵を使います")
    ] = None,
    ca: Annotated[
        Path | None, typer.Option(help="端末が信じる認証局の証明書。ここまで確かめてから置きます")
    ] = None,
    config: CONFIG = None,
) -> None:
    """証明書を確かめて置きます。一つでもおかしければ、何も変えません。"""
    now = datetime.now(UTC)
    held = [each for file in files for each in _read(file)]
    found = list(_fits(places(Settings.load(config), host), held, key))
    if not found:
        stop(WHAT[Fault.OTHER_KEY])
    if len(found) > 1:
        stop(
            f"どの受け口のものか決まりません。--host で選んでください（{'、'.join(each.place.host for each in found)}）。"
        )
    (fit,) = found
    wrong = faults(fit.chain, fit.key, *fit.place.names, now=now)
    if ca is not None and not all(
        is_believed(fit.chain, _read(ca), name, now=now) for name in fit.place.names
    ):
        wrong.append(Fault.NOT_BELIEVED)
    if wrong:
        for each in wrong:
            typer.echo(f"できませんでした：{fit.place.host}：{WHAT[each]}", err=True)
        raise typer.Exit(1)
    settle(fit)
    for line in said_of(fit.chain, now):
        typer.echo(f"  {line}")
    typer.echo(after(fit.place))


def settle(fit: Fit) -> None:
    """Put both into their places; the key that waited for this certificate waits no more."""
    place = fit.place
    for each in (place.certificate, place.key):
        each.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    put_pair((place.certificate, fit.chain.pem()), (place.key, key_pem(fit.key)))
    waiting = place.new_key
    if waiting.exists() and fit.chain.belongs_to(read_key(waiting)):
        waiting.unlink()
    typer.echo(f"{place.url} の証明書を置きました。")
    typer.echo(f"  証明書　　{place.certificate}")
    typer.echo(f"  鍵　　　　{place.key}")


def _fits(asked: Sequence[Place], held: Sequence[x509.Certificate], key: Path | None) -> Iterator[Fit]:
    """By the key first, then by the name: one certificate of many names may have been asked for with one key."""
    fits = [fit for place in asked for own in _keys(place, key) if (fit := _fit(place, own, held))]
    first = {fit.place: fit for fit in reversed(fits)}  # a key that waits before the one in use
    named = [fit for fit in first.values() if fit.chain.is_for(fit.place.host)]
    yield from named or first.values()


def _fit(place: Place, key: Key, held: Sequence[x509.Certificate]) -> Fit | None:
    chain = in_order(held, key)
    return Fit(place, chain, key) if chain else None


def _keys(place: Place, named: Path | None) -> Iterator[Key]:
    if named is not None:
        try:
            yield read_key(named)
        except Unreadable:
            stop(f"{named}：{WHAT[Fault.NO_KEY]}")
        return
    for each in (place.new_key, place.key):
        try:
            yield read_key(each)
        except (FileNotFoundError, Unreadable):
            continue


def _read(file: Path) -> Sequence[x509.Certificate]:
    try:
        return read_certificates(file)
    except Unreadable:
        stop(f"{file}：{WHAT[Fault.NO_CERTIFICATE]}")
    return ()
