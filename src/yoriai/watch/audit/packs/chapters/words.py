"""What the tables of a pack call things, in the words of the screens."""

from typing import Final

from yoriai.people.access.capabilities import Role
from yoriai.people.access.rights import Origin, Right
from yoriai.people.accounts.models import AccountKind, AccountStatus, ChangeKind
from yoriai.platform.feature import FromInternet, Keeps

ROLES: Final[dict[str, str]] = {
    Role.OWNER: "所有者",
    Role.ADMINISTRATOR: "管理者",
    Role.AUDITOR: "監査担当",
    Role.IT_LEADER: "ITリーダー",
    Role.MEMBER: "職員",
    Role.SERVED: "席のない人",
    Role.GUEST: "ゲスト",
}
RIGHTS: Final[dict[str, str]] = {
    Right.FIND_PEOPLE: "職員を探す",
    Right.WRITE_DIRECTLY: "1対1で話しかける",
    Right.OPEN_ROOMS: "ルームを作る",
    Right.JOIN_OPEN_ROOMS: "公開ルームに入る",
    Right.INVITE_GUESTS: "ゲストを招く",
    Right.PRINT: "印刷する",
}
ORIGINS: Final[dict[str, str]] = {
    Origin.ROLE: "役割",
    Origin.BODY: "団体の決まり",
    Origin.GROUP: "アカウント管理グループ",
    Origin.PERSON: "本人への指定",
}
KINDS: Final[dict[str, str]] = {
    AccountKind.MEMBER: "職員",
    AccountKind.GUEST: "ゲスト",
    AccountKind.BOT: "ボット",
    AccountKind.DEPARTMENT: "所属のアカウント",
}
STATES: Final[dict[str, str]] = {
    AccountStatus.ACTIVE: "使える",
    AccountStatus.SUSPENDED: "止めてある",
    AccountStatus.REMOVED: "取り消した",
}
CHANGES: Final[dict[str, str]] = {
    ChangeKind.CREATED: "作った",
    ChangeKind.CHANGED: "項目を変えた",
    ChangeKind.MOVED: "所属を変えた",
    ChangeKind.SUSPENDED: "利用を止めた",
    ChangeKind.RESTORED: "利用を再開した",
    ChangeKind.REMOVED: "取り消した",
    ChangeKind.ROLES: "役割を変えた",
    ChangeKind.RIGHTS: "権限を変えた",
    ChangeKind.PASSWORD_RESET: "最初のパスワードを出した",
    ChangeKind.PASSWORD_CHOSEN: "パスワードを決めた",
    ChangeKind.SECOND_FACTOR_SET_UP: "多要素認証を設定した",
    ChangeKind.SECOND_FACTOR_CHANGED: "多要素認証の機器を替えた",
    ChangeKind.SECOND_FACTOR_OFF: "多要素認証をやめた",
    ChangeKind.SECOND_FACTOR_RESET: "多要素認証をやめさせた",
    ChangeKind.RECOVERY_CODES_DRAWN: "復旧コードを出した",
    ChangeKind.RECOVERY_CODE_USED: "復旧コードを使った",
    ChangeKind.CORRECTION_ASKED: "直すよう求めた",
}
KEEPS: Final[dict[str, str]] = {
    Keeps.AS_LONG_AS_THE_ROOM: "ルームがある間",
    Keeps.AS_LONG_AS_THE_ACCOUNT: "アカウントがある間",
    Keeps.AS_LONG_AS_THE_TENANT: "団体がある間",
    Keeps.THIRTY_DAYS: "30日",
    Keeps.NOTHING: "残さない",
}
SIDES: Final[dict[str, str]] = {
    FromInternet.EVERYTHING: "出す",
    FromInternet.NOTHING: "出さない",
    "lgwan": "LGWAN",
    "internet": "インターネット",
}


def called(words: dict[str, str], what: str | None) -> str:
    """In the words of the screens; what a newer server has added stays as it is."""
    return words.get(what or "", what or "")
