"""The base of every front matter and data file, and the field types that they share.

An editor's input is read strictly: text stays text, a number is never a date. Where YAML offers two
natural ways to write one thing (``topic: legs`` and ``topic: [legs, safety]``), both are taken.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, Final

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

SLUG: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""What a file name must be to become part of a URL: lower-case letters, digits and single hyphens."""

Described = Field
"""A field with a *description* that editors are shown."""
Checked = AfterValidator
"""Marks a type whose values are checked by a function that returns them or raises `wrong`."""
Parsed = BeforeValidator
"""Marks a type whose values are made from what YAML gives by a function that may raise `wrong`."""


_UNTOLD: Final[set[str]] = set()
"""Which fields an author has written is told nowhere, so that all records that were kept share this."""


class Schema(BaseModel):
    """A frozen record with known keys only."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            """Pydantic would look for private attributes first: there are none, and many records are asked in vain."""
            raise AttributeError(name)

    def __getstate__(self) -> tuple[Any, ...]:  # type: ignore[override] # Pydantic's is a mapping
        """The values of its fields, in their order: that is all there is to a record."""
        return tuple([self.__dict__[name] for name in type(self).model_fields])

    def __setstate__(self, state: tuple[Any, ...]) -> None:  # type: ignore[override]
        """Take the values of fields. Set one by one, they take the least room: Python keeps their names once."""
        for name, value in zip(type(self).model_fields, state, strict=True):
            object.__setattr__(self, name, value)
        object.__setattr__(self, "__pydantic_fields_set__", _UNTOLD)
        object.__setattr__(self, "__pydantic_extra__", None)
        object.__setattr__(self, "__pydantic_private__", None)


def wrong(message: str, hint: str = "") -> PydanticCustomError:
    """An error in a value, with a lower-case *message* for the author and a *hint* that says what to write."""
    return PydanticCustomError("wrong_value", "{message}", {"message": message, "hint": hint})


def _listed(value: Any) -> Any:
    """A tuple of a list; nothing at all for an empty key."""
    if value is None:
        return ()
    return tuple(value) if isinstance(value, list) else value


def _one_or_many(value: Any) -> Any:
    return (value,) if isinstance(value, str) else _listed(value)


_INVISIBLE: Final = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff\ud800-\udfff]"
)


def _pairs(value: Any) -> Any:
    """Pairs of a mapping; YAML reads a plain ``off`` as false, and nobody means that."""
    if value is None:
        return ()
    if isinstance(value, dict):
        return tuple((key, "off" if setting is False else setting) for key, setting in value.items())
    if isinstance(value, tuple):
        return value
    raise wrong("this is not a group of keys", "write each as `name: value` on a line of its own, indented by 2 spaces")


def _not_blank(value: str) -> str:
    if _INVISIBLE.search(value):
        raise wrong("this holds an invisible control character", "type the text anew")
    if not value.strip(" \t\n\u200b\u200c\u200d\u00ad\u00a0"):
        raise wrong("this is empty", "write some text, or remove the key")
    return " ".join(value.split())


def _slug(value: str) -> str:
    if not SLUG.fullmatch(value):
        raise wrong(f"`{value}` is not a slug", "use lower-case letters, digits and hyphens, as in `lower-back`")
    return value


def _web_address(value: str) -> str:
    if not re.fullmatch(r"https?://[^\s<>\"']+", value):
        raise wrong(f"`{value}` is not a web address", "write it whole, as in `https://example.org/page`")
    return value


def _calendar_date(value: Any) -> Any:
    if not (isinstance(value, date) and type(value) is date):
        raise wrong("this is not a date", "write year, month and day, as in `2026-11-22`, without quotes or a time")
    return value


Text = Annotated[str, Checked(_not_blank)]
"""Text that is not empty; runs of white space count as one space."""
Slug = Annotated[str, Checked(_slug)]
WebAddress = Annotated[str, Checked(_web_address)]
CalendarDate = Annotated[date, Parsed(_calendar_date)]
Texts = Annotated[tuple[Text, ...], Parsed(_one_or_many)]
"""One text or a list of texts."""
Slugs = Annotated[tuple[Slug, ...], Parsed(_one_or_many)]
"""One slug or a list of slugs."""
Listed = Parsed(_listed)
"""Marks a tuple field that is written as a YAML list."""
Pairs = Annotated[tuple[tuple[Slug, Text], ...], Parsed(_pairs)]
"""A group of keys with a text for each, kept in order."""
