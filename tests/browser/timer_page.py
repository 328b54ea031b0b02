"""The timer of a page in a browser whose clock, sounds and lights are the test's own."""

from __future__ import annotations

from typing import Any, Final

from browser.conftest import NewPage
from playwright.sync_api import Page, expect

STAND_INS: Final = """
window.calls = [];
window.said = [];
const noted = name => (...given) => { window.calls.push([name, ...given].join(" ")); };

window.AudioContext = class {
  currentTime = 0;
  state = "suspended";
  destination = {};
  constructor() { noted("audio")(); }
  resume() { this.state = "running"; }
  createGain() { return { gain: { setValueAtTime() {}, exponentialRampToValueAtTime() {} }, connect: to => to }; }
  createOscillator() {
    const sound = { frequency: {}, connect: to => to, start: () => noted("tone")(sound.frequency.value), stop() {} };
    return sound;
  }
};
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
window.voices = [
  { lang: "en-GB", localService: false, name: "far away" },
  { lang: "de-DE", localService: true, name: "Anna" },
  { lang: "en_US", localService: true, name: "Ada" },
];
Object.defineProperty(window, "speechSynthesis", {
  value: {
    getVoices: () => window.voices,
    speak: words => noted("say")(words.voice.name, words.text),
    cancel: noted("hush"),
  },
});
navigator.vibrate = noted("vibrate");
Object.defineProperty(navigator, "wakeLock", {
  value: { request: async () => { noted("lit")(); return { release: noted("dark"), addEventListener() {} }; } },
});
Object.defineProperty(document, "hidden", { get: () => Boolean(window.looksAway) });

new MutationObserver(changes => {
  for (const { target } of changes) {
    const status = (target.nodeType === 1 ? target : target.parentElement)?.closest("dialog [role=status]");
    if (status) window.said.push(status.textContent);
  }
}).observe(document, { subtree: true, childList: true, characterData: true });
"""


class Timer:
    """The timer of the page at *url*, not yet open. Its time stands still, unless the *clock* is the machine's own."""

    def __init__(self, new_page: NewPage, url: str, *, script: str = "", clock: str = "", **options: Any) -> None:
        self.page: Page = new_page("/404.html", **options)
        if not clock:
            self.page.clock.install(time="2026-11-22T10:00:00")
        self.page.add_init_script(STAND_INS)
        if script:
            self.page.add_init_script(script)
        self.page.goto(url)
        if not clock:
            self.page.clock.pause_at("2026-11-22T10:01:00")
        self.dialog = self.page.get_by_role("dialog")

    def open(self, name: str = "Open the timer") -> Timer:
        """Open it with the button *name*."""
        self.page.get_by_role("button", name=name).click()
        expect(self.dialog).to_be_visible()
        return self

    def start(self) -> Timer:
        """Open it, and start the first exercise."""
        self.open()
        self.press("Start")
        return self

    def press(self, name: str) -> None:
        """Press the button *name*."""
        self.dialog.get_by_role("button", name=name, exact=True).click()

    def run(self, seconds: float) -> None:
        """Let *seconds* pass, with all that is due in them."""
        self.page.clock.run_for(round(seconds * 1000))

    def choose(self, *boxes: str, **lists: str) -> Timer:
        """Switch *boxes* of the settings, and choose from its *lists*, by the words beside them."""
        self.press("Settings")
        for words in boxes:
            self.dialog.get_by_label(words).click()
        for name, option in lists.items():
            self.dialog.get_by_label(name.replace("_", " ")).select_option(option)
        self.press("Settings")
        return self

    def calls(self) -> list[str]:
        """What the stand-ins were asked for since this was last asked."""
        found: list[str] = self.page.evaluate("window.calls.splice(0)")
        return found

    def said(self) -> list[str]:
        """What a screen reader was told since this was last asked."""
        found: list[str] = self.page.evaluate("window.said.splice(0)")
        return found

    def looked_away(self, away: bool) -> None:  # noqa: FBT001 - it is or it is not
        """Hide the tab, or come back to it."""
        self.page.evaluate("away => { looksAway = away; document.dispatchEvent(new Event('visibilitychange')); }", away)

    @property
    def shown(self) -> str:
        """The title, the state, the side and repetition, and the seconds on the screen."""
        parts = ("title", "state", "count", "seconds")
        texts = [self.dialog.locator(f".timer__{part}").inner_text() for part in parts]
        return " | ".join(text for text in texts if text)

    def text(self, part: str) -> str:
        """The text of one part of the timer."""
        return self.dialog.locator(f".timer__{part}").inner_text()
