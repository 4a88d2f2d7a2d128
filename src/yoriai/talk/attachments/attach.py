"""Attaching: files that somebody has brought become part of what they say, in the same transaction as the message.

Only one's own files, of one's own body, that nothing holds on to yet; and no file that was declined. Whether a file has
been checked already is not asked: a message does not wait for that, its files do (S11).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, cast
from uuid import UUID

from yoriai.kit import text
from yoriai.kit.errors import Refused, Wrong
from yoriai.people.access.actor import Actor
from yoriai.people.files.models import State
from yoriai.people.files.service import Declined
from yoriai.platform.db.statement import Row, Value, as_id, statement
from yoriai.platform.work.work import Batch
from yoriai.talk.attachments.rulings import Came, Rulings, rulings_of
from yoriai.talk.messages.brought import Asked, Place
from yoriai.talk.messages.parts import Part, PartKind
from yoriai.talk.rooms.standing import Standing

KIND: Final = "file"
MOST: Final = 20
"""Files of one message."""
MOST_DESCRIBED: Final = 200
"""Characters that say what is to be seen in a picture."""

# Held until the commit: nobody attaches it elsewhere meanwhile, and it is not cleared away.
HOLD: Final = statement(
    "SELECT f.id, f.account_id, f.tenant_id, f.name, f.state, f.reason, f.attached_at, f.zone,"
    " f.client, f.sort FROM {asked}"
    " JOIN files f ON f.id = asked.id ORDER BY f.id {hold} OF f",
    asked={"id": "uuid"},
)
TAKE: Final = statement("UPDATE files SET attached_at = :now WHERE id = :id")
ATTACH: Final = statement(
    "INSERT INTO attachments (file_id, message_id, room_id, ordinal)"
    " VALUES (:file_id, :message_id, :room_id, :ordinal)"
)


class NoSuchFile(Wrong):
    """It is not among the files that this person has brought and not used yet; whose else it is, is said to nobody."""

    code = "attachments.no_such_file"


class TooManyFiles(Wrong):
    """More files than one message takes."""

    code = "attachments.too_many"


class DescriptionTooLong(Wrong):
    """What is to be seen is said at more length than anybody listens to."""

    code = "attachments.description_too_long"


def accept(part: Mapping[str, object], field: str) -> Part:
    """The part as it came, known to be well formed. Its name is the file's own, whatever a client says it is called. An
    empty description says that there shall be none, to an edit too."""
    if not {"kind", "file_id"} <= set(part) <= {"kind", "file_id", "words", "about"}:
        raise Wrong(field=field, reason="unexpected")
    try:
        file_id = UUID(str(part["file_id"]))
    except ValueError:
        raise Wrong(field=f"{field}.file_id", reason="unknown") from None
    about = {"about": _described(part["about"], f"{field}.about")} if "about" in part else {}
    return {"kind": KIND, "file_id": str(file_id), **about}


def plain(part: Mapping[str, object]) -> str:
    """As it is copied, quoted and found, and as it stands in one line: by its name, and by what is to be seen."""
    about = part.get("about")
    return f"［{part.get('words', 'ファイル')}{f'：{about}' if about else ''}］"


def _described(about: object, field: str) -> str:
    if not isinstance(about, str):
        raise Wrong(field=field, reason="not_text")
    try:
        return text.clean_line(about, field=field, most=MOST_DESCRIBED, least=0)
    except text.TooLong as error:
        raise DescriptionTooLong(**error.details) from None


PART: Final = PartKind(KIND, accept, plain)


def look(batch: Batch, asked: Sequence[Asked]) -> "Attaching":
    """The files that these messages name, in one statement, and the rules about them, in two."""
    ids = {file_id for *_, parts in asked for _, file_id in _named_in(parts)}
    found = batch.rows.all(HOLD, asked=[(each,) for each in sorted(ids)])
    return Attaching(batch, {as_id(row[0]): row for row in found}, rulings_of(batch.rows, asked))


@dataclass(slots=True)
class Attaching:
    """Files that are there to be attached, and what has become of them so far."""

    batch: Batch
    there: Mapping[UUID, Row]
    rulings: Rulings
    taken: set[UUID] = field(default_factory=set[UUID])
    rows: list[dict[str, Value]] = field(default_factory=list[dict[str, Value]])

    def judge(self, author: Actor, here: Standing, parts: Sequence[Part]) -> list[Part] | Refused:
        """The parts with each file's own name, or why one of them cannot be attached."""
        named = list(_named_in(parts))
        if len(named) > MOST:
            return TooManyFiles(field="parts", reason="too_many", most=MOST, got=len(named))
        seen = set[UUID]()
        for at, file_id in named:
            refused = self._refusal(author, file_id, f"parts.{at}.file_id", is_twice=file_id in seen)
            if refused is not None:
                return refused
            refused = self.rulings.refusal(author, here, self._came(file_id))
            if refused is not None:
                return refused
            seen.add(file_id)
        return [self._with_name(part) for part in parts]

    def take(self, parts: Sequence[Part], place: Place) -> None:
        """They are this message's."""
        for _, file_id in _named_in(parts):
            self.taken.add(file_id)
            self.rows.append(
                {
                    "file_id": file_id,
                    "message_id": place.message_id,
                    "room_id": place.room_id,
                    "ordinal": place.ordinal,
                }
            )

    def write(self) -> None:
        """All of them at once."""
        if self.rows:
            now = self.batch.now
            self.batch.rows.each(TAKE, [{"id": row["file_id"], "now": now} for row in self.rows])
            self.batch.rows.each(ATTACH, self.rows)

    def _refusal(self, author: Actor, file_id: UUID, where: str, *, is_twice: bool) -> Refused | None:
        row = self.there.get(file_id)
        if row is None or is_twice or file_id in self.taken:
            return NoSuchFile(field=where, reason="unknown")
        _, account_id, tenant_id, _, state, reason, attached_at, *_ = row
        is_own = (as_id(account_id), as_id(tenant_id)) == (author.account_id, author.tenant_id)
        if not is_own or attached_at is not None:
            return NoSuchFile(field=where, reason="unknown")
        if state == State.DECLINED:
            return Declined(field=where, reason=str(reason))
        return None

    def _came(self, file_id: UUID) -> Came:
        _, _, _, name, _, _, _, zone, client, sort = map(str, self.there[file_id])
        return Came(name, zone, client, sort)

    def _with_name(self, part: Part) -> Part:
        if part["kind"] != KIND:
            return part
        name = str(self.there[UUID(str(part["file_id"]))][3])
        about = {"about": part["about"]} if part.get("about") else {}
        # As with every kind that a client of another version may not know: what it shows are the words (MSG-24).
        return {"kind": KIND, "file_id": part["file_id"], **about, "words": name}


def _named_in(parts: Sequence[Part]) -> Iterator[tuple[int, UUID]]:
    for at, part in enumerate(parts):
        if part["kind"] == KIND:
            yield at, UUID(cast("str", part["file_id"]))
