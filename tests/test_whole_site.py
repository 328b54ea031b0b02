"""What is told of the site as a whole is told again where it may be other, and only there."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from conftest import SiteFolder, article, term

from healthsite import whole_site as module
from healthsite.problems import InvalidSite, Problem

LEGS = "content/articles/tired-legs.md"
CHECKS = ("check_structure", "check_addresses", "check_outputs")


def looked(site: SiteFolder, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The checks of the whole site that a build of *site* makes."""
    made: set[str] = set()
    with monkeypatch.context() as patch:
        for name in CHECKS:
            check = getattr(module, name)

            def noted(*args: object, name: str = name, check: object = check) -> Iterable[Problem]:
                made.add(name)
                return check(*args)  # type: ignore[operator, no-any-return]

            patch.setattr(module, name, noted)
        site.build()
    return made


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({}, set()),
        ({LEGS: article(body="Rest them for longer.")}, set()),
        ({LEGS: article(body="## Rest\n\nFor longer.")}, {"check_outputs"}),
        ({LEGS: article(title="Tiresome legs")}, {"check_structure"}),
        ({LEGS: article(redirect_from="[/articles/legs/]")}, set(CHECKS)),
        ({"content/topics/rest.md": term("Rest")}, set(CHECKS)),
    ],
    ids=["nothing", "a text", "a heading", "a title", "an old address", "a page"],
)
def test_a_check_is_made_where_it_may_find_something_new(
    files: dict[str, str], expected: set[str], site: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a sound build, each check is left out as long as nothing that it looks at has changed."""
    site.write({LEGS: article(body="Rest them.")})
    assert looked(site, monkeypatch) == set(CHECKS)
    site.write(files)
    assert looked(site, monkeypatch) == expected


def test_what_was_found_is_found_again(site: SiteFolder) -> None:
    """Nobody remembers that a site was unsound: it is looked at until it is mended."""
    site.write({LEGS: article(body="See [below](#nowhere).")})
    for _ in range(2):
        with pytest.raises(InvalidSite) as caught:
            site.build()
        assert [problem.rule for problem in caught.value.problems] == ["broken-anchor"]
    site.write({LEGS: article(body="See [below](#there).\n\n## There")}).build()
