// What is typed survives: on the server at most once a second, in this browser at once.
// The copy in the browser outlives a power cut; it goes away when the server has everything.

const EVERY = 1000;
const AGAIN = 5000;

export class Draft {
  // `read` gives what is typed as {field: text}; `say(state, moment)` shows how it stands.
  constructor({ url, key, token, read, say }) {
    Object.assign(this, { url, key, token, read, say });
    this.dirty = false;
    this.sending = null;
    this.last = 0;
    this.timer = 0;
  }

  // The copy of this browser, or null.
  stored() {
    try {
      return JSON.parse(localStorage.getItem(this.key));
    } catch {
      return null;
    }
  }

  forget() {
    try {
      localStorage.removeItem(this.key);
    } catch { /* A browser without storage keeps no copy. */ }
  }

  // Something was typed.
  touch() {
    this.dirty = true;
    try {
      localStorage.setItem(this.key, JSON.stringify({ at: Date.now(), typed: this.read() }));
    } catch { /* The server's draft still holds. */ }
  }

  // Send soon: a second after the last time.
  soon(wait = EVERY - (Date.now() - this.last)) {
    if (!this.dirty || this.timer) return;
    this.timer = setTimeout(() => {
      this.timer = 0;
      this.save();
    }, Math.max(wait, 0));
  }

  // Send now; true when the server has everything typed so far.
  async save() {
    if (this.sending) await this.sending;
    if (!this.dirty) return true;
    this.sending = this.send();
    const done = await this.sending;
    this.sending = null;
    if (done && this.dirty) this.soon();
    if (!done) this.soon(AGAIN);
    return done;
  }

  async send() {
    this.last = Date.now();
    this.dirty = false;
    const copy = JSON.stringify(this.stored());
    try {
      const answer = await fetch(this.url, {
        method: "POST",
        headers: { "X-CSRFToken": this.token, "X-Requested-With": "fetch" },
        body: new URLSearchParams(this.read()),
        redirect: "manual",
        keepalive: true,
      });
      if (!answer.ok) {
        this.dirty = true;
        const refused = answer.status === 409 ? (await answer.json()).refused : "";
        const out = answer.type === "opaqueredirect" ? "out" : answer.status === 403 ? "stale" : "unsaved";
        this.say(refused ? "refused" : out, refused);
        return false;
      }
      const { saved, until } = await answer.json();
      if (!this.dirty && JSON.stringify(this.stored()) === copy) this.forget();
      this.say("saved", saved, until);
      return true;
    } catch {
      this.dirty = true;
      this.say("unsaved", "");
      return false;
    }
  }
}
