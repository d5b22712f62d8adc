/* The wall follows the desk: it asks for a short mark and draws again when the mark is another. */
const { mark, poll, url } = document.body.dataset;

async function look() {
  try {
    const answer = await fetch(url, { cache: "no-store" });
    if (answer.ok && (await answer.text()) !== mark) location.reload();
  } catch {
    /* The network comes back; the next look tells. */
  }
}

setInterval(look, Number(poll) * 1000);
