// A drawing with several pictures: a button plays them in the place of the first one, until it is pressed again.
const SHOWN = 2200;

for (const figure of document.querySelectorAll(".figure")) {
  const pictures = [...figure.querySelectorAll(".figure__picture")];
  if (pictures.length > 1) {
    addPlayer(figure, pictures);
  }
}

function addPlayer(figure, [stage, ...others]) {
  const layers = others.map(layerOf);
  const caption = stage.querySelector(".figure__label");
  const captions = [stage, ...others].map(picture => picture.querySelector(".figure__label").cloneNode(true));
  const button = document.createElement("button");
  let current = 0;
  let timer = 0;

  button.type = "button";
  button.className = "figure__play";
  stage.querySelector(".figure__drawing").after(...layers);
  figure.append(button);
  button.addEventListener("click", () => (timer ? stop() : play()));
  addEventListener("beforeprint", stop);
  document.addEventListener("visibilitychange", () => document.hidden && stop());
  stop();

  function play() {
    const heights = [...figure.querySelectorAll(".figure__label")].map(label => label.offsetHeight);
    caption.style.minBlockSize = `${Math.max(...heights)}px`;
    button.textContent = "Stop";
    figure.classList.add("figure--playing");
    timer = setInterval(() => show((current + 1) % captions.length), SHOWN);
    show(1);
  }

  function stop() {
    clearInterval(timer);
    timer = 0;
    button.textContent = "Play the movement";
    figure.classList.remove("figure--playing");
    caption.style.minBlockSize = "";
    show(0);
  }

  function show(number) {
    current = number;
    caption.replaceChildren(...captions[number].cloneNode(true).childNodes);
    layers.forEach((layer, index) => layer.classList.toggle("figure__layer--shown", index + 1 === number));
  }
}

// A copy of a picture's drawing, to be laid over the first one; the picture itself is still there to be read out.
function layerOf(picture) {
  const layer = picture.querySelector(".figure__drawing").cloneNode(true);
  for (const named of layer.querySelectorAll("title, desc")) {
    named.remove();
  }
  for (const name of ["role", "aria-labelledby", "aria-describedby"]) {
    layer.removeAttribute(name);
  }
  layer.setAttribute("aria-hidden", "true");
  layer.classList.add("figure__layer");
  return layer;
}
