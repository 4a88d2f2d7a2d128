"""The file in which first passwords are handed over: readable by its owner alone, never written over another."""

import csv
import io
import os
from collections.abc import Sequence
from pathlib import Path

from yoriai.people.accounts.roster.import_roster import FirstPassword

HEADINGS = ("職員番号", "氏名", "所属", "最初のパスワード")


class NotHandedOver(Exception):
    """The file cannot be written, so nobody may be added."""


def hand_over(people: Sequence[FirstPassword], *, at: Path) -> None:
    """Write the first passwords of these people, on disk before this returns."""
    words = io.StringIO(newline="")
    sheet = csv.writer(words)
    sheet.writerow(HEADINGS)
    sheet.writerows((each.login_id, each.name, each.department, each.secret) for each in people)
    try:
        made = os.open(at, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(made, "wb") as file:
            file.write(words.getvalue().encode("utf-8-sig"))
            file.flush()
            os.fsync(file.fileno())
    except FileExistsError:
        raise NotHandedOver(f"{at} はすでにあります。別の名前にしてください。") from None
    except OSError as error:
        raise NotHandedOver(f"{at} に書き込めません（{error.strerror}）。") from error
