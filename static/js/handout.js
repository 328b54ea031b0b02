// The handout: a button that prints it.
document.querySelector(".handout-tools__print button").addEventListener("click", () => print());
