// The outbox: save first, then say so, then send; once for all tabs, in batches, until it is answered.

import { FieldError, all, fact, get, put, putWithFiles, remember, remove } from "./store.js";
import { deviceKey, seal, unseal } from "./lock.js";
import { dropFiles, readied, sendFile } from "./files.js";

const URL_SYNC = "/sync/";
const BATCH = 50;
const EVERY = 20000;
const SLOWEST = 15 * 60000;
const PATIENCE = 30000;
const KEEP_ANSWERS = 7 * 24 * 3600000;
const listeners = new Set();
const tabs = new BroadcastChannel("jurdil-lapangan");
let status = { pending: 0, files: 0, state: "diam", message: "" };
let failures = 0;
let timer = 0;
let release = "1";

async function tell(changes = {}) {
  const events = await all("events");
  const pending = events.filter((event) => !event.outcome).length;
  status = { ...status, ...changes, pending, files: events.flatMap(filesLeft).length };
  for (const listener of listeners) listener(status);
}

const filesLeft = (event) => (event.files || []).filter((file) => !file.done);

export function onStatus(listener) {
  listeners.add(listener);
  listener(status);
  return () => listeners.delete(listener);
}

// `files` are {blob, name}; they follow their event, one by one.
export async function capture(kind, subject, base, values, files = []) {
  const account = await fact("account");
  if (!account) throw new FieldError("tanpa-akun");
  const id = crypto.randomUUID();
  const ready = await readied(id, files);
  await putWithFiles({
    id, kind, subject, base, account: account.id, app: release,
    captured_at: new Date().toISOString(),
    device: await device(),
    sealed: await seal(await deviceKey(), values, id),
    files: ready.map((one) => one.facts),
    outcome: null, message: "",
  }, ready.map((one) => one.sealed));
  await tell({ state: "tersimpan", message: "" });
  tabs.postMessage("berubah");
  send();
  return id;
}

async function device() {
  const known = await fact("device");
  if (known) return known;
  const made = crypto.randomUUID();
  await remember("device", made);
  return made;
}

export async function recorded() {
  const key = await deviceKey();
  const events = (await all("events")).sort((a, b) => b.captured_at.localeCompare(a.captured_at));
  return Promise.all(events.map(async ({ sealed, ...event }) => ({
    ...event, values: sealed ? await unseal(key, sealed, event.id) : null,
  })));
}

export const unsent = async () => (await recorded()).filter((event) => !event.outcome);

export const wire = ({ id, kind, subject, base, values, captured_at, device: phone, app, files = [] }) => ({
  id, kind, subject, base, values, captured_at, device: phone, app,
  files: files.map(({ name, size, sha256 }) => ({ name, size, sha256 })),
});

async function ask(url, options = {}) {
  const stop = new AbortController();
  const watch = setTimeout(() => stop.abort(), PATIENCE);
  try {
    const answer = await fetch(url, { ...options, credentials: "same-origin", cache: "no-store", signal: stop.signal });
    const isJson = answer.headers.get("Content-Type")?.startsWith("application/json");
    return { status: answer.status, body: isJson ? await answer.json() : {} };
  } finally {
    clearTimeout(watch);
  }
}

// Who is signed in here. Throws FieldError with a sentence; a network failure throws TypeError.
export async function session() {
  const { status: code, body } = await ask(URL_SYNC);
  if (code !== 200) throw new FieldError(body.code || "server", body.message);
  const known = await fact("account");
  if (!known) await remember("account", { id: body.account, name: body.name });
  else if (known.id !== body.account) throw new FieldError("akun-lain");
  return body;
}

async function sendAll() {
  const here = await session();
  const put_off = new Set();
  let notice = "";
  for (;;) {
    const waiting = (await unsent()).filter((event) => !put_off.has(event.id)).reverse().slice(0, BATCH);
    if (!waiting.length) {
      const all_files = await sendFiles(here);
      // What was recorded while photos were on their way does not wait for the next turn.
      if ((await unsent()).some((event) => !put_off.has(event.id))) continue;
      return { notice, complete: !put_off.size && all_files };
    }
    const { status: code, body } = await ask(URL_SYNC, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRFToken": here.token },
      body: JSON.stringify({ sent_at: new Date().toISOString(), account: here.account, events: waiting.map(wire) }),
    });
    if (code !== 200) throw new FieldError(body.code || "server", body.message);
    notice = (await keep(waiting, body.answers, put_off)) || notice;
    await tell({ state: "mengirim" });
    tabs.postMessage("berubah");
  }
}

// Files go after their events, the oldest first. Returns whether all of them arrived.
async function sendFiles(here) {
  const events = (await all("events")).filter((event) => event.outcome && filesLeft(event).length);
  for (const event of events.sort((a, b) => a.captured_at.localeCompare(b.captured_at))) {
    for (const [n, file] of event.files.entries()) {
      if (file.done) continue;
      const end = await sendFile(here, event, n, ask);
      if (!end) return false;
      Object.assign(file, end);
      await put("events", event);
      if (event.outcome !== "refused") await dropFiles(`${event.id}/${n}`);
      await tell({ state: "mengirim" });
    }
  }
  return true;
}

// An answered event gives up its values, unless it was refused and is to be put right; one to be tried
// again, or not answered, stays whole.
async function keep(waiting, answers, put_off) {
  const byId = new Map(answers.map((answer) => [answer.id, answer]));
  let notice = "";
  for (const event of waiting) {
    const answer = byId.get(event.id);
    if (!answer || answer.outcome === "retry" || answer.outcome === "reload") {
      put_off.add(event.id);
      notice = answer?.message || notice;
      continue;
    }
    const { values, ...rest } = event;
    const { sealed } = answer.outcome === "refused" ? await get("events", event.id) : {};
    await put("events", {
      ...rest, ...(sealed && { sealed }), outcome: answer.outcome, message: answer.message, revision: answer.revision,
      answered_at: new Date().toISOString(),
    });
  }
  return notice;
}

// One tab at a time; the others see what it does through the channel.
export function send() {
  return navigator.locks.request("jurdil-kirim", { ifAvailable: true }, async (lock) => {
    if (!lock || !(await all("events")).some((event) => !event.outcome || filesLeft(event).length)) return tell();
    await tell({ state: "mengirim", message: "" });
    try {
      const { notice, complete } = await sendAll();
      failures = complete ? 0 : failures + 1;
      await tell({ state: complete ? "terkirim" : "tertunda", message: notice });
    } catch (error) {
      failures += 1;
      const offline = error instanceof TypeError || error.name === "AbortError";
      const state = offline ? "luring" : error.code || "server";
      await tell({ state, message: error.code && error.message !== error.code ? error.message : "" });
    }
    tabs.postMessage("berubah");
  });
}

function later() {
  clearTimeout(timer);
  const pause = Math.min(EVERY * 2 ** failures, SLOWEST);
  timer = setTimeout(() => send().finally(later), pause * (0.8 + 0.4 * Math.random()));
}

async function clean() {
  const oldest = new Date(Date.now() - KEEP_ANSWERS).toISOString();
  for (const event of await all("events")) {
    if (!event.outcome || event.answered_at >= oldest || filesLeft(event).length) continue;
    for (const n of (event.files || []).keys()) await dropFiles(`${event.id}/${n}`);
    await remove("events", event.id);
  }
}

export async function begin(app) {
  release = app;
  tabs.onmessage = () => tell();
  const now = () => { failures = 0; send().finally(later); };
  addEventListener("online", now);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) now(); });
  navigator.serviceWorker?.addEventListener("message", (event) => { if (event.data === "kirim") now(); });
  await clean();
  await tell();
  now();
}
