"""Where the command is entered: what is made is private to its owner, and trouble is one plain sentence."""

import os
import sys

from pydantic import ValidationError
from sqlalchemy.exc import SQLAlchemyError

from yoriai.app.cli import main

PRIVATE = 0o077  # what is made is for its owner alone: password hashes and keys lie in it


def enter() -> None:
    """Run the command. Tracebacks show values of variables, and some of them are secrets: none is printed."""
    os.umask(PRIVATE)
    try:
        main()
    except ValidationError as error:
        for each in error.errors(include_url=False, include_context=False, include_input=False):
            where = ".".join(str(part) for part in each["loc"]) or "全体"
            _give_up(f"設定の「{where}」が正しくありません（{each['type']}）。")
    except FileNotFoundError as error:
        _give_up(f"ファイル {error.filename or error.args[0]} がありません。")
    except ValueError as error:  # a settings file that is no TOML
        _give_up(f"設定ファイルを読み取れません（{type(error).__name__}）。書き方を確かめてください。")
    except (SQLAlchemyError, OSError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else type(error).__name__
        _give_up(f"データベースかファイルを使えません（{why}）。yoriai doctor で調べてください。")
    sys.exit(1)


def _give_up(sentence: str) -> None:
    print(f"できませんでした：{sentence}", file=sys.stderr)
