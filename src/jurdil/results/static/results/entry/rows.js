// Where the rows of the paper lie on its photo: marks set once per form, kept in this browser.
// A mark is {page, at, y, x}: row `at` (thousandths of the paper) lies at y of the photo's height,
// looked at from x of its width. Two marks of a page say where all of its rows are.

export class Rows {
  constructor(key) {
    this.key = `jurdil-foto:${key}`;
    try {
      this.kept = JSON.parse(localStorage.getItem(this.key)) || {};
    } catch {
      this.kept = {};
    }
    this.kept.marks ||= [];
  }

  of(page) {
    return this.kept.marks.filter((mark) => mark.page === page).sort((a, b) => a.at - b.at);
  }

  // A third mark of a page takes the place of the nearer one. Returns how many the page has.
  mark(mark) {
    const own = this.of(mark.page).filter((one) => one.at !== mark.at);
    own.sort((a, b) => Math.abs(b.at - mark.at) - Math.abs(a.at - mark.at));
    const others = this.kept.marks.filter((one) => one.page !== mark.page);
    const stay = [...own.slice(0, 1), mark];
    this.keep({ marks: [...others, ...stay] });
    return stay.length;
  }

  keep(values) {
    Object.assign(this.kept, values);
    try {
      localStorage.setItem(this.key, JSON.stringify(this.kept));
    } catch {
      // A full or closed store only means that the next form begins without marks.
    }
  }

  // {page, y, x} of a row on the page between whose marks it lies, else on page `guess` if that
  // has its two marks; null where nothing is known.
  find(at, guess) {
    const ready = [...new Set(this.kept.marks.map((mark) => mark.page))]
      .map((page) => this.of(page))
      .filter((two) => two.length === 2);
    const inside = ready.find(([first, last]) => first.at <= at && at <= last.at);
    const two = inside || ready.find(([first]) => first.page === guess);
    if (!two) return null;
    const [first, last] = two;
    const way = (at - first.at) / (last.at - first.at);
    const y = first.y + way * (last.y - first.y);
    return { page: first.page, y: Math.min(Math.max(y, 0), 1), x: last.x };
  }
}
