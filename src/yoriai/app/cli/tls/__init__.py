"""`yoriai tls`: the certificates of the listeners, from asking an authority for one to seeing when it ends (ZONE-11)."""

import typer

from yoriai.app.cli.tls.install import install_command
from yoriai.app.cli.tls.own_ca import own_ca_command
from yoriai.app.cli.tls.request import request_command
from yoriai.app.cli.tls.show import show_command

tls = typer.Typer(help="受け口の証明書：頼む、置く、自前の認証局、見る", no_args_is_help=True)
tls.command("request")(request_command)
tls.command("install")(install_command)
tls.command("own-ca")(own_ca_command)
tls.command("show")(show_command)
