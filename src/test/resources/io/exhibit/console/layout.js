// What a person would see at a glance and no rule of WCAG names: text over text, text that is cut, a page wider than its window.
function within(a, b) {
  const left = Math.max(a.left, b.left), right = Math.min(a.right, b.right);
  const top = Math.max(a.top, b.top), bottom = Math.min(a.bottom, b.bottom);
  return right - left > 1 && bottom - top > 1 ? { left, right, top, bottom } : null;
}
function named(node) {
  const element = node.nodeType === 3 ? node.parentElement : node;
  const words = (node.textContent || element.value || "").trim().replace(/\s+/g, " ").slice(0, 50);
  return element.tagName.toLowerCase() + (element.getAttribute("class") ? "." + element.getAttribute("class") : "") + " '" + words + "'";
}
function only(element) { // for a screen reader, or to hold lines below the letters of a field that lies over it
  return element.closest(".hidden, .skip, .marks") !== null;
}
function clips(style) {
  return style.overflowX !== "visible" || style.overflowY !== "visible";
}
function misfits() {
  const wrong = [], pieces = [], width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width) wrong.push(`the page is ${document.documentElement.scrollWidth} wide of ${width}`);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const parent = text.parentElement;
    if (!text.data.trim() || !parent.checkVisibility() || only(parent) || parent.closest("option")) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const rect of range.getClientRects()) {
      if (rect.width < 1) continue;
      let seen = rect, moves = false, held = false;
      for (let box = parent; box && box !== document.body; box = box.parentElement) {
        const style = getComputedStyle(box);
        held = held || style.position === "sticky" && !box.matches(".side"); // a list passes beneath it
        if (style.display === "inline" || !clips(style)) continue;
        const scrolls = style.overflowX === "auto" || style.overflowX === "scroll";
        if (!scrolls && (rect.right > box.getBoundingClientRect().right + 1 || style.textOverflow === "ellipsis" && box.scrollWidth > box.clientWidth)) {
          wrong.push(named(text) + " is cut");
        }
        moves = moves || scrolls;
        seen = seen && within(seen, box.getBoundingClientRect());
      }
      if (!moves && (rect.right > width + 1 || rect.left < -1)) wrong.push(`${named(text)} ends at ${Math.round(rect.right)} of ${width}`);
      // Lines stand closer than their letters are high; the middle of them must be free.
      const lean = seen && (seen.bottom - seen.top) / 4;
      if (seen) pieces.push({ text, held, left: seen.left + 1, right: seen.right - 1, top: seen.top + lean, bottom: seen.bottom - lean });
    }
  }
  pieces.sort((a, b) => a.top - b.top);
  for (let i = 0; i < pieces.length; i++) {
    for (let j = i + 1; j < pieces.length && pieces[j].top < pieces[i].bottom; j++) {
      if (pieces[i].text !== pieces[j].text && pieces[i].held === pieces[j].held && within(pieces[i], pieces[j])) wrong.push(`${named(pieces[i].text)} lies over ${named(pieces[j].text)}`);
    }
  }
  for (const drawing of document.querySelectorAll("svg")) {
    if (drawing.getBoundingClientRect().height > 450) wrong.push(`${named(drawing)} is higher than half a screen`);
  }
  for (const field of document.querySelectorAll("select, button, input:not([type=hidden])")) {
    if (!field.checkVisibility() || matchMedia("print").matches) continue;
    const style = getComputedStyle(field), box = field.getBoundingClientRect();
    const words = field.tagName === "SELECT" ? field.selectedOptions[0].label : field.tagName === "BUTTON" ? "" : field.value || field.placeholder;
    const pen = document.createElement("canvas").getContext("2d");
    pen.font = style.font;
    const room = field.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    if (pen.measureText(words).width > room + 1) wrong.push(`${named(field)} cuts '${words}'`);
    if (box.height < 24 || box.width < 24) wrong.push(`${named(field)} is smaller than 24 pixels`);
  }
  return [...new Set(wrong)];
}
// The first and the last element of each look that words have here: colours are good or bad for all that look the same.
function looks() {
  const first = new Map(), last = new Map();
  for (const element of document.body.querySelectorAll("*")) {
    const worded = element.matches("input, select, textarea") || [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!worded || !element.checkVisibility() || only(element)) continue;
    const style = getComputedStyle(element), look = [element.tagName, style.color, style.fontSize, style.fontWeight, style.textDecorationLine, getComputedStyle(element.parentElement).color];
    for (let box = element; box; box = box.parentElement) {
      const { backgroundColor, backgroundImage, opacity } = getComputedStyle(box);
      if (backgroundColor !== "rgba(0, 0, 0, 0)" || backgroundImage !== "none" || opacity !== "1") look.push(backgroundColor, backgroundImage, opacity);
    }
    const key = look.join();
    if (!first.has(key)) first.set(key, element);
    last.set(key, element);
  }
  return [...new Set([...first.values(), ...last.values()])];
}
// Where Tab stopped: what is wrong with it when it has no outline or lies outside the window, and whether it is the one looked for.
function stop(wanted) {
  const at = document.activeElement, style = getComputedStyle(at), box = at.getBoundingClientRect();
  const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
  const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  return [at === document.body || (outlined && inside) ? null : named(at), at.matches(wanted)];
}
// So many strokes of Tab lie before the last one to a thing, at least: a field of a date has more stops than one.
function strokesTo(wanted) {
  const stops = [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']")].filter((stop) => !stop.disabled && stop.checkVisibility({ visibilityProperty: true }));
  const at = document.activeElement;
  const ahead = at === document.body ? stops : stops.filter((stop) => at.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING);
  return Math.max(0, ahead.findIndex((stop) => stop.matches(wanted)));
}
