// What this phone keeps, in one IndexedDB: events and their files, take-along lists, a few facts.
// `strict` durability: a promise resolves when the bytes are on the disk, not when they are promised.

const NAME = "jurdil-lapangan";
let opening;

export class FieldError extends Error {
  constructor(code, message) {
    super(message || code);
    this.code = code;
  }
}

function open() {
  opening ||= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 2);
    request.onupgradeneeded = ({ oldVersion }) => {
      if (oldVersion < 1) {
        request.result.createObjectStore("events", { keyPath: "id" });
        request.result.createObjectStore("packages", { keyPath: "code" });
        request.result.createObjectStore("facts");
      }
      request.result.createObjectStore("files");
    };
    request.onsuccess = () => {
      // A tab with newer pages must not wait for this one.
      request.result.onversionchange = () => { request.result.close(); opening = undefined; };
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
  });
  return opening;
}

// Runs `work` on the stores named; resolves with its request's result once the transaction is done.
async function run(names, mode, work) {
  const base = await open();
  return new Promise((resolve, reject) => {
    const transaction = base.transaction(names, mode, { durability: "strict" });
    const fail = (error) => reject(error?.name === "QuotaExceededError" ? new FieldError("penuh") : error);
    transaction.onabort = () => fail(transaction.error);
    try {
      const request = work(transaction);
      transaction.oncomplete = () => resolve(request?.result);
    } catch (error) {
      fail(error);
    }
  });
}

export const all = (name) => run([name], "readonly", (t) => t.objectStore(name).getAll());
export const get = (name, key) => run([name], "readonly", (t) => t.objectStore(name).get(key));
export const remove = (name, key) => run([name], "readwrite", (t) => t.objectStore(name).delete(key));
export const empty = (name) => run([name], "readwrite", (t) => t.objectStore(name).clear());
export const fact = (key) => get("facts", key);
export const remember = (key, value) => run(["facts"], "readwrite", (t) => t.objectStore("facts").put(value, key));

export const put = (name, ...values) =>
  run([name], "readwrite", (t) => values.map((value) => t.objectStore(name).put(value)).at(-1));

export const fileAt = (key) => get("files", key);
export const keepFile = (key, sealed) => run(["files"], "readwrite", (t) => t.objectStore("files").put(sealed, key));

// An event and its files are kept together or not at all.
export const putWithFiles = (event, files) =>
  run(["events", "files"], "readwrite", (t) => {
    files.forEach((sealed, n) => t.objectStore("files").put(sealed, `${event.id}/${n}`));
    return t.objectStore("events").put(event);
  });

// Changes a fact inside one transaction, so that two tabs cannot both start from the old value.
export const change = (key, how) =>
  run(["facts"], "readwrite", (t) => {
    const store = t.objectStore("facts");
    const request = store.get(key);
    request.onsuccess = () => store.put(how(request.result), key);
  });
