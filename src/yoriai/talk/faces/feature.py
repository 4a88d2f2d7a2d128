"""Faces, as the house knows them."""

from yoriai.people.files.facts import FileJudged
from yoriai.platform.facts.durable import Reader
from yoriai.platform.feature import Feature, FromInternet, Keeps
from yoriai.talk.faces.facts import FaceBrought, FaceChanged, FaceRefused, RoomFaceChanged
from yoriai.talk.faces.jobs import follow, make
from yoriai.talk.faces.models import Face
from yoriai.talk.faces.queries import shown_to
from yoriai.talk.faces.routes import router
from yoriai.talk.faces.service import MAKE

faces = Feature(
    name="faces",
    title="顔の写真",
    keeps=Keeps.AS_LONG_AS_THE_ACCOUNT,
    from_internet=FromInternet.EVERYTHING,
    tables=(Face,),
    facts=(FaceBrought, FaceRefused, FaceChanged, RoomFaceChanged),
    routes=(router,),
    capabilities=("faces.set",),
    jobs={MAKE: make},
    at_once={MAKE: 1},
    reads=(Reader("faces", follow, of=frozenset({FileJudged})),),
    shows=shown_to,
)
