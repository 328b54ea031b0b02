// The address of a search. The words stand behind the # sign, which a browser keeps to itself.
export function addressOf(page, { query, region = "", kind = "" }) {
  const wanted = Object.entries({ q: query, region, kind }).filter(([, value]) => value);
  return wanted.length ? `${page}#${new URLSearchParams(wanted)}` : page;
}

export function wantedIn(hash) {
  const wanted = new URLSearchParams(hash.slice(1));
  return { query: wanted.get("q") ?? "", region: wanted.get("region") ?? "", kind: wanted.get("kind") ?? "" };
}
