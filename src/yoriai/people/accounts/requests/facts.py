"""What those whom a request concerns are told: whoever asked, the ITリーダー of the unit, the administrators."""

from uuid import UUID

from yoriai.people.access.facts import PersonFact


class AccountRequestFact(PersonFact):
    """Told to each of them, on their own stream; what is asked for stands in the list."""

    asking_id: UUID
    department_id: UUID
    person_id: UUID | None
    """Whom it is about, where the account is there."""


class AccountRequestProposed(AccountRequestFact):
    """Somebody of the unit asks their ITリーダー."""

    name = "account_requests.proposed"


class AccountRequestAsked(AccountRequestFact):
    """An ITリーダー asks the administrators, or has passed on what was proposed."""

    name = "account_requests.asked"


class AccountRequestAccepted(AccountRequestFact):
    """It was carried out."""

    name = "account_requests.accepted"


class AccountRequestDeclined(AccountRequestFact):
    name = "account_requests.declined"


class AccountRequestWithdrawn(AccountRequestFact):
    """Whoever asked wants it no longer."""

    name = "account_requests.withdrawn"
