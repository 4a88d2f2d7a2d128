"""The difference as a table to keep: one row for each line, what changes in words."""

from collections.abc import Iterator, Mapping, Sequence

from yoriai.kit.csv_out import Value
from yoriai.people.accounts.roster.difference import Difference, RosterLine
from yoriai.people.accounts.roster.plan import LineKind
from yoriai.people.accounts.roster.words import LABELS
from yoriai.platform.sentences import filled

HEADINGS = ("行", "区分", "職員番号", "氏名", "ふりがな", "所属", "職名", "変わること")
KINDS: Mapping[LineKind, str] = {
    LineKind.NEW: "新規",
    LineKind.CHANGED: "変更",
    LineKind.MOVED: "異動",
    LineKind.UNCHANGED: "変更なし",
    LineKind.MISSING: "名簿にない",
    LineKind.ERROR: "エラー",
}


def rows(difference: Difference) -> Iterator[Sequence[Value]]:
    """Every line, in the order of the file."""
    for line in difference.lines:
        yield (
            line.row,
            KINDS[line.kind],
            line.number,
            line.name,
            line.kana,
            line.department,
            line.job_title,
            changes(line),
        )


def changes(line: RosterLine) -> str:
    """What changes, or what is wrong, in one line of words."""
    if line.wrong:
        return " ".join(filled(each.reason, each.model_dump()) for each in line.wrong)
    said = [f"{LABELS[each.field]}：{each.before or '—'} → {each.after or '—'}" for each in line.deltas]
    return "、".join(said)
