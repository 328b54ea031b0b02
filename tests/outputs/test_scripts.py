"""Scripts that import each other by their published names."""

from __future__ import annotations

from hashlib import sha256

import pytest
from conftest import SiteFolder

from healthsite.outputs.scripts import linked_scripts
from healthsite.problems import InvalidSite


def published(name: str, content: bytes) -> str:
    """A path that depends on the content, as in a build."""
    return f"assets/{name.removesuffix('.js')}.{sha256(content).hexdigest()[:6]}.js"


def linked(**scripts: str) -> dict[str, str]:
    """*scripts* by their names without an ending, with their imports in the published form."""
    contents = {f"js/{name}.js": text.encode() for name, text in scripts.items()}
    return {name[3:-3]: text.decode() for name, text in linked_scripts(contents, published).items()}


@pytest.mark.parametrize(
    "line",
    [
        'import { tick } from "./clock.js";',
        "import { tick } from './clock.js';",
        'import "./clock.js";',
        'import {\n  tick,\n} from "./clock.js";',
        'export { tick } from "./clock.js";',
    ],
)
def test_an_import_names_the_published_file(line: str) -> None:
    """However it is written."""
    clock = published("js/clock.js", b"export const tick = 1;\n").rpartition("/")[2]
    found = linked(timer=f"{line}\ntick;\n", clock="export const tick = 1;\n")
    assert found["timer"] == line.replace("clock.js", clock) + "\ntick;\n"


def test_a_change_below_changes_the_names_above() -> None:
    """No browser ever puts an old script together with a new one."""
    scripts = {"page": 'import "./middle.js";', "middle": 'import "./base.js";'}
    before, after = linked(**scripts, base="1;"), linked(**scripts, base="2;")
    assert before["middle"] != after["middle"]
    assert before["page"] != after["page"]


@pytest.mark.parametrize(
    "text", ['const note = "import ./clock.js";', '// import "./clock.js" here\n', "import.meta.url;"]
)
def test_other_text_is_left_alone(text: str) -> None:
    """Only imports are rewritten."""
    assert linked(timer=text)["timer"] == text


def test_an_import_that_leads_nowhere_is_told_with_its_line() -> None:
    """And the script that may be meant."""
    with pytest.raises(InvalidSite) as caught:
        linked(timer='const one = 1;\n\nimport "./clok.js";\n', clock="")
    (problem,) = caught.value.problems
    assert (str(problem), problem.hint) == (
        "static/js/timer.js:3: error: there is no script `clok.js` beside it [static]",
        "did you mean `clock.js`?",
    )


def test_imports_in_a_circle_are_refused() -> None:
    """Their names would depend on each other for ever."""
    with pytest.raises(InvalidSite) as caught:
        linked(one='import "./two.js";\n', two='\nimport "./one.js";\n')
    assert [str(problem) for problem in caught.value.problems] == [
        "static/js/two.js:2: error: this import of `one.js` leads back here [static]"
    ]


def test_a_script_that_is_no_text_is_told(site: SiteFolder) -> None:
    """As any other file that is not UTF-8."""
    site.write({"static/js/mine.js": b"one;\n\xff\n"})
    assert site.said() == ["static/js/mine.js:2: error: this is not UTF-8 text [encoding]"]
