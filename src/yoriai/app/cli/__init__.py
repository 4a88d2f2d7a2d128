"""The one command of the product: `yoriai`, with everything an operator does from a terminal."""

from importlib.metadata import version

import typer

from yoriai.app.cli.audit import audit
from yoriai.app.cli.body import body_command
from yoriai.app.cli.demo import demo_command
from yoriai.app.cli.digest import digest_command
from yoriai.app.cli.doctor import doctor_command
from yoriai.app.cli.migrate import migrate_command
from yoriai.app.cli.migrate_to import migrate_to_command
from yoriai.app.cli.people import people
from yoriai.app.cli.profile import profile_command
from yoriai.app.cli.restored import restored_command
from yoriai.app.cli.sanitize import sanitize_command
from yoriai.app.cli.second_factor import second_factor
from yoriai.app.cli.serve import serve_command
from yoriai.app.cli.setup import setup_command
from yoriai.app.cli.tls import tls
from yoriai.app.cli.why import why_command

main = typer.Typer(
    name="yoriai",
    help="寄合（Yoriai）：自治体のためのビジネスチャット",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,  # a traceback must not print the values of variables: some are secrets
)
main.command("serve")(serve_command)
main.command("setup")(setup_command)
main.command("body")(body_command)
main.add_typer(people, name="people")
main.add_typer(audit, name="audit")
main.add_typer(second_factor, name="second-factor")
main.command("migrate")(migrate_command)
main.command("migrate-to")(migrate_to_command)
main.command("restored")(restored_command)
main.command("digest")(digest_command)
main.command("why")(why_command)
main.command("profile")(profile_command)
main.command("sanitize")(sanitize_command)
main.command("demo")(demo_command)
main.command("doctor")(doctor_command)
main.add_typer(tls, name="tls")


@main.command("version")
def version_command() -> None:
    """この版の番号を表示します。"""
    typer.echo(version("yoriai"))
