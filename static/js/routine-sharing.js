// What leaves the page of the reader's routine, and only if they ask for it: a print, and a link.
import { button, element } from "./element.js";
import { linkTo } from "./routine-list.js";

// *told* says what was done; *more* are further buttons.
export function sharing(slugs, told, ...more) {
  const link = linkTo(slugs);
  const field = element("input", {
    class: "my-routine__link",
    id: "my-routine-link",
    type: "text",
    readonly: true,
    value: link,
  });

  async function copy() {
    field.select();
    const copied = await copiedToClipboard(link);
    told(copied ? "The link is copied." : "The link is marked: copy it from the field.");
  }

  return element(
    "section",
    { class: "my-routine__tools", "aria-labelledby": "my-routine-tools" },
    element("h2", { id: "my-routine-tools" }, "Print or share"),
    buttons(
      small("Print", () => print()),
      ...more,
    ),
    element(
      "label",
      { for: field.id },
      "The link to this routine. It holds the names of the exercises and nothing about you.",
    ),
    field,
    buttons(small("Copy the link", copy), navigator.share ? small("Share the link", () => handOver(link)) : null),
  );
}

export const small = (words, does) => button(words, does, { class: "my-routine__button" });
export const buttons = (...made) => element("div", { class: "my-routine__buttons" }, made);

async function copiedToClipboard(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false; // an old browser, or one that does not allow it
  }
}

function handOver(link) {
  navigator.share({ title: "My routine", url: link }).catch(() => null); // the reader may think better of it
}

// On paper the steps are all there; afterwards they are as they were.
for (const event of ["beforeprint", "afterprint"]) {
  addEventListener(event, () => {
    for (const details of document.querySelectorAll(".my-routine details")) {
      if (event === "beforeprint") details.dataset.open = String(details.open);
      details.open = event === "beforeprint" || details.dataset.open === "true";
    }
  });
}
