"""The rules of the house: tools that must be content, sizes, imports, and nothing that leads nowhere."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import pytest
from jinja2 import Environment, meta

from healthsite.text.embeds import NAMES as EMBEDS

ROOT: Final = Path(__file__).resolve().parents[2]
PROJECT: Final[dict[str, Any]] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))

LONGEST_FILE: Final = 260
LONGEST_FUNCTION: Final = 45
LONG_FILES: Final[Mapping[str, str]] = {}
"""Files that may be longer, each with the reason why it reads better so."""
LONG_FUNCTIONS: Final[Mapping[str, str]] = {}
"""Functions that may be longer, as in ``cli.py:main``, each with the reason why it reads better so."""

ROOMS_OF: Final = {
    "markdown": ("healthsite.text.", "healthsite.swift."),
    "pymdownx": ("healthsite.text.", "healthsite.swift."),
    "jinja2": ("healthsite.rendering.", "healthsite.report."),
    "markupsafe": ("healthsite.rendering.",),
    "pagefind": ("healthsite.outputs.",),
    "PIL": ("healthsite.imaging.",),
}
"""The packages that belong to whole rooms; all others are named by the import contracts, module by module."""
IMPORTED_AS: Final = {
    "pyyaml": "yaml",
    "python-frontmatter": "frontmatter",
    "pymdown-extensions": "pymdownx",
    "pillow": "PIL",
}

INDEX: Final = tuple(
    "".join(parts) for parts in (("py", "pi.org"), ("python", "hosted.org"), ("--index", "-url"), ("--extra", "-index"))
)
"""What names a package index; put together here, so that this file does not hold it."""
TOP: Final = ("home", "root", "work", "Users")
MACHINE: Final = re.compile(r"(?<![\w.~}/-])/(?:" + "|".join(TOP) + r")/\w")
"""An absolute path of somebody's machine."""


