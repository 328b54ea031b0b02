// In every page of a preview, and in no published one: loads the page again when what its address answers has changed.
// While no one looks at the page it does not listen, since a browser has only few connections to one server; when
// somebody looks again, the server compares what is shown with what there is, and nothing is missed.
const { changes } = document.currentScript.dataset;
const LATER = 2000; // milliseconds

let stream;

function listen() {
  stream?.close();
  stream = undefined;
  if (document.hidden) return;
  stream = new EventSource(changes);
  stream.onmessage = () => location.reload();
  stream.onerror = () => {
    if (stream?.readyState === EventSource.CLOSED) setTimeout(listen, LATER);
  };
}

document.addEventListener("visibilitychange", listen);
addEventListener("pagehide", () => stream?.close());
addEventListener("pageshow", event => event.persisted && listen());
listen();

// The problems of the site, if there are any, stand before the page; whoever wants to can look at it all the same.
const trouble = document.getElementById("preview-trouble")?.shadowRoot;
if (trouble) {
  const dialog = trouble.querySelector("dialog");
  const [close, open] = [trouble.querySelector(".close"), trouble.querySelector(".open")];
  const show = () => {
    open.hidden = true;
    dialog.showModal();
  };
  dialog.addEventListener("close", () => (open.hidden = false));
  close.addEventListener("click", () => dialog.close());
  open.addEventListener("click", show);
  close.hidden = false;
  dialog.removeAttribute("open");
  show();
}
