"""What is wrong with a certificate, in words an operator can act on."""

from datetime import datetime
from zoneinfo import ZoneInfo

from yoriai.platform.tls.chain import Chain
from yoriai.platform.tls.faults import Fault, urgency

JAPAN = ZoneInfo("Asia/Tokyo")
WHAT = {
    Fault.NO_CERTIFICATE: "証明書のファイルがないか、読めません。道筋と、動かす利用者が読めるかを確かめてください。",
    Fault.NO_KEY: "鍵のファイルがないか、読めません（パスフレーズの付いた鍵と、RSA と楕円曲線のほかの鍵は使えません）。",
    Fault.OPEN_KEY: "鍵のファイルが、だれにでも読めます。chmod 600 で持ち主だけにしてください。",
    Fault.OTHER_KEY: "証明書と鍵が組になっていません。証明書を頼んだときの鍵を置いてください。",
    Fault.OTHER_NAME: "証明書が、受け口のホスト名のものではありません。url と files_url の名前（SAN）がどちらも入った証明書にしてください。",
    Fault.AN_AUTHORITY: "サーバーのものではなく、認証局の証明書です。",
    Fault.NOT_YET: "証明書の期間がまだ始まっていません。機械の時計が合っているかも確かめてください。",
    Fault.OVER: "証明書の期限が切れています。新しい証明書を置いてください。",
    Fault.BROKEN_CHAIN: "証明書のつながりが切れています。サーバーの証明書、中間証明書の順に、署名のとおりに並べてください。",
    Fault.WEAK: "証明書の鍵か署名が弱すぎます（RSA 2048 ビット、楕円曲線 256 ビット、SHA-2 から使えます）。",
    Fault.NOT_BELIEVED: "示された認証局では、この証明書を信じられません。",
}


def said_of(chain: Chain, now: datetime) -> list[str]:
    """Whose it is, who vouches for it, and until when."""
    return [
        f"名前　　　{'、'.join(chain.names) or '（なし）'}",
        f"発行者　　{chain.issuer}",
        f"期間　　　{day(chain.since)} から {day(chain.until)} まで（{left(chain.days_left(now))}）",
        f"指紋　　　SHA-256 {chain.fingerprint}",
    ]


def day(moment: datetime) -> str:
    at = moment.astimezone(JAPAN)
    return f"{at.year}年{at.month}月{at.day}日"


def left(days: int) -> str:
    return f"あと {days} 日" if days >= 0 else "期限切れ"


def warning(days: int) -> str | None:
    """What is said when the end is near, more urgently each time; None while there is time."""
    match urgency(days):
        case None:
            return None
        case 60:
            return "更新を始めてください"
        case 30:
            return "一か月を切りました。更新を急いでください"
        case _:
            return "一週間を切りました。期限が切れると、職員はつながりません"