def run(*command: str) -> None:
    """Run a Python tool on the whole repository, which passes only if the tool has nothing to say."""
    quiet = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
    done = subprocess.run(
        [sys.executable, *command], cwd=ROOT, env=quiet, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def modules() -> Iterator[tuple[str, str]]:
    """The name and the text of every module of the package."""
    for file in sorted((ROOT / "healthsite").rglob("*.py")):
        yield file.relative_to(ROOT / "healthsite").as_posix(), file.read_text("utf-8")


def texts(folder: str, pattern: str) -> dict[str, str]:
    """The texts of the files below *folder*, by their paths there."""
    base = ROOT / folder
    return {file.relative_to(base).as_posix(): file.read_text("utf-8") for file in sorted(base.rglob(pattern))}


def tracked() -> Iterator[tuple[str, str]]:
    """The path and the text of every file that git keeps."""
    git = shutil.which("git")
    if not git or not (ROOT / ".git").exists():
        pytest.skip("this is no checkout of the repository")
    listed = subprocess.run([git, "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for path in filter(None, listed.split("\0")):
        if (ROOT / path).is_file():
            yield path, (ROOT / path).read_text("utf-8", errors="replace")


def test_ruff_has_nothing_to_say() -> None:
    """The whole repository passes the wide selection of rules in pyproject.toml."""
    run("-m", "ruff", "check", "--no-cache", ".")


def test_everything_is_formatted() -> None:
    """Nobody argues about white space."""
    run("-m", "ruff", "format", "--check", "--no-cache", ".")


def test_the_types_are_right(tmp_path: Path) -> None:
    """The package and its tests pass mypy in its strict mode."""
    run("-m", "mypy", "--cache-dir", str(tmp_path))


def test_the_floors_are_kept() -> None:
    """Every import contract of pyproject.toml is kept."""
    run("-c", "from importlinter.cli import lint_imports_command; lint_imports_command()", "--no-cache", "--no-logo")


def test_files_are_short() -> None:
    """A file that grows too long is two files, unless a reason stands above."""
    long = {name for name, text in modules() if text.count("\n") > LONGEST_FILE}
    assert long == set(LONG_FILES)


def test_functions_are_short() -> None:
    """A function that grows too long is two functions, unless a reason stands above."""
    long = {
        f"{name}:{node.name}"
        for name, text in modules()
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or node.lineno) - node.lineno >= LONGEST_FUNCTION
    }
    assert long == set(LONG_FUNCTIONS)


def imported(text: str) -> Iterator[str]:
    """The packages of others that a module imports."""
    for node in ast.walk(ast.parse(text)):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) and not node.level else []
        for package in {name.partition(".")[0] for name in names}:
            if package != "healthsite" and package not in sys.stdlib_module_names:
                yield package


def users_of_packages() -> dict[str, set[str]]:
    """The modules that import each package of others."""
    users: dict[str, set[str]] = {}
    for name, text in modules():
        module = ".".join(["healthsite", *name.removesuffix(".py").split("/")]).removesuffix(".__init__")
        for package in imported(text):
            users.setdefault(package, set()).add(module)
    return users


def test_every_package_is_used_where_the_contracts_say() -> None:
    """Each package of others is known to the modules that a contract names, or to its rooms."""
    contracts = [found for found in PROJECT["tool"]["importlinter"]["contracts"] if found["type"] == "forbidden"]
    allowed = {
        package: {line.split(" -> ")[0] for line in contract["ignore_imports"] if line.endswith(f" -> {package}")}
        for contract in contracts
        for package in contract["forbidden_modules"]
    }
    for package, users in users_of_packages().items():
        if package in ROOMS_OF:
            assert {user for user in users if not user.startswith(ROOMS_OF[package])} == set(), package
        else:
            assert users == allowed.get(package, set()), package


def test_every_dependency_is_used() -> None:
    """Nobody installs a package for nothing."""
    declared = {re.split(r"[^\w-]", found)[0].lower() for found in PROJECT["project"]["dependencies"]}
    assert {IMPORTED_AS.get(name, name) for name in declared} <= set(users_of_packages())


def test_no_file_names_a_package_index() -> None:
    """Where packages come from is for the machine that installs them to say."""
    assert [path for path, text in tracked() if any(host in text for host in INDEX)] == []


def test_no_file_names_a_machine() -> None:
    """An absolute path of one machine means nothing on another."""
    assert all(MACHINE.search(f"see /{top}/ada") and not MACHINE.search(f"static/{top}/ada") for top in TOP)
    assert [(path, found.group()) for path, text in tracked() if (found := MACHINE.search(text))] == []


@pytest.mark.parametrize("command", ["pip install -e . && python build.py", 'pip install -e ".[dev]" && pytest'])
def test_the_readme_tells_how_to_begin(command: str) -> None:
    """Each of the two commands stands on a line of a block of code, ready to be pasted."""
    blocks = re.findall(r"^```\w*\n(.*?)^```", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE | re.DOTALL)
    lines = [line.partition("#")[0].strip() for block in blocks for line in block.splitlines()]
    assert command in lines


def test_the_lock_pins_every_dependency() -> None:
    """Each has its version and the hashes of its files, and no address says where they come from."""
    text = (ROOT / "requirements.lock").read_text("utf-8")
    pin = re.compile(r"([\w.-]+)==\S+(?: ; [^\\\n]+)?(?: \\\n    --hash=sha256:[0-9a-f]{64})+")
    entries = [pin.fullmatch(entry) for entry in re.split(r"\n(?=\S)", text.strip())]
    assert all(entries)
    declared = [*PROJECT["project"]["dependencies"], *PROJECT["project"]["optional-dependencies"]["dev"]]
    names = {re.split(r"[^\w-]", found)[0].lower() for found in declared}
    assert names <= {entry[1].lower() for entry in entries if entry}
    assert "://" not in text


def test_every_page_template_is_the_template_of_a_page() -> None:
    """Each is named by a page type, and each that a page type names is there; the same is true of embeds."""
    shown = {name for _, text in modules() for name in re.findall(r'"(pages/\w+\.html)"', text)}
    assert {f"pages/{name}" for name in texts("templates/pages", "*.html")} == shown
    assert set(texts("templates/embeds", "*.html")) == {f"{name}.html" for name in EMBEDS}


def test_every_template_is_used() -> None:
    """Each is reached from a page or an embed."""
    templates = texts("templates", "*.html")
    used: set[str] = set()
    waiting = [name for name in templates if name.startswith(("pages/", "embeds/"))]
    while waiting:
        name = waiting.pop()
        used.add(name)
        below = meta.find_referenced_templates(Environment(autoescape=True).parse(templates[name]))
        waiting += [found for found in below if found and found not in used]
    assert set(templates) - used == set()


@pytest.mark.parametrize("name", sorted(texts("templates", "*.html")))
def test_every_component_that_is_imported_is_drawn(name: str) -> None:
    """A template imports no component that it does not use, and a component's file is named after it."""
    text = (ROOT / "templates" / name).read_text("utf-8")
    for file, macro in re.findall(r'{% from "components/(\w+)\.html" import (\w+) %}', text):
        assert file == macro
        assert re.search(rf"(?<!import )\b{macro}\(", text), macro


def classes_in(css: str) -> set[str]:
    """The classes that the rules of a style sheet are about."""
    selectors = re.sub(r"\{[^{}]*\}", "{}", re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL))
    return set(re.findall(r"\.([a-z][\w-]*)", selectors))


def test_a_component_is_styled_in_its_own_file() -> None:
    """Where a style sheet has a component's name, no other component's sheet has rules for it."""
    sheets = {name: classes_in(text) for name, text in texts("static/css/components", "*.css").items()}
    written = re.findall(r'class="([^"]*)"', "".join(texts("templates/components", "*.html").values()))
    for name in {name for names in written for name in names.split()}:
        own = f"{re.split('__|--', name)[0]}.css"
        others = {sheet for sheet, classes in sheets.items() if name in classes} - {own}
        assert own not in sheets or not others, name


@pytest.mark.parametrize("name", sorted(texts("static/css/components", "*.css")))
def test_every_rule_of_a_style_sheet_is_about_something(name: str) -> None:
    """The style sheet is part of the whole, and every class in it is drawn by a template, a script or the dialect."""
    assert f'@import "components/{name}"' in (ROOT / "static/css/main.css").read_text("utf-8")
    places = (
        ("templates", "*.html"),
        ("static/js", "*.js"),
        ("healthsite/text", "*.py"),
    )
    drawn = "".join(text for place in places for text in texts(*place).values())
    classes = classes_in((ROOT / "static/css/components" / name).read_text("utf-8"))
    assert [found for found in classes if found not in drawn and f"{found.partition('--')[0]}--{{" not in drawn] == []
