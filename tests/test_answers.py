"""What every door of the product takes and gives: tried on all of them, including those added tomorrow."""

from collections.abc import Iterator

import pytest
from pydantic import BaseModel

from tests.cast import PASSWORD, SATO, TAKAHASHI, named, token_of
from tests.doors import doors, routes
from tests.town import Town
from yoriai.app.wiring import FEATURES
from yoriai.people.orgs.settings import Setting
from yoriai.platform.http.works import declares_writes

pytestmark = pytest.mark.anyio
NOBODY = named("nobody")
KINDS = {"application/json", "text/csv; charset=utf-8", "application/pdf"}


@pytest.mark.asvs("V3.2.1", "V3.4.2", "V3.4.4", "V3.4.6", "V14.2.2", "V14.3.2")
async def test_whatever_is_asked_is_kept_by_no_cache_and_taken_for_nothing_else(town: Town) -> None:
    for door in doors(town.assembly, town.welfare, NOBODY):
        if door.method == "GET" and door.template != "/api/events":
            for who in (None, SATO, TAKAHASHI):
                answer = await town.call(who, "GET", door.path)
                assert answer.headers["cache-control"] == "no-store", str(door)
                assert answer.headers["x-content-type-options"] == "nosniff", str(door)
                assert "frame-ancestors 'none'" in answer.headers["content-security-policy"], str(door)
                assert not [name for name in answer.headers if name.startswith("access-control-")]
                if answer.content:
                    assert (
                        answer.headers["content-type"] in KINDS
                        or "spreadsheetml" in answer.headers["content-type"]
                    )


@pytest.mark.asvs("V3.5.3")
async def test_whoever_only_looks_changes_nothing(town: Town) -> None:
    """What a link or a picture of another site can bring about is a look: no such route may write."""
    looking = [route for route in routes(town.assembly) if "GET" in (route.methods or ())]
    assert len(looking) > 30
    assert [route.path for route in looking if declares_writes(route.endpoint)] == []


def _models(town: Town) -> Iterator[tuple[str, type[BaseModel]]]:
    for route in routes(town.assembly):
        for each in route.dependant.body_params:
            kind = each.field_info.annotation
            if isinstance(kind, type) and issubclass(kind, BaseModel):
                yield f"{route.methods} {route.path}", kind
    for feature in FEATURES:
        yield from ((command.name, command.model) for command in feature.commands)


@pytest.mark.asvs("V2.2.1", "V15.3.3")
async def test_every_body_and_every_command_names_its_fields_and_takes_no_other(town: Town) -> None:
    found = dict(_models(town))
    assert len(found) > 40
    assert [name for name, model in found.items() if model.model_config.get("extra") != "forbid"] == []
    others = [
        (route.path, each.field_info.annotation)
        for route in routes(town.assembly)
        for each in route.dependant.body_params
        if not (
            isinstance(each.field_info.annotation, type) and issubclass(each.field_info.annotation, BaseModel)
        )
    ]
    assert [path for path, _ in others] == ["/settings/{name}"], "which its own model judges"
    assert Setting.model_config.get("extra") == "forbid"


@pytest.mark.asvs("V15.3.7")
async def test_each_field_is_taken_from_its_own_place_and_no_other(town: Town) -> None:
    """From the body what belongs into the body: not from the address, not from a cookie, not from a header."""
    right = {"tenant": "mihon", "login_id": "10001", "password": PASSWORD}
    query = "&".join(f"{name}={value}" for name, value in right.items())
    refused = await town.call(None, "POST", f"/api/sign-in?{query}", {})
    assert (refused.status_code, refused.json()["code"]) == (422, "wrong")
    everywhere = {"cookie": "; ".join(f"{name}=x" for name in right)} | {
        name.replace("_", "-"): "x" for name in right
    }
    assert (await town.call(None, "POST", "/api/sign-in", {}, headers=everywhere)).status_code == 422
    wrong = "tenant=tonari&login_id=99999&password=x"
    opened = await town.call(None, "POST", f"/api/sign-in?{wrong}", right)
    assert opened.json()["account_id"] == str(SATO)


@pytest.mark.asvs("V14.2.1")
async def test_no_secret_is_asked_for_in_an_address(town: Town) -> None:
    secret = ("password", "token", "secret", "cookie", "code")
    asked = {
        parameter.name
        for route in routes(town.assembly)
        for parameter in (*route.dependant.query_params, *route.dependant.path_params)
    }
    assert asked
    assert [name for name in asked if any(word in name for word in secret)] == []
    token = token_of(SATO, "lgwan")
    for name in ("__Host-yoriai", "token", "session"):
        assert (await town.call(None, "GET", f"/api/screen?{name}={token}")).status_code == 401
