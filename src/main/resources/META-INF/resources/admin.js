// Follows a running send: fetches the page again and puts its live part in place of the old one.
const pause = 2000;

async function follow() {
  try {
    const answer = await fetch(location.href, { credentials: "same-origin" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = answer.ok && page.getElementById("live");
    if (!fresh) {
      location.reload();
      return;
    }
    const live = document.getElementById("live");
    // Somebody who has a link in it under the keyboard keeps it.
    if (!live.contains(document.activeElement)) {
      live.replaceWith(document.adoptNode(fresh));
      if (!("running" in fresh.dataset)) {
        return;
      }
    }
  } catch {
    // The server is away for a moment; the next round asks again.
  }
  setTimeout(follow, pause);
}

setTimeout(follow, pause);
