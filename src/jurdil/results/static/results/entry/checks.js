// The rules of the form, evaluated on what is typed. The rules come from the server as data
// (`pages.entry_rules`); nothing here knows a rule. What counts is the server's own check.

function amount(term, figures) {
  if (typeof term === "number") return figures[term];
  if (term.n !== undefined) return term.n;
  const figure = figures[term.i];
  if (figure === null) return null;
  if (term.of === undefined) return term.x * figure;
  const product = figure * term.x;
  const rest = product % term.of;
  return rest ? (product - rest) / term.of + 1 : product / term.of;
}

// The sum of the terms, null as soon as one figure is absent.
export function total(terms, figures) {
  let sum = 0;
  for (const term of terms) {
    const part = amount(term, figures);
    if (part === null) return null;
    sum += part;
  }
  return sum;
}

const HOLDS = {
  "=": (left, right) => left === right,
  "<=": (left, right) => left <= right,
  ">=": (left, right) => left >= right,
};

// Every check as {key, rule, item, left, right, ok}; ok is null while a figure is absent.
export function evaluate(rules, figures) {
  return rules.flatMap((rule) => rule.items.map((item) => {
    const left = total(item.l, figures);
    const right = left === null ? null : total(item.r, figures);
    const ok = left === null || right === null ? null : HOLDS[rule.op](left, right);
    return { key: item.k, rule, item, left, right, ok };
  }));
}

// Positions of the figures that a check compares.
export function fieldsOf(item) {
  return [...item.l, ...item.r]
    .map((term) => (typeof term === "number" ? term : term.i))
    .filter((place) => place !== undefined);
}
