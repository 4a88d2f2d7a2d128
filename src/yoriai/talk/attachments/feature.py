"""Attachments, as the house knows them."""

from yoriai.people.files.facts import FileJudged
from yoriai.platform.facts.durable import Reader
from yoriai.platform.feature import Feature, FromInternet, Keeps
from yoriai.talk.attachments.facts import AttachmentJudged
from yoriai.talk.attachments.models import Attachment
from yoriai.talk.attachments.queries import lent_to
from yoriai.talk.attachments.routes import router
from yoriai.talk.attachments.tell import tell

attachments = Feature(
    name="attachments",
    title="添付",
    keeps=Keeps.AS_LONG_AS_THE_ROOM,
    from_internet=FromInternet.EVERYTHING,
    tables=(Attachment,),
    facts=(AttachmentJudged,),
    routes=(router,),
    lends=lent_to,
    reads=(Reader("attachments", tell, of=frozenset({FileJudged})),),
)
