"""Plain data against a schema: a value of the model, or problems in words that an editor understands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from healthsite.model.schema import Schema
from healthsite.problems import Location, Problem, did_you_mean
from healthsite.reading.yaml_text import Parsed

S = TypeVar("S", bound=Schema)

_INTERNAL: Final = ("slug", "line", "column")
"""Fields that reading adds, and authors cannot write."""
_EXPECTED: Final = {
    "string_type": ("text", "put quotes around it"),
    "tuple_type": ("a list", "write each item on its own line after a hyphen, or all in brackets: `[one, two]`"),
    "int_type": ("a whole number", "write digits only"),
    "bool_type": ("`true` or `false`", "write `true` or `false`"),
    "model_type": ("a group of keys", "write its keys on the following lines, each indented by 2 spaces"),
    "model_attributes_type": ("a group of keys", "write its keys on the following lines, each indented by 2 spaces"),
    "dict_type": ("a group of keys", "write its keys on the following lines, each indented by 2 spaces"),
}


def validated(
    schema: type[S], parsed: Parsed, keys: tuple[int | str, ...] = (), extra: Mapping[str, Any] | None = None
) -> S | list[Problem]:
    """The value of *schema* in *parsed*, or in what stands under its *keys*; *extra* is added to the data."""
    data = parsed.data
    for key in keys:
        data = data[key]
    if not isinstance(data, dict):
        location, length = parsed.place(keys)
        message = f"this is {_kind_of(data)}, not a group of keys"
        return [
            Problem(location, "wrong-type", message, "write keys and values, as in `title: Heavy legs`", length=length)
        ]
    clashes = [_unknown_key(schema, parsed, (*keys, key)) for key in extra or () if key in data]
    if clashes:
        return clashes
    try:
        return schema.model_validate({**data, **(extra or {})})
    except ValidationError as error:
        details = error.errors(include_url=False)
        placed = [detail["loc"] for detail in details]
        return [
            _problem(schema, parsed, keys, detail)
            for detail in details
            if detail["type"] != "too_short"
            or not any(loc[: len(detail["loc"])] == detail["loc"] and loc != detail["loc"] for loc in placed)
        ]


def _problem(schema: type[Schema], parsed: Parsed, keys: tuple[int | str, ...], detail: ErrorDetails) -> Problem:
    where = (*keys, *detail["loc"])
    kind = detail["type"]
    if kind == "missing":
        place, _ = parsed.place(where[:-1])
        name = where[-1]
        if len(where) == 1:
            place = Location(parsed.path, 1, 1)
        hint = _description(_schema_at(schema, detail["loc"][:-1]), str(name))
        return Problem(place, "missing-key", f"the key `{name}` is missing", hint, length=0)
    if kind in ("extra_forbidden", "invalid_key"):
        return _unknown_key(_schema_at(schema, detail["loc"][:-1]), parsed, where)
    place, length = parsed.place(where)
    rule, message, hint = _said(detail, str(_last_name(where)))
    return Problem(place, rule, message, hint, length=length)


def _said(detail: ErrorDetails, name: str) -> tuple[str, str, str]:
    """The rule, message and hint for an error in the value of the key *name*."""
    kind, context = detail["type"], detail.get("ctx", {})
    if detail["input"] is None:
        return "wrong-value", f"`{name}` is empty", "write a value, or remove the key"
    if kind == "wrong_value":
        return "wrong-value", _short(str(context["message"])), str(context["hint"])
    if kind == "literal_error":
        expected = str(context["expected"]).replace("'", "`")
        value = _shown(detail["input"])
        hint = did_you_mean(value, expected.replace("`", "").replace(" or ", ", ").split(", "))
        return "wrong-value", f"`{value}` is not one of {expected}", hint or "use one of them"
    if kind in ("too_short", "too_long"):
        bound = context.get("min_length", context.get("max_length"))
        few = kind == "too_short"
        message = f"`{name}` has too {'few' if few else 'many'} items"
        return "wrong-value", message, f"give it at {'least' if few else 'most'} {bound}"
    if kind in ("greater_than_equal", "less_than_equal"):
        bound = context.get("ge", context.get("le"))
        return (
            "wrong-value",
            f"{_shown(detail['input'])} is out of bounds",
            f"write a number that is {detail['msg'][16:]}" if bound else "",
        )
    wanted, hint = _EXPECTED.get(kind, ("", ""))
    if wanted:
        return "wrong-type", f"`{name}` is {_kind_of(detail['input'])}, not {wanted}", hint
    return "wrong-value", f"`{name}` is wrong: {detail['msg'].lower()}", ""


def _unknown_key(schema: type[Schema] | None, parsed: Parsed, where: tuple[int | str, ...]) -> Problem:
    place, length = parsed.place(where, of_key=True)
    known = (
        [field.alias or name for name, field in schema.model_fields.items() if name not in _INTERNAL] if schema else []
    )
    name = str(where[-1])
    if name in _INTERNAL and schema and name in schema.model_fields:
        hint = "remove it: the entry's own key is its slug" if name == "slug" else "remove it"
        return Problem(place, "unknown-key", f"the key `{name}` has no place here", hint, length=length)
    hint = did_you_mean(name, known) or (f"known keys: {', '.join(known)}")
    return Problem(place, "unknown-key", f"unknown key `{name}`", hint, length=length)


def _schema_at(schema: type[Schema], where: tuple[int | str, ...]) -> type[Schema] | None:
    """The schema of what stands under *where* in a value of *schema*."""
    found: type[Schema] | None = schema
    for key in where:
        if isinstance(key, str) and found is not None:
            field = next((f for n, f in found.model_fields.items() if key in (n, f.alias)), None)
            found = _schema_in(field.annotation) if field else None
    return found


def _schema_in(annotation: Any) -> type[Schema] | None:
    """The schema that an annotation such as ``tuple[Dose, ...]`` or ``CareLevel | None`` speaks of."""
    if isinstance(annotation, type) and issubclass(annotation, Schema):
        return annotation
    for part in getattr(annotation, "__args__", ()):
        found = _schema_in(part)
        if found:
            return found
    return None


def _description(schema: type[Schema] | None, name: str) -> str:
    field = schema.model_fields.get(name) if schema else None
    return f"add `{name}:` {(field.description or '')[:1].lower()}{(field.description or '')[1:]}" if field else ""


def _shown(value: Any) -> str:
    """*value* in a message, cut short where it is long."""
    try:
        return _short(str(value))
    except ValueError:
        return "this number"


def _short(text: str, most: int = 120) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _last_name(where: tuple[int | str, ...]) -> str:
    return next((str(key) for key in reversed(where) if isinstance(key, str)), "value")


def _kind_of(value: Any) -> str:
    names = {
        bool: "a yes or no (`true` or `false`)",
        int: "a number",
        float: "a number",
        str: "text",
        list: "a list",
        tuple: "a list",
        dict: "a group of keys",
        type(None): "empty",
    }
    return names.get(type(value), "a date" if hasattr(value, "isoformat") else "something else")
