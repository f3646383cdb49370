// Says what is wrong with a text while it is typed, by the same check as the command. Without it the text is checked when it is kept.
"use strict";
for (const form of document.querySelectorAll("form.editor")) {
  const text = form.querySelector("textarea");
  const found = document.getElementById("found");
  const kept = text.value;
  let waiting = 0;
  let asked = 0;
  const go = (line, column) => {
    const lines = text.value.split("\n");
    const at = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
    text.focus();
    text.setSelectionRange(at, at);
    text.scrollTop = Math.max(0, (line - 5) * (text.scrollHeight / Math.max(1, lines.length)));
  };
  const show = (problems) => {
    found.replaceChildren();
    const head = document.createElement("p");
    head.className = "small";
    head.textContent = problems.length === 0 ? "No mistakes in this file." : `${problems.length} to mend:`;
    found.append(head);
    const list = document.createElement("ul");
    list.className = "problems";
    for (const problem of problems) {
      const entry = document.createElement("li");
      const place = document.createElement("button");
      place.type = "button";
      place.className = "plain mono";
      place.textContent = `line ${problem.line}, column ${problem.column}`;
      place.addEventListener("click", () => go(Number(problem.line), Number(problem.column)));
      entry.append(place, " " + problem.sentence);
      list.append(entry);
    }
    found.append(list);
    text.setAttribute("aria-invalid", problems.length === 0 ? "false" : "true");
  };
  const check = async () => {
    const mine = ++asked;
    const body = new URLSearchParams({ guard: form.elements.guard.value, file: form.dataset.file, text: text.value });
    const answer = await fetch(form.dataset.check, { method: "POST", body, credentials: "same-origin" });
    if (mine !== asked) {
      return;
    }
    if (answer.ok) {
      show(await answer.json());
    } else {
      const words = document.createElement("p");
      words.textContent = "The text could not be checked just now. Keep it in the draft; it is checked then.";
      found.replaceChildren(words);
    }
  };
  text.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(check, 300);
  });
  window.addEventListener("beforeunload", (event) => {
    if (text.value !== kept && !form.dataset.sent) {
      event.preventDefault();
    }
  });
  form.addEventListener("submit", () => {
    form.dataset.sent = "yes";
  });
}
