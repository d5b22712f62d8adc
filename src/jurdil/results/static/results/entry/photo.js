// The photo beside the fields: zoom Z, rotate R, pages [ and ]; it follows the focused row. K says
// that this row lies on the line across the photo; two rows of a page said so, it goes there exactly.

const viewer = document.querySelector("[data-photo]");
const { Rows } = viewer?.dataset.rows ? await import(viewer.dataset.rows) : {};

if (viewer) {
  const scroll = viewer.querySelector("[data-scroll]");
  const pages = [...viewer.querySelectorAll("[data-page]")];
  const place = viewer.querySelector("[data-place]");
  const told = viewer.querySelector("[data-told]");
  const rows = Rows ? new Rows(viewer.dataset.photo) : null;
  let page = 0;
  let zoom = rows?.kept.zoom ?? 0;
  let turn = rows?.kept.turn ?? 0;
  let row = null;
  let followed = 0;

  const show = () => {
    pages.forEach((one, index) => { one.hidden = index !== page; });
    scroll.dataset.zoom = zoom;
    scroll.dataset.turn = turn;
    if (place && pages.length) place.textContent = pages[page].dataset.page;
  };
  const say = (words) => { if (told) told.textContent = words; };
  // The rows of the paper run evenly over its pages until somebody marked where they are.
  const follow = (leap) => {
    if (!row) return;
    const at = Number(row.dataset.at);
    const way = (at / 1000) * pages.length;
    const known = rows?.find(at, Math.min(Math.floor(way), pages.length - 1));
    if (known && known.page < pages.length) {
      page = known.page;
      show();
      scroll.scrollTop = known.y * scroll.scrollHeight - scroll.clientHeight / 2;
      scroll.scrollLeft = known.x * scroll.scrollWidth;
      return;
    }
    if (leap) {
      page = Math.floor(way);
      show();
    }
    scroll.scrollTop = (way - Math.floor(way)) * (scroll.scrollHeight - scroll.clientHeight);
  };
  const mark = () => {
    if (!rows || !row) return;
    const y = (scroll.scrollTop + scroll.clientHeight / 2) / scroll.scrollHeight;
    const x = scroll.scrollLeft / scroll.scrollWidth;
    const many = rows.mark({ page, at: Number(row.dataset.at), y, x });
    say(many === 2 ? told.dataset.both : told.dataset.first);
  };
  const acts = {
    zoom: () => { zoom = (zoom + 1) % 3; },
    // Marks belong to a photo as it is turned.
    turn: () => { turn = (turn + 1) % 4; rows?.keep({ marks: [] }); },
    back: () => { page = Math.max(page - 1, 0); followed = -1; },
    next: () => { page = Math.min(page + 1, pages.length - 1); followed = -1; },
    mark,
  };
  const keys = { z: "zoom", r: "turn", "[": "back", "]": "next", k: "mark" };
  const run = (name) => {
    acts[name]();
    rows?.keep({ zoom, turn });
    show();
    if (name === "zoom" && followed === page) follow(false);
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
  const entered = (field) => {
    if (field?.dataset?.at === undefined || !pages.length) return;
    const leap = field.dataset.part !== row?.dataset.part;
    row = field;
    follow(leap);
    followed = page;
  };
  document.addEventListener("focusin", (event) => entered(event.target));
  // A page is as high as it is only once its picture is there; one turned by hand stays.
  pages.forEach((one, index) => one.addEventListener("load", () => {
    if (index === page && index === followed) follow(false);
  }));
  viewer.querySelectorAll("[data-act]").forEach((button) => {
    button.hidden = button.dataset.act === "mark" && !rows;
  });
  viewer.classList.toggle("lined", Boolean(rows));
  show();
  entered(document.activeElement);
}
