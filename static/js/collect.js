// On every page: buttons that add exercises to the reader's own routine, and how many there are beside its link.
import { button, element, hidden, say } from "./element.js";
import { keepRoutine } from "./keep-routine.js";
import { counted } from "./numbers.js";
import { collect, collected, MOST, pageOf, routinePage, whenCollected } from "./routine-list.js";

const status = element("p", { class: "visually-hidden", role: "status" });
const places = [...document.querySelectorAll(".collect")];

for (const place of places) {
  const { slug, title } = place.dataset;
  const words = element("span", {});
  const press = button(words, () => pressed(), { class: "collect__button" });
  const name = hidden(`: ${title}`);
  press.append(name);
  const told = element("span", { class: "collect__told" });
  place.append(press, told);
  place.shows = (list, note = "") => {
    const inside = list.includes(slug);
    say(words, inside ? "Remove from my routine" : "Add to my routine");
    place.dataset.collected = String(inside);
    told.replaceChildren(...(note ? [note] : inside ? ["In ", routineLink(list)] : []));
  };

  function pressed() {
    const list = collected();
    const inside = list.includes(slug);
    const next = inside ? list.filter(other => other !== slug) : [...list, slug];
    if (!inside && list.length >= MOST) return refused(`Your routine is full: it holds ${MOST} exercises.`);
    if (!collect(next)) return refused("Your browser does not let this site keep your routine.");
    changed();
    const holds = `It holds ${counted(next.length, "exercise")}.`;
    say(status, inside ? `${title} is no longer in your routine. ${holds}` : `${title} is in your routine. ${holds}`);
  }

  function refused(note) {
    place.shows(collected(), note);
    say(status, note);
  }
}

function routineLink(list) {
  return element("a", { href: routinePage().href }, `my routine (${list.length})`);
}

// The pages of the routine stay on the device, so that it can be done without a network.
function keepPages() {
  const list = collected();
  const addresses = list.length ? [routinePage(), ...list.map(pageOf)] : [];
  keepRoutine(addresses).catch(() => null); // a browser that keeps nothing says so where it matters
}

function show() {
  const list = collected();
  for (const place of places) place.shows(list);
  for (const count of document.querySelectorAll(".my-routine-link__count")) {
    count.replaceChildren(
      ...(list.length
        ? [
            String(list.length),
            hidden(list.length === 1 ? " exercise" : " exercises"),
          ]
        : []),
    );
  }
}

function changed() {
  show();
  keepPages();
}

if (places.length) document.body.append(status);
if (collected().length) changed();
else show();
whenCollected(changed);
addEventListener("my-routine", changed);
