// The bar of every field page and the lists of /lapangan/. Texts come from the page, in its language.

import { changePerson, heldPackages, kept, lastOffered, latest, offered, onStatus, recorded, sendNow, start, takePackage, words } from "./field.js";
import { download } from "./handover.js";

const $ = (id) => document.getElementById(id);

function element(name, text, attributes = {}) {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

const moment = (iso) => new Date(iso).toLocaleString(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });

function say(text, level = "info") {
  const box = $("kabar");
  box.hidden = !text;
  box.className = `alert ${level}`;
  box.textContent = text;
}

const explain = (error) => say(words[error.code] || error.message || words.server, "warn");

function paintBar({ pending, files, state, message }) {
  const photos = files ? `, ${(files === 1 ? words.oneFile : words.files).replace("{n}", files)}` : "";
  $("hitung").textContent = (pending === 1 ? words.onePending : words.pending).replace("{n}", pending) + photos;
  $("hitung").dataset.n = pending;
  $("hitung").dataset.files = files;
  $("keadaan").textContent = message || (words[state] ?? words.server);
  $("kirim").hidden = pending + files === 0;
  $("masuk").hidden = state !== "masuk";
  $("segarkan").hidden = !["tertunda", "versi"].includes(state);
}

function line(event) {
  const item = element("li", "");
  const text = element("div", "");
  text.append(element("b", event.subject), element("small", `${event.kind} · ${moment(event.captured_at)}`));
  if (event.message) text.append(element("small", event.message));
  for (const file of event.files || []) if (file.message) text.append(element("small", `${file.name}: ${file.message}`));
  item.append(text, element("span", words[`o_${event.outcome || "unsent"}`], { class: "tag none" }));
  return item;
}

const paintEvents = latest(recorded, (events) => {
  const waiting = events.filter((event) => !event.outcome);
  const answered = events.filter((event) => event.outcome);
  $("belum").replaceChildren(...waiting.map(line));
  $("belum-kosong").hidden = waiting.length > 0;
  $("serahkan").hidden = waiting.length === 0;
  $("jawaban").replaceChildren(...answered.slice(0, 100).map(line));
  $("jawaban-kosong").hidden = answered.length > 0;
});

function card(offer, held) {
  const item = element("li", "");
  const text = element("div", "");
  text.append(element("b", offer.title));
  text.append(element("small", held ? words.taken.replace("{t}", moment(held.takenAt)) : words.notTaken));
  if (held?.expires) text.append(element("small", words.expires.replace("{t}", moment(held.expires))));
  const take = element("button", held ? words.renew : words.take, { class: "btn sec small", type: "button" });
  take.onclick = async () => {
    take.disabled = true;
    try {
      await takePackage(offer.code);
      say(words.takenNow, "ok");
    } catch (error) {
      error instanceof TypeError ? say(words.luring, "warn") : explain(error);
    }
    await paintPackages(await lastOffered());
  };
  item.append(text, take);
  if (held && offer.page) item.append(element("a", words.open, { class: "btn small", href: offer.page }));
  return item;
}

async function paintPackages(offers) {
  const held = new Map((await heldPackages()).map((one) => [one.code, one]));
  const shown = [...offers, ...[...held.values()].filter((one) => !offers.some((offer) => offer.code === one.code))];
  $("paket").replaceChildren(...shown.map((offer) => card(offer, held.get(offer.code))));
  $("paket-kosong").hidden = shown.length > 0;
}

async function home() {
  onStatus(paintEvents);
  await paintPackages(await lastOffered());
  offered().then(paintPackages, (error) => { if (!(error instanceof TypeError)) explain(error); });
  $("serahkan").onsubmit = async (event) => {
    event.preventDefault();
    const password = event.target.elements.password.value;
    if (password.length < 8) { say(words.shortPassword, "warn"); return; }
    await download(password);
    event.target.reset();
    say(words.fileMade, "ok");
  };
  $("ganti").onclick = () => changePerson().then(() => location.reload(), explain);
  if (!(await kept())) $("tidak-dijamin").hidden = false;
}

async function main() {
  if (!window.isSecureContext || !navigator.locks || !window.indexedDB) { say(words.unable, "bad"); return; }
  $("bilah").hidden = false;
  $("kirim").onclick = () => sendNow();
  $("segarkan").onclick = async () => {
    await (await navigator.serviceWorker?.getRegistration("/lapangan/"))?.update();
    location.reload();
  };
  onStatus(paintBar);
  if ($("paket")) await home();
  await start();
}

main().catch(explain);
