"""No event that a guest may hear has a place for what is meant for others."""

from collections.abc import Iterator, Mapping
from typing import Any, cast

import pytest

from yoriai.app.wiring import FEATURES
from yoriai.people.orgs.facts import OrganizationFact

FOR_NO_GUEST = {
    "email", "login_id", "extension", "place", "profile", "password", "password_hash", "secret", "user_agent",
    "first_password", "token", "code", "roles", "folded",
}  # fmt: skip


@pytest.mark.req("N50", "A8")
def test_no_event_has_a_field_that_is_meant_for_others() -> None:
    for feature in FEATURES:
        for fact in feature.facts:
            if not issubclass(fact, OrganizationFact) and feature.name != "guests":
                shape = feature.shapes.get(fact, fact)
                named_there = set(_fields(shape.model_json_schema(mode="serialization")))
                assert named_there.isdisjoint(FOR_NO_GUEST), (fact.name, named_there & FOR_NO_GUEST)


def _fields(schema: object) -> Iterator[str]:
    if isinstance(schema, list):
        for each in cast("list[object]", schema):
            yield from _fields(each)
    elif isinstance(schema, dict):
        known = cast("Mapping[str, Any]", schema)
        yield from known.get("properties", {})
        for each in known.values():
            yield from _fields(each)
