"""Requests about accounts, as they declare themselves."""

from yoriai.people.accounts.requests.door import ANSWER, HANDLE
from yoriai.people.accounts.requests.facts import (
    AccountRequestAccepted,
    AccountRequestAsked,
    AccountRequestDeclined,
    AccountRequestProposed,
    AccountRequestWithdrawn,
)
from yoriai.people.accounts.requests.models import AccountRequest
from yoriai.people.accounts.requests.routes import ASK, router
from yoriai.platform.feature import Feature, FromInternet, Keeps

account_requests = Feature(
    name="account_requests",
    title="アカウントの依頼",
    keeps=Keeps.AS_LONG_AS_THE_TENANT,
    from_internet=FromInternet.EVERYTHING,
    tables=(AccountRequest,),
    facts=(
        AccountRequestProposed,
        AccountRequestAsked,
        AccountRequestAccepted,
        AccountRequestDeclined,
        AccountRequestWithdrawn,
    ),
    routes=(router,),
    capabilities=(ASK, HANDLE, ANSWER),
)
