/* Keys of the desk: each presses a link or button that is on the page. */
const figures = [...document.querySelectorAll("a.angka")];
const corrected = document.querySelector("#angka-baru");

function typing(target) {
  return target.closest("input, select, textarea, [contenteditable]") !== null;
}

function walk(step) {
  const at = figures.indexOf(document.activeElement);
  const next = figures[at < 0 ? 0 : Math.min(Math.max(at + step, 0), figures.length - 1)];
  next?.focus();
}

function turn(step) {
  const form = document.querySelector("#layar-maju");
  if (!form) return;
  const area = form.elements.area;
  area.value = Math.max(0, Number(area.value) + step);
  form.submit();
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const { key, target } = event;
  if (key === "Escape") return press(event, '[data-key="Escape"]');
  if (typing(target)) return;
  if (key === "ArrowDown" || key === "ArrowUp") {
    event.preventDefault();
    return walk(key === "ArrowDown" ? 1 : -1);
  }
  if (key === "PageDown" || key === "PageUp") {
    event.preventDefault();
    return turn(key === "PageDown" ? 1 : -1);
  }
  if (key === "b" || key === "B") {
    if (figures.includes(target)) {
      event.preventDefault();
      target.click();
    }
    return;
  }
  // While a figure is corrected a digit is its own, wherever the focus stands, and never a shortcut.
  if (corrected && /^\d$/.test(key)) return corrected.focus();
  // Enter on a link or button is that link's own.
  if (key === "Enter" && target.closest("a, button, summary")) return;
  press(event, `[data-key="${CSS.escape(key.length === 1 ? key.toLowerCase() : key)}"]`);
});

function press(event, selector) {
  const found = document.querySelector(selector);
  if (!found) return;
  event.preventDefault();
  found.click();
}
