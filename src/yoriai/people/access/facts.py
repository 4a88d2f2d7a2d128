"""What all facts about one person have in common: they are told on that person's own stream."""

from uuid import UUID

from yoriai.platform.facts.fact import Fact


class PersonFact(Fact):
    """Told to the person's own devices and to nobody else."""

    account_id: UUID

    def stream(self) -> str:
        return person_stream(self.account_id)


def person_stream(account_id: UUID) -> str:
    """The name of somebody's own stream."""
    return f"person/{account_id}"
