// Loads the page again when what it shows was worked out. Without it the visitor does.
"use strict";
if (document.querySelector("[data-coming]")) {
  const ask = async () => {
    // While the console is away, too, the page stays and asks again.
    const answer = await fetch(location.href, { credentials: "same-origin" }).catch(() => null);
    if (!answer || answer.status === 202 || (await answer.text()).includes("data-coming")) {
      setTimeout(ask, 2000);
    } else {
      location.reload();
    }
  };
  ask();
}
