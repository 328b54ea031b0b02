"""Every finished page links to the pages about, how we review, privacy, accessibility and get help.

Readers arrive on any page from a search engine, and find help, and who is speaking to them, from there. The links
come from the templates, so this rule is for those who write templates of their own.

Passing, on every page:

    <footer><a href="/about/">About</a> <a href="/how-we-review/">How we review</a> …</footer>

Failing:

    <footer>Made with care.</footer>
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from healthsite.artifact import Artifact
from healthsite.checks.policy_pages import PAGES
from healthsite.problems import Location, Problem, Severity

RULE: Final = "policy-links"
SEVERITY: Final = Severity.ERROR
PRESET: Final = "health"


def check(artifacts: Mapping[str, Artifact], base_path: str) -> Iterator[Problem]:
    """A problem for each rendered page that leaves one out; a page that is missing is another rule's matter."""
    due = {f"{base_path}/{slug}/": slug for slug in PAGES if f"{slug}/index.html" in artifacts}
    for artifact in artifacts.values():
        if artifact.path.endswith(".html") and artifact.findings.hrefs:
            missing = [slug for href, slug in due.items() if href not in artifact.findings.hrefs]
            if missing:
                message = f"this page does not link to: {', '.join(missing)}"
                hint = "show the links of `frame.help` and `frame.footer` in the template"
                yield Problem(Location(f"public/{artifact.path}"), RULE, message, hint, SEVERITY)
