"""`yoriai tls show`: the certificate of each listener, and what is wrong with it."""

from datetime import UTC, datetime

import typer

from yoriai.app.cli.tls.places import CONFIG, Place, places
from yoriai.app.cli.tls.words import WHAT, said_of, warning
from yoriai.platform.settings import Settings
from yoriai.platform.tls.chain import Unreadable, read_chain
from yoriai.platform.tls.faults import faults_of_files


def show_command(config: CONFIG = None) -> None:
    """受け口ごとに、証明書の名前、発行者、期間、指紋と、おかしいことを表示します。"""
    wells = [_shown(place) for place in places(Settings.load(config))]
    if not all(wells):
        raise typer.Exit(1)


def _shown(place: Place) -> bool:
    now = datetime.now(UTC)
    typer.echo(place.url)
    if not place.is_ours and not place.certificate.exists():
        typer.echo("  自分では TLS を話しません。証明書は、前に置くプロキシのものです。")
        return True
    chain = None
    try:
        chain = read_chain(place.certificate)
        for line in said_of(chain, now):
            typer.echo(f"  {line}")
    except (OSError, Unreadable):
        typer.echo(f"  証明書　　{place.certificate}")
    wrong = [WHAT[each] for each in faults_of_files(place.certificate, place.key, *place.names, now=now)]
    near = warning(chain.days_left(now)) if chain else None
    for each in (*wrong, *([f"{near}。"] if near and not wrong else [])):
        typer.echo(f"  要確認　　{each}")
    return not wrong and near is None
