"""A fact: what has become true, in the past tense, told on exactly one stream. It carries ids, never words."""

from typing import ClassVar
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from yoriai.platform.facts.sight import Sight


class Fact(BaseModel):
    """The ancestor of every fact. A fact without a `name` of its own is a base for others and is never stated."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: ClassVar[str] = ""

    def stream(self) -> str:
        """The one stream on which this is told, as `kind/id`."""
        raise NotImplementedError

    def about_ordinal(self) -> int | None:
        """The ordinal of the message this is about. Who may not read so far back gets a blank (D17)."""
        return None

    def leaves(self) -> UUID | None:
        """The account that stops hearing this stream with this very fact."""
        return None

    def opens(self) -> tuple[str, Sight] | None:
        """Told on a person's stream: another stream that this person hears from now on."""
        return None

    def shuts(self) -> str | None:
        """Told on a person's stream: a stream that this person hears no longer."""
        return None

    def about_stream(self) -> str | None:
        """Told on a person's stream of what is on another one. On a side where that one is not heard, this is a blank,
        and what it opens stays shut there."""
        return None

    def shuts_outside(self) -> str | None:
        """Told on a person's stream: a stream that their devices on the Internet side hear no longer."""
        return None

    def seals_stream(self) -> bool:
        """Whether this stream is heard on the Internet side no longer, with this very fact."""
        return False

    def renews(self) -> bool:
        """Whether everybody who hears this has other rights from now on: their sockets knock again."""
        return False

    def revokes(self) -> "Revoked | None":
        """Whose sockets end now."""
        return None

    def changes_hearing(self) -> bool:
        """Whether anybody hears more or less after this."""
        is_told = self.leaves() or self.opens() or self.shuts() or self.shuts_outside() or self.revokes()
        return bool(is_told or self.renews() or self.seals_stream())


class Unknown(Fact):
    """A fact of a newer server, met by an older one during an upgrade: told as a blank, so that all others go on."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class Revoked(BaseModel):
    """One session, or all sessions of an account, may go on no longer."""

    model_config = ConfigDict(frozen=True)

    account_id: UUID
    session_id: UUID | None = None

    def ends(self, account_id: UUID, session_id: UUID) -> bool:
        return self.account_id == account_id and self.session_id in (None, session_id)
