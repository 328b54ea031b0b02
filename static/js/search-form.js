// The search field on every page leads to the search page, without a word to the server. Its form is of the kind that
// sends nothing by itself: who presses Enter before this script is there stays on the page and keeps the words.
import { addressOf } from "./search-address.js";

for (const form of document.querySelectorAll(".site-header__search form")) {
  form.addEventListener("submit", event => {
    event.preventDefault();
    const query = form.querySelector("input").value.trim();
    location.assign(addressOf(form.action, { query }));
  });
}
