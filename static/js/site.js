// On every page: keeps what was read for when there is no network.
const home = document.querySelector(".site-header__name");

if ("serviceWorker" in navigator && home) {
  addEventListener("load", () => {
    const base = new URL(home.href);
    navigator.serviceWorker.register(new URL("sw.js", base), { scope: base.pathname });
  });
}
