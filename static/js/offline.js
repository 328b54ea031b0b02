// On every page: lets the service worker keep what was read, and says so where the page is a kept copy.
const page = document.documentElement;
const manifest = document.querySelector('link[rel="manifest"]');

if (page.dataset.kept !== undefined) {
  const day = new Date(page.dataset.kept);
  const long = new Intl.DateTimeFormat(page.lang, { dateStyle: "long" });
  tell(`You are reading a saved copy from ${long.format(day)}. The page may have changed since then.`, "Load it again");
} else if (page.dataset.missing !== undefined) {
  tell("You are offline, and the page that you asked for is not on this device.", "Try again");
}

if ("serviceWorker" in navigator && manifest) {
  if (document.readyState === "complete") register();
  else addEventListener("load", register);
}

function register() {
  // A browser that forbids storage keeps nothing, and the page is whole without it.
  const isKept = navigator.serviceWorker.controller !== null;
  const script = new URL("sw.js", manifest.href);
  navigator.serviceWorker.register(script).then(() => isKept || keepThisPage(), () => {});
}

async function keepThisPage() {
  const { active } = await navigator.serviceWorker.ready;
  const files = performance.getEntriesByType("resource").map(entry => entry.name);
  active.postMessage({ visited: location.href, files });
}

function tell(words, offer) {
  const notice = document.createElement("div");
  notice.className = "saved-copy";
  notice.setAttribute("role", "status");
  document.querySelector("main").prepend(notice);
  requestAnimationFrame(() => {
    const text = document.createElement("p");
    const again = document.createElement("button");
    text.textContent = words;
    again.type = "button";
    again.textContent = offer;
    again.addEventListener("click", () => location.reload());
    notice.append(text, again);
  });
}
