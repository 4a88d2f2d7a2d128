"""What is given about people of other bodies, and what is asked for."""

from uuid import UUID

from pydantic import BaseModel, ConfigDict


class OwnFindableOut(BaseModel):
    """Whether one's body lets its people be found, and whether one has said yes."""

    model_config = ConfigDict(from_attributes=True)

    offered: bool
    findable: bool


class FindableIn(BaseModel):
    model_config = ConfigDict(extra="forbid")

    findable: bool


class NeighbourOut(BaseModel):
    """Somebody of another body, with their body and department."""

    model_config = ConfigDict(from_attributes=True)

    account_id: UUID
    family: str
    given: str
    job_title: str
    tenant_name: str
    department: str


class NeighboursOut(BaseModel):
    people: list[NeighbourOut]
