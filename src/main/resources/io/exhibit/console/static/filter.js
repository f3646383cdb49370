// Narrows a list while somebody types: without it the list is whole, and every entry can be reached all the same.
"use strict";
for (const field of document.querySelectorAll("input[data-filter]")) {
  const list = document.getElementById(field.dataset.filter);
  const counted = document.querySelector(`[data-counts="${field.dataset.filter}"]`);
  const entries = [...list.querySelectorAll("li")];
  const texts = entries.map((entry) => {
    const link = entry.querySelector("a");
    return (link.textContent + " " + (link.dataset.words || "")).toLowerCase();
  });
  const narrow = () => {
    const words = field.value.toLowerCase().split(/\s+/).filter((word) => word !== "");
    let shown = 0;
    entries.forEach((entry, i) => {
      entry.hidden = !words.every((word) => texts[i].includes(word));
      shown += entry.hidden ? 0 : 1;
    });
    for (const group of list.querySelectorAll("ul")) {
      const empty = [...group.children].every((entry) => entry.hidden);
      group.hidden = empty;
      group.previousElementSibling.hidden = empty;
    }
    counted.textContent = shown === entries.length ? `${shown} units` : `${shown} of ${entries.length} units`;
  };
  field.addEventListener("input", narrow);
  narrow();
  const here = list.querySelector("[aria-current]");
  const side = list.closest(".side");
  if (here && side) {
    side.scrollTop = here.offsetTop - side.offsetTop - side.clientHeight / 2; // the list alone moves, not the page
  }
}
