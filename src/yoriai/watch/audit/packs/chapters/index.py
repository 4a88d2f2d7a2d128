"""はじめに: what is in the pack, in plain Japanese, and what is not."""

from collections.abc import Sequence
from typing import Final

from yoriai.kit.days import JST
from yoriai.kit.eras import written
from yoriai.watch.audit.packs.chapters.log import CHAIN, CSV, LINES
from yoriai.watch.audit.packs.extract import Extract
from yoriai.watch.audit.packs.packing import SUMS
from yoriai.watch.audit.packs.scope import Scope
from yoriai.watch.audit.packs.tables import Table

NAME: Final = "README.txt"
REHEARSALS: Final = (
    "■ 控えから戻す訓練",
    "",
    "訓練の記録は、このパックにはありません。この版の寄合には、訓練をしたことを記録する仕組みがないためです。",
    "訓練をしたときは、その報告書（日付、戻した控え、yoriai digest の結果、確かめた人）を、別に添えてください。",
    "csv/restores.csv にあるのは、実際に控えから戻し、監査の記録が欠けたときの行です。訓練の証拠ではありません。",
)
NEVER: Final = (
    "■ 入っていないもの",
    "",
    "メッセージの言葉、ルームの名前（監査の記録の「対象」にあるものを除く）、パスワード、確認コード、復旧コード、",
    "ログインのしるし（トークン）、サーバーの鍵、マイナンバー、ほかの団体のデータ。",
    "マイナンバーらしい12けたの数は、［12けたの番号］に置き換えてあります。",
)
CHECKING: Final = (
    "■ 書き換えられていないことの確かめ",
    "",
    f"1. ファイル：{SUMS} に、すべてのファイルの要約（SHA-256）があります。sha256sum --check {SUMS}",
    "   受け取る途中で壊れていないことが分かります。表と要約をいっしょに作り直したものは、見分けられません。",
    "2. 監査の記録の鎖：yoriai audit verify --pack このファイル.zip（データベースは要りません）",
    "   行がどれも書かれたときのままで、欠けずに続いていることが分かります。",
    "3. このパックそのもの：ZIP の要約（SHA-256）が、作ったサーバーの監査の記録の「監査パックを作った」の行にあります。",
    "   1 と 2 だけでは、全部を作り直したパックは見分けられません。3 を、サーバーの側の記録とくらべてください。",
)


def page(scope: Scope, tables: Sequence[tuple[Table, int]], extract: Extract | None, reason: str) -> bytes:
    """The index, as a text that every machine of an office opens."""
    at = scope.at.astimezone(JST)
    lines = [
        f"監査パック　{scope.body}",
        "",
        f"期間：{written(scope.days.first)}から{written(scope.days.last)}まで",
        f"作った日時：{written(at.date())} {at:%H:%M:%S}（日本時間）",
        f"作った理由：{reason}",
        "",
        "■ 監査の記録",
        "",
        *_log(extract),
        "",
        "■ 表（csv は表計算ソフトで、json はプログラムで読みます。中身は同じです）",
        "",
        *(f"csv/{table.name}.csv　{table.title}（{count:,}行）：{table.about}。" for table, count in tables),
        "",
        "設定、権限、アカウント、端末の表は、作った日時のものです。変更と記録の表は、期間のものです。",
        "",
        *REHEARSALS,
        "",
        *NEVER,
        "",
        *CHECKING,
    ]
    return ("\ufeff" + "\r\n".join(lines) + "\r\n").encode()


def _log(extract: Extract | None) -> list[str]:
    if extract is None:
        return ["この期間の記録は、一件もありません。"]
    said = [
        f"{extract.first:,}番から{extract.last:,}番まで、{extract.count:,}件。",
        f"{CSV}　表計算ソフトで読むもの",
        f"{LINES}　一行に一件。書かれたときのまま、鎖を確かめられるもの",
        f"{CHAIN}　はじめの行の前の要約、欠けている番号、作ったときの鎖の終わり",
    ]
    for gap in extract.gaps:
        why = "保存期間が過ぎて消した" if gap.is_dropped else "移したファイルがないか、書き換えられている"
        said.append(f"ありません：{gap.first:,}番から{gap.last:,}番まで（{why}）")
    return said
