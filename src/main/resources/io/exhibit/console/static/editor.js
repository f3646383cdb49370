// Helps while a text of the book is typed: what is wrong is underlined and listed, by the same check as the command; what can stand there is offered; the test that is being
// changed is said in words and tried without leaving. Without it the text is checked when it is kept, and the buttons lead to the same page.
"use strict";
for (const form of document.querySelectorAll("form.editor")) {
  const text = form.elements.text;
  const found = document.getElementById("found");
  const marks = form.querySelector(".marks");
  const kept = text.value;
  let waiting = 0;
  let asked = 0;
  for (const hint of form.querySelectorAll(".scripted")) {
    hint.hidden = false;
  }

  const place = (line, column) =>
    text.value.split("\n").slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
  const go = (line, column) => {
    const lines = text.value.split("\n").length;
    const at = place(line, column);
    text.focus();
    text.setSelectionRange(at, at);
    text.scrollTop = Math.max(0, (line - 5) * (text.scrollHeight / Math.max(1, lines)));
  };

  // The same letters lie behind the text, unseen, with a line below those that are wrong.
  const follow = () => {
    marks.scrollTop = text.scrollTop;
    marks.scrollLeft = text.scrollLeft;
  };
  const underline = (problems) => {
    const ranges = problems
      .map((problem) => {
        const from = place(Number(problem.line), Number(problem.column));
        const word = /^\S*[^\s,}\]]/.exec(text.value.slice(from, from + 200));
        return [from, from + (word ? word[0].length : 1)];
      })
      .sort((one, other) => one[0] - other[0]);
    marks.replaceChildren();
    let at = 0;
    for (const [from, to] of ranges) {
      if (from >= at && from < text.value.length) {
        const wrong = document.createElement("span");
        wrong.className = "wrong";
        wrong.textContent = text.value.slice(from, to);
        marks.append(text.value.slice(at, from), wrong);
        at = to;
      }
    }
    marks.append(text.value.slice(at) + "\n ");
    follow();
  };
  text.addEventListener("scroll", follow);

  const show = (problems) => {
    underline(problems);
    found.replaceChildren();
    const head = document.createElement("p");
    head.className = "small";
    head.textContent = problems.length === 0 ? "No mistakes in this file." : `${problems.length} to mend:`;
    found.append(head);
    const list = document.createElement("ul");
    list.className = "problems";
    for (const problem of problems) {
      const entry = document.createElement("li");
      const button = document.createElement("button");
      button.type = "button";
      button.className = "plain mono";
      button.textContent = `line ${problem.line}, column ${problem.column}`;
      button.addEventListener("click", () => go(Number(problem.line), Number(problem.column)));
      entry.append(button, " " + problem.sentence);
      list.append(entry);
    }
    found.append(list);
    text.setAttribute("aria-invalid", problems.length === 0 ? "false" : "true");
  };
  const send = (where, more) =>
    fetch(where, {
      method: "POST",
      credentials: "same-origin",
      body: new URLSearchParams({ "form.guard": form.elements["form.guard"].value, file: form.dataset.file, text: text.value, ...more }),
    });
  const check = async () => {
    const mine = ++asked;
    const answer = await send(form.dataset.check, {});
    const problems = answer.ok ? await answer.json() : null;
    if (mine !== asked) {
      return;
    }
    if (problems !== null) {
      show(problems);
    } else {
      const words = document.createElement("p");
      words.textContent = "The text could not be checked just now. Keep it in the draft; it is checked then.";
      found.replaceChildren(words);
    }
  };

  // What can stand where somebody types.
  const offers = document.getElementById("offers");
  const list = document.getElementById("words");
  const said = document.getElementById("offered");
  let from = 0;
  let active = -1;
  let offering = 0;
  let soon;
  text.setAttribute("aria-autocomplete", "list");
  text.setAttribute("aria-haspopup", "listbox");
  text.setAttribute("aria-controls", "words");
  // What was closed stays so: neither an answer on its way nor a question that waits opens it again.
  const close = () => {
    ++offering;
    clearTimeout(soon);
    active = -1;
    offers.hidden = true;
    text.removeAttribute("aria-activedescendant");
  };
  const choose = (index) => {
    const options = [...list.children];
    active = (index + options.length) % options.length;
    options.forEach((option, i) => option.setAttribute("aria-selected", String(i === active)));
    text.setAttribute("aria-activedescendant", options[active].id);
    options[active].scrollIntoView({ block: "nearest" });
  };
  const take = (index) => {
    const word = list.children[index].dataset.text;
    text.setRangeText(word, from, text.selectionStart, "end");
    close();
    text.focus();
    text.dispatchEvent(new Event("input"));
  };
  const offer = async (first) => {
    clearTimeout(soon);
    const mine = ++offering;
    const answer = await send(form.dataset.complete, { cursor: String(text.selectionStart) });
    const offered = answer.ok ? await answer.json() : null;
    if (mine !== offering || offered === null) {
      return;
    }
    const [head, ...words] = offered;
    from = Number(head.from);
    const typed = text.value.slice(from, text.selectionStart);
    if (words.length === 0 || (!first && words.length === 1 && words[0].text === typed)) {
      close();
      if (first) {
        offers.hidden = false;
        list.replaceChildren();
        said.textContent = "Nothing is known that could stand here.";
      }
      return;
    }
    list.replaceChildren(
      ...words.map((word, i) => {
        const option = document.createElement("li");
        option.id = `word-${i}`;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        option.dataset.text = word.text;
        const name = document.createElement("span");
        name.className = "mono";
        name.textContent = word.text;
        const kind = document.createElement("span");
        kind.className = "small";
        kind.textContent = word.kind;
        option.append(name, " ", kind);
        option.addEventListener("mousedown", (event) => {
          event.preventDefault();
          take(i);
        });
        return option;
      }),
    );
    active = -1;
    text.removeAttribute("aria-activedescendant");
    const more = Number(head.more) === 0 ? "" : `, and ${head.more} more: type on`;
    said.textContent = `${words.length} can stand here${more}.`;
    offers.hidden = false;
    if (first) {
      choose(0);
    }
  };
  text.addEventListener("keydown", (event) => {
    if (event.ctrlKey && event.code === "Space") {
      event.preventDefault();
      offer(true);
      return;
    }
    if (event.key === "Escape") {
      // Also of what is still being asked for.
      if (!offers.hidden) {
        event.preventDefault();
      }
      close();
      return;
    }
    if (offers.hidden || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    if (event.key === "ArrowDown" && list.children.length > 0) {
      event.preventDefault();
      choose(active + 1);
    } else if (event.key === "ArrowUp" && active >= 0) {
      event.preventDefault();
      choose(active - 1);
    } else if (event.key === "Enter" && active >= 0) {
      event.preventDefault();
      take(active);
    }
  });
  text.addEventListener("blur", close);

  // The entry in which somebody types is the one that is explained and tried.
  const about = () => {
    const lines = text.value.slice(0, text.selectionStart).split("\n");
    lines[lines.length - 1] = text.value.split("\n")[lines.length - 1];
    for (let i = lines.length - 1; i >= 0; i--) {
      const id = /^- (?:id|citation): *'?([^'#]+?)'? *(?:#.*)?$/.exec(lines[i]);
      if (id) {
        form.elements.about.value = id[1];
        return;
      }
      if (lines[i].startsWith("- ") && i < lines.length - 1) {
        return;
      }
    }
  };
  for (const event of ["keyup", "click"]) {
    text.addEventListener(event, about);
  }
  for (const button of form.querySelectorAll("button[data-into]")) {
    button.addEventListener("click", async (event) => {
      event.preventDefault();
      button.setAttribute("aria-busy", "true");
      const { about: id, source, where, expect } = form.elements;
      const answer = await send(button.getAttribute("formaction"), {
        about: id.value, source: source.value, where: where.value, expect: expect.value,
      });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const into = document.getElementById(button.dataset.into);
      const come = page.getElementById(button.dataset.into);
      into.replaceChildren();
      if (come) {
        into.append(...come.childNodes);
        for (const name of ["about", "source", "where", "expect"]) {
          const words = page.getElementById(`d-${name}`);
          if (words) {
            document.getElementById(`d-${name}`).replaceChildren(...words.childNodes);
          }
        }
      } else {
        const words = document.createElement("p");
        words.textContent = (page.querySelector("main p") || page.body).textContent;
        into.append(words);
      }
      button.removeAttribute("aria-busy");
    });
  }

  text.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(check, 300);
    clearTimeout(soon);
    soon = setTimeout(() => {
      if (document.activeElement === text && /[A-Za-z0-9_.]$/.test(text.value.slice(0, text.selectionStart).slice(-1))) {
        offer(false);
      } else {
        close();
      }
    }, 300);
  });
  window.addEventListener("beforeunload", (event) => {
    if (text.value !== kept && !form.dataset.sent) {
      event.preventDefault();
    }
  });
  form.addEventListener("submit", () => {
    form.dataset.sent = "yes";
  });
  check();
}
