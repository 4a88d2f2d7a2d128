"""What a body decides about its guests: whether it has any, how long they stay, and what they promise (GUEST-5)."""

import hashlib
from typing import ClassVar, Final, Self

from pydantic import Field

from yoriai.kit.text import clean
from yoriai.people.orgs.settings import Setting

MOST_OF_CONSENT: Final = 4_000
USUAL_WORDS = (
    "1　ここで見聞きしたことを、頼まれた仕事のほかに使いません。\n"
    "2　このルームの人のほかには、話したり渡したりしません。\n"
    "3　画面の写しや書類を、許しを得ずに残したり持ち出したりしません。\n"
    "4　利用が終わったあとも、これを守ります。"
)


class GuestRules(Setting):
    """What holds for the guests of a body."""

    name: ClassVar[str] = "guests"

    allowed: bool = True
    """Whether managers of rooms may invite any."""
    days: int = Field(default=90, ge=1, le=366)
    """How long somebody stays where nothing else is said, at most to the end of the 年度 (GUEST-2)."""
    consent: str = Field(default=USUAL_WORDS, min_length=1, max_length=MOST_OF_CONSENT)
    """The text about secrecy that each of them accepts before anything is opened."""

    def cleaned(self) -> Self:
        consent = clean(self.consent, field="consent", most=MOST_OF_CONSENT)
        return self.model_copy(update={"consent": consent})

    @property
    def digest(self) -> str:
        """Which text it is: another one is asked for anew."""
        return hashlib.sha256(self.consent.encode("utf-8", "surrogatepass")).hexdigest()
