"""Whatever a client can send has a name in the words of the office: a refusal never names a field in English."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from typing import Any, cast

import pytest

from tools.places import ROOT
from yoriai.app.wire import openapi
from yoriai.app.wiring import FEATURES
from yoriai.people.orgs.settings import Setting
from yoriai.platform.sentences import UNNAMED, called, fields, filled

Schema = dict[str, Any]
CATALOGUE = ROOT / "src" / "yoriai" / "app" / "fields.toml"


def named_in(schema: object, shapes: Schema, seen: frozenset[str] = frozenset()) -> Iterator[str]:
    """Every field of this shape and of those inside it."""
    if isinstance(schema, list):
        for each in cast("list[object]", schema):
            yield from named_in(each, shapes, seen)
    if not isinstance(schema, dict):
        return
    shape = cast("Schema", schema)
    name = str(shape.get("$ref", "")).rpartition("/")[2]
    if name and name not in seen:
        yield from named_in(shapes[name], shapes, seen | {name})
    yield from shape.get("properties", {})
    inside = [
        *shape.get("properties", {}).values(),
        *(shape.get(key) for key in ("items", "additionalProperties")),
    ]
    yield from named_in([*inside, *(shape.get(key) for key in ("anyOf", "oneOf", "allOf"))], shapes, seen)


@cache
def sent() -> set[str]:
    """The fields of all requests, of all commands and of all settings of a body."""
    document = cast("Schema", openapi())
    shapes, found = document["components"]["schemas"], set[str]()
    for methods in document["paths"].values():
        for asked in methods.values():
            found |= {each["name"] for each in asked.get("parameters", [])}
            for content in asked.get("requestBody", {}).get("content", {}).values():
                found |= set(named_in(content["schema"], shapes))
    models = [command.model for feature in FEATURES for command in feature.commands]
    # Other tests make settings of their own.
    settings = (each for each in Setting.__subclasses__() if each.__module__.startswith("yoriai."))
    for model in (*models, *settings):
        schema = model.model_json_schema()
        shapes = schema.get("$defs", {})
        found |= set(named_in(schema, shapes))
    return found


def test_every_field_that_can_be_sent_has_a_name() -> None:
    assert sorted(sent() - fields().keys()) == []


def test_no_name_is_left_of_a_field_that_has_gone() -> None:
    told = {
        name
        for path in (ROOT / "src").rglob("*.py")
        for name in re.findall(r'field="(\w+)"', path.read_text("utf-8"))
    }
    assert sorted(name for name in fields() if "." not in name and name not in sent() | told) == []


def test_every_name_stands_in_both_languages_and_is_not_the_code() -> None:
    for code, words in tomllib.loads(CATALOGUE.read_text(encoding="utf-8")).items():
        assert set(words) == {"ja", "en"}, code
        assert words["ja"] != code, code
        assert not re.search("[a-z]", words["ja"].replace("Enter", "")), code


@pytest.mark.parametrize(
    ("field", "name"),
    [
        ("family", "氏"),
        ("posts.1.unit_id", "所属"),
        ("parts.0.text", "メッセージの本文"),
        ("profile.01ABC", "職員の項目"),
        ("ふりがな", "ふりがな"),
        ("nobody_knows", UNNAMED),
    ],
)
def test_a_field_is_called_as_people_call_it(field: str, name: str) -> None:
    assert called(field) == name
    assert f"「{name}」を確かめて" in filled("wrong", {"field": field, "contact": "情報政策課"})
