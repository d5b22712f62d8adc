// Comfort only: everything opens and closes without this file, too.
// Menus and explanations close on Escape and on a click elsewhere, and one opens at a time.
const OPEN = "details.menu[open], details.figur[open]";

function closeOthers(keep) {
  for (const item of document.querySelectorAll(OPEN)) {
    if (item !== keep && !item.contains(keep)) item.open = false;
  }
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
  if (event.target.open && event.target.matches(OPEN)) closeOthers(event.target);
}, true);

// A page that comes back with errors puts the reader on their summary.
document.querySelector("#galat")?.focus();
