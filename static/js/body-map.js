// The body map: pointing at a name in the list lights its zone, and pointing at a zone lights its name.
for (const map of document.querySelectorAll(".body-map")) {
  const zones = new Map([...map.querySelectorAll(".body-map__zone")].map(zone => [zone.getAttribute("href"), zone]));

  for (const entry of map.querySelectorAll(".body-map__list a")) {
    const zone = zones.get(entry.getAttribute("href"));
    if (zone) {
      lights(entry, zone, "body-map__zone--lit");
      lights(zone, entry, "body-map__entry--lit");
    }
  }
}

function lights(link, other, name) {
  const on = () => other.classList.add(name);
  const off = () => other.classList.toggle(name, document.activeElement === link);
  link.addEventListener("pointerenter", on);
  link.addEventListener("pointerleave", off);
  link.addEventListener("focus", on);
  link.addEventListener("blur", () => other.classList.remove(name));
}
