// The photo beside the fields: zoom Z, rotate R, pages [ and ]; it follows the focused row.

const viewer = document.querySelector("[data-photo]");

if (viewer) {
  const scroll = viewer.querySelector("[data-scroll]");
  const pages = [...viewer.querySelectorAll("[data-page]")];
  const place = viewer.querySelector("[data-place]");
  let page = 0;
  let zoom = 0;
  let turn = 0;

  const show = () => {
    pages.forEach((one, index) => { one.hidden = index !== page; });
    scroll.dataset.zoom = zoom;
    scroll.dataset.turn = turn;
    if (place && pages.length) place.textContent = pages[page].dataset.page;
  };
  const acts = {
    zoom: () => { zoom = (zoom + 1) % 3; },
    turn: () => { turn = (turn + 1) % 4; },
    back: () => { page = Math.max(page - 1, 0); },
    next: () => { page = Math.min(page + 1, pages.length - 1); },
  };
  const keys = { z: "zoom", r: "turn", "[": "back", "]": "next" };
  const run = (name) => {
    acts[name]();
    show();
  };

  viewer.addEventListener("click", (event) => {
    const button = event.target.closest("[data-act]");
    if (button) run(button.dataset.act);
  });
  document.addEventListener("keydown", (event) => {
    const name = keys[event.key.toLowerCase()];
    if (!name || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target.matches("textarea, select, input:not([data-at])")) return;
    event.preventDefault();
    run(name);
  });
  // The rows of the paper run evenly over its pages; a page turned by hand stays until the next part.
  let part = "";
  document.addEventListener("focusin", (event) => {
    const { at, part: now } = event.target.dataset;
    if (at === undefined || !pages.length) return;
    const way = (Number(at) / 1000) * pages.length;
    if (now !== part) {
      part = now;
      page = Math.floor(way);
      show();
    }
    scroll.scrollTop = (way - Math.floor(way)) * (scroll.scrollHeight - scroll.clientHeight);
  });
  viewer.querySelectorAll("[data-act]").forEach((button) => { button.hidden = false; });
  show();
}
