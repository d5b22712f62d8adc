// Comfort only: everything opens and closes without this file, too.
// Menus and explanations close on Escape and on a click elsewhere, and one opens at a time.
const OPEN = "details.menu[open], details.figur[open]";

function closeOthers(keep) {
  for (const item of document.querySelectorAll(OPEN)) {
    if (item !== keep && !item.contains(keep)) item.open = false;
  }
}

// An explanation lies at the foot of a phone's window: its figure must not lie beneath it.
function keepInSight(figure) {
  const panel = figure.querySelector(".why");
  if (!panel) return;
  const below = figure.querySelector("summary").getBoundingClientRect().bottom - panel.getBoundingClientRect().top;
  if (below > 0) window.scrollBy(0, below + 16);
}

document.addEventListener("click", (event) => {
  closeOthers(event.target.closest(OPEN));
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const item = event.target.closest(OPEN) || document.querySelector(OPEN);
  if (!item) return;
  item.open = false;
  item.querySelector("summary").focus();
});

document.addEventListener("toggle", (event) => {
  if (!event.target.open || !event.target.matches(OPEN)) return;
  closeOthers(event.target);
  keepInSight(event.target);
}, true);

// A page that comes back with errors puts the reader on their summary.
document.querySelector("#galat")?.focus();
