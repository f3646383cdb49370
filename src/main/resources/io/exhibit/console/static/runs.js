// Shows how far a collection is while it goes on. Without it the page is loaded again by its link.
"use strict";
for (const place of document.querySelectorAll("[data-progress]")) {
  const bar = place.querySelector("progress");
  const words = place.querySelector("[data-words]");
  const ask = async () => {
    const answer = await fetch(place.dataset.progress, { credentials: "same-origin" }).catch(() => null);
    if (!answer || answer.status === 429 || answer.status >= 500) {
      words.textContent = "The console gives no answer now; it is asked again.";
      setTimeout(ask, 5000);
      return;
    }
    if (!answer.ok) {
      words.textContent = "How far it is cannot be told here any more: load the page again.";
      return;
    }
    const [going] = await answer.json();
    if (going) {
      bar.max = Number(going.all);
      bar.value = Number(going.done);
      words.textContent = `${going.what}: ${going.done} of ${going.all}`;
      setTimeout(ask, 2000);
    } else {
      words.textContent = "It is over: load the page again to see the run.";
      bar.hidden = true;
    }
  };
  setTimeout(ask, 2000);
}
