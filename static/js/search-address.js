// The address of a search. The words stand behind the # sign, which a browser keeps to itself.
export function addressOf(page, { query, region = "", kind = "" }) {
  const wanted = new URLSearchParams({ q: query, region, kind });
  for (const [name, value] of [...wanted]) {
    if (!value) wanted.delete(name);
  }
  return wanted.size === 0 ? page : `${page}#${wanted}`;
}

export function wantedIn(hash) {
  const wanted = new URLSearchParams(hash.slice(1));
  return { query: wanted.get("q") ?? "", region: wanted.get("region") ?? "", kind: wanted.get("kind") ?? "" };
}
