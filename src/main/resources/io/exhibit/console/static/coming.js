// Loads the page again when what it shows was worked out. Without it the visitor does.
"use strict";
if (document.querySelector("[data-coming]")) {
  const ask = async () => {
    const answer = await fetch(location.href, { credentials: "same-origin" });
    if (answer.status === 202) {
      setTimeout(ask, 2000);
    } else {
      location.reload();
    }
  };
  ask();
}
