// The exercises that a reader has collected: their names in order, kept on the device, and written into a link.
import { keep, kept, siteUrl, whenKept } from "./kept.js";

const NAME = "my-routine";
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LONGEST_SLUG = 100;
export const MOST = 50;

const isSlug = value => typeof value === "string" && value.length <= LONGEST_SLUG && SLUG.test(value);

// Each name once, at most MOST of them; whatever is no name of an exercise is left out.
export const only = values => (Array.isArray(values) ? [...new Set(values.filter(isSlug))].slice(0, MOST) : []);

export const collected = () => only(kept(NAME));
export const collect = slugs => keep(NAME, only(slugs));
export const whenCollected = changed => whenKept(NAME, changed);

export const pageOf = slug => siteUrl(`exercises/${slug}/`);
export const routinePage = () => siteUrl("my-routine/");

// The link to a list. What stands behind # is not sent to any server.
export const linkTo = slugs => `${routinePage().href}#r=${slugs.join(".")}`;

// The list in the fragment of an address; null where there is none, or where it is not one of ours.
export function shared(fragment) {
  const match = /^#r=([a-z0-9.-]+)$/.exec(fragment);
  const slugs = match ? match[1].split(".") : [];
  return match && slugs.every(isSlug) ? { slugs: only(slugs), dropped: new Set(slugs).size > MOST } : null;
}

export const moved = (slugs, from, to) => {
  const rest = slugs.filter((_, index) => index !== from);
  return [...rest.slice(0, to), slugs[from], ...rest.slice(to)];
};
