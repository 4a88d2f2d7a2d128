"""What routes about the second factor are given and what they give back."""

from pydantic import BaseModel, ConfigDict, Field

from yoriai.people.sessions.second_factor.offer import MOST, Offer

MOST_CODE = 64  # characters as they are typed


class CodeBody(BaseModel):
    """A code of the app, or a recovery code."""

    model_config = ConfigDict(extra="forbid")

    one_time_code: str = Field(max_length=MOST_CODE)


class ConfirmBody(BaseModel):
    model_config = ConfigDict(extra="forbid")

    sealed: str = Field(max_length=MOST)
    one_time_code: str = Field(max_length=MOST_CODE)


class SealedBody(BaseModel):
    model_config = ConfigDict(extra="forbid")

    sealed: str = Field(max_length=MOST)


class ProofBody(BaseModel):
    model_config = ConfigDict(extra="forbid")

    password: str
    one_time_code: str | None = Field(default=None, max_length=MOST_CODE)


class ResetBody(BaseModel):
    model_config = ConfigDict(extra="forbid")

    reason: str


class OfferOut(BaseModel):
    """Shown once: `secret` for typing, the square code as a drawing; `sealed` comes back with the confirmation."""

    sealed: str
    secret: str
    size: int
    path: str


class ConfirmedOut(BaseModel):
    """The recovery codes, shown once; `sealed` comes back when they are put away."""

    sealed: str
    codes: list[str]


class CodesOut(BaseModel):
    codes: list[str]


def offer_shown(offer: Offer) -> OfferOut:
    """The offer as it goes out."""
    return OfferOut(sealed=offer.sealed, secret=offer.secret, size=offer.size, path=offer.path)
