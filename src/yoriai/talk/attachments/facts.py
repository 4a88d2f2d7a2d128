"""What a room is told about files that were attached there."""

from uuid import UUID

from yoriai.talk.messages.facts import MessageFact


class AttachmentJudged(MessageFact):
    """A file that was attached before it had been checked has come to its end. What of it goes to which side is asked
    for with its links: what is told here is the same for everybody."""

    name = "attachments.judged"

    file_id: UUID
    state: str
