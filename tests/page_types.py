"""One address of every type of page of the real site, and some pages that are hard to lay out."""

from __future__ import annotations

from typing import Final

PAGES: Final = (
    "/",
    "/articles/lumbar-osteoarthritis-treatment/",
    "/articles/heavy-legs/",
    "/exercises/",
    "/exercises/wall-calf-stretch/",
    "/routines/",
    "/routines/before-bed/",
    "/routines/before-bed/print/",
    "/routines/piriformis-area/print/",
    "/conditions/sciatica/",
    "/body-regions/",
    "/body-regions/lower-back/",
    "/topics/exercise/",
    "/glossary/",
    "/sources/",
    "/a-to-z/",
    "/get-help/",
    "/search/",
    "/my-routine/",
    "/offline/",
    "/404.html",
)
