// Follows running sends. One send tells of itself each second; where that cannot be had, and for a list of sends, the
// page is fetched again and its live part put in place of the old one.
const pause = 2000;
const figures = new Intl.NumberFormat(document.documentElement.lang, { useGrouping: false, maximumFractionDigits: 1 });

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
      if ("stream" in fresh.dataset) {
        listen();
        return;
      }
    }
  } catch {
    // The server is away for a moment; the next round asks again.
  }
  setTimeout(follow, pause);
}

function listen() {
  const live = document.getElementById("live");
  const stream = new EventSource(live.dataset.stream);
  stream.onmessage = event => {
    const step = JSON.parse(event.data);
    show(live, step);
    if (step.state !== live.dataset.state) {
      stream.close();
      follow();
    }
  };
  stream.onerror = () => {
    stream.close();
    setTimeout(follow, pause);
  };
}

function show(live, step) {
  const bar = live.querySelector("progress");
  bar.max = Math.max(1, step.planned);
  bar.value = step.settled;
  live.querySelectorAll("[data-count]").forEach(place => {
    const value = step[place.dataset.count];
    const text = typeof value === "number" ? figures.format(value) : value;
    // Only what has changed is read out.
    if (place.textContent !== text) {
      place.textContent = text;
    }
  });
}

const live = document.getElementById("live");
if (live && "stream" in live.dataset && "EventSource" in window) {
  listen();
} else {
  setTimeout(follow, pause);
}
