"""`python -m yoriai.app.cli`: the same command where the scripts of an environment are not on the path."""

from yoriai.app.cli.entry import enter

enter()
