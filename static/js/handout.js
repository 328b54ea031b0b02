// The handout: a button that prints it.
const tools = document.querySelector(".handout-tools__print");

tools.hidden = false;
tools.querySelector("button").addEventListener("click", () => print());
