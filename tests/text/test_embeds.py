"""Cards that stand in place of blocks."""

from __future__ import annotations

from typing import Any

from healthsite.pages.body import Body, Embed
from healthsite.pages.care import CareView
from healthsite.text.dialect import Converted, convert

BACK = CareView("back", "Back", ())
LEGS = CareView("legs", "Legs", ())


def converted(text: str, *embeds: Embed, drawn: list[tuple[str, Any, int]] | None = None) -> Converted:
    def draw(name: str, view: Any, number: int) -> str:
        if drawn is not None:
            drawn.append((name, view, number))
        return f"<p>{view.title} <b>&amp; *more* [x](y) disc</b></p>"

    return convert(Body("content/articles/back.md", 1, text, embeds=embeds), draw)


def test_each_block_is_drawn_from_its_own_view() -> None:
    """A card is drawn from the view that has the block's name and argument, in the order of the text."""
    drawn: list[tuple[str, Any, int]] = []
    embeds = (Embed("care", "legs", LEGS), Embed("care", "", BACK), Embed("exercise", "legs", BACK))
    converted("/// care\n///\n\n/// exercise | legs\n///\n\n/// care | legs\n///", *embeds, drawn=drawn)
    assert drawn == [("care", BACK, 1), ("exercise", BACK, 1), ("care", LEGS, 1)]


def test_each_time_a_card_is_drawn_has_its_number() -> None:
    """A card that stands on a page twice knows which it is, so that its ids need not clash."""
    drawn: list[tuple[str, Any, int]] = []
    embeds = (Embed("care", "legs", LEGS), Embed("care", "back", BACK))
    blocks = [f"/// care | {slug}\n///" for slug in ("legs", "back", "legs")]
    converted("\n\n".join(blocks), *embeds, drawn=drawn)
    assert [(view.slug, number) for _, view, number in drawn] == [("legs", 1), ("back", 1), ("legs", 2)]


def test_a_block_that_nobody_looked_up() -> None:
    """A block whose card was not prepared is a problem, never an empty place."""
    (problem,) = converted("/// care | back\n///").problems
    assert problem.message == "there is no care profile `back`"
    assert problem.hint == "write the block's name and argument on a line of their own"


def test_a_card_stands_in_the_page_as_it_was_drawn() -> None:
    """Nothing in a card is Markdown, and nothing in it is escaped once more."""
    result = converted("/// care | back\n///", Embed("care", "back", BACK))
    assert result.html == '<div class="embed embed--care"><p>Back <b>&amp; *more* [x](y) disc</b></p></div>'
    assert result.problems == ()


def test_a_profile_that_is_not_there() -> None:
    """What was looked for is underlined, and what is near it was found out with the whole site in sight."""
    (problem,) = converted(
        "Text.\n\n/// care | bakc\n///", Embed("care", "bakc", None, "did you mean `back`?")
    ).problems
    assert problem.message == "there is no care profile `bakc`"
    assert problem.hint == "did you mean `back`?"
    assert (problem.location.line, problem.location.column, problem.length) == (3, 12, 4)


def test_an_exercise_that_is_not_there() -> None:
    """An exercise that is not there is called an exercise."""
    (problem,) = converted("/// exercise | x\n///", Embed("exercise", "x", None)).problems
    assert problem.message == "there is no exercise `x`"


def test_a_block_that_names_no_profile() -> None:
    """Without a profile, on a page that has none of its own, the block itself is underlined."""
    (problem,) = converted("/// care\n///", Embed("care", "", None, "name a care profile")).problems
    assert problem.message == "this block names no care profile"
    assert (problem.location.column, problem.length) == (5, 4)


def test_a_card_that_is_not_there_is_told_at_its_block() -> None:
    """Not at a like word before it, nor at code, and the argument is underlined."""
    (problem,) = converted(
        "Ask the baker.\n\n`/// care | bak`\n\n/// care | bak\n///", Embed("care", "bak", None)
    ).problems
    assert (problem.location.line, problem.location.column, problem.length) == (5, 12, 3)


def test_an_exercise_without_a_name_is_told_once() -> None:
    """One mistake is one problem."""
    (problem,) = converted("/// exercise\n///").problems
    assert problem.message == "the block `exercise` lacks its argument"


def test_care_without_a_name_where_the_page_has_none() -> None:
    """The name of the block is underlined, as there is no argument."""
    (problem,) = converted("Text.\n\n/// care\n///", Embed("care", "", None, "name one")).problems
    assert (problem.message, problem.hint) == ("this block names no care profile", "name one")
    assert (problem.location.line, problem.location.column, problem.length) == (3, 5, 4)
