"""What is kept of an import so that it can be taken back: how everything was, and how the import left it."""

import zlib
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from yoriai.people.accounts.models import AccountStatus


class _Kept(BaseModel):
    model_config = ConfigDict(frozen=True)


class Touched(_Kept):
    """One person, before and after."""

    account_id: UUID
    login_id: str
    before: dict[str, str | int | None] | None
    """None when the import brought them."""
    after: dict[str, str | int | None]
    was: str | None
    """The status before."""
    path: str
    posts: list[str]
    roles_before: list[str] | None = None
    """Where their seat came or went, the roles that they had, and those that they got."""
    roles_after: list[str] | None = None

    @property
    def is_back(self) -> bool:
        """Whether the import brought back somebody who had been withdrawn."""
        return self.was == AccountStatus.REMOVED


class Closed(_Kept):
    """A posting that the import closed, and whether it was the main one."""

    posting_id: UUID
    main: bool | None


class Suspended(_Kept):
    """Somebody who was in no row and whose use was stopped."""

    account_id: UUID
    login_id: str


class TouchedUnit(_Kept):
    """One unit, before and after; `before` is None when the import brought it."""

    unit_id: UUID
    path: str
    before: dict[str, str | int | None] | None
    after: dict[str, str | int | None]


class UndoRecord(_Kept):
    """Everything of one import."""

    people: list[Touched] = []
    suspended: list[Suspended] = []
    opened: list[UUID] = []
    closed: list[Closed] = []
    units: list[TouchedUnit] = []


def packed(record: UndoRecord) -> bytes:
    """As it lies in the database."""
    return zlib.compress(record.model_dump_json().encode())


def unpacked(kept: bytes) -> UndoRecord:
    """As it is read again."""
    return UndoRecord.model_validate_json(zlib.decompress(kept))
