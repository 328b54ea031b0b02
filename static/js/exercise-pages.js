// The data of an exercise, read from its own page: the same text that its timer reads there. What the device has kept
// of the pages that were visited will do as well as the network.
import { pageOf } from "./routine-list.js";

// One of {slug, program}, {slug, lost: true} where there is no such exercise, {slug, failed: true} where nothing came.
// An exercise that has moved comes under its new name.
export async function loaded(slug, followed = false) {
  let page;
  try {
    const answer = await fetch(pageOf(slug));
    if (answer.status === 404 || answer.status === 410) return { slug, lost: true };
    if (!answer.ok) return { slug, failed: true };
    page = new DOMParser().parseFromString(await answer.text(), "text/html");
  } catch {
    return { slug, failed: true };
  }
  const program = programIn(page);
  if (program) return { slug, program };
  const next = followed ? null : movedTo(page);
  return next ? loaded(next, true) : { slug, lost: true };
}

function programIn(page) {
  try {
    const program = JSON.parse(page.querySelector("script.program").textContent);
    return program.stations.length ? program : null;
  } catch {
    return null;
  }
}

// Where an old address sends its readers, if that is an exercise.
function movedTo(page) {
  const content = page.querySelector('meta[http-equiv="refresh"]')?.content ?? "";
  const match = /\/exercises\/([a-z0-9-]+)\/$/.exec(content);
  return match && content.endsWith(`url=${pageOf(match[1]).pathname}`) ? match[1] : null;
}
