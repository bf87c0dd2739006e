// A live page: the newest state of each region, clocks that tick here, and a mark when the line is lost.
(() => {
  const root = document.querySelector("[data-stream]");
  if (!root) return;
  const QUIET = 40000;
  const FRAME = 250;
  let ahead = Number(root.dataset.now) - Date.now();
  let seen = root.dataset.key;
  let stream = root.dataset.stream;
  let source, watchdog, again;
  let failures = 0;

  const say = (seconds) => `${Math.floor(Math.abs(seconds) / 60)}:${String(Math.abs(seconds) % 60).padStart(2, "0")}`;
  const words = (left, of) => (left < 0 ? "Quá giờ" : left <= 30 ? `Còn ${left} giây` : `còn lại của ${of}`);
  const write = (place, text) => {
    if (place.textContent === text) return;
    place.replaceChildren(...[...text].map((letter) => {
      const box = document.createElement("span");
      box.textContent = letter;
      box.className = letter === ":" ? "colon" : "";
      return box;
    }));
  };
  const tick = () => {
    for (const clock of document.querySelectorAll("[data-clock]")) {
      const { limit, spent, since, of } = clock.dataset;
      const running = Number(since) ? Math.max(0, Math.floor((Date.now() + ahead - since) / 1000)) : 0;
      const left = limit - spent - running;
      write(clock.querySelector("[data-figures]"), say(left));
      const said = clock.querySelector("[data-clock-words]");
      if (said.textContent !== words(left, of)) said.textContent = words(left, of);
      clock.classList.toggle("hall-clock-over", left < 0);
      clock.classList.toggle("hall-clock-last", left >= 0 && left <= 30);
      const share = Math.max(0, Math.min(1000, Math.floor((1000 * left) / limit)));
      clock.querySelector(".hall-left").setAttribute("stroke-dasharray", `${share} 1000`);
    }
  };

  const refocusing = (one) => {
    if (!one || !one.matches("button, summary, a, input")) return () => {};
    const { tagName, id, name, value, textContent } = one;
    return () => {
      const alike = [...document.querySelectorAll(tagName)];
      const found = alike.find((each) => (id ? each.id === id : name ? each.name === name && each.value === value : each.textContent === textContent));
      if (found) found.focus({ preventScroll: true });
    };
  };
  const draw = (regions) => {
    for (const [name, html] of Object.entries(regions)) {
      const place = document.querySelector(`[data-live="${name}"]`);
      if (!place) continue;
      const open = [...place.querySelectorAll("details")].map((one) => one.open);
      const focus = place.contains(document.activeElement) ? refocusing(document.activeElement) : () => {};
      place.innerHTML = html;
      place.querySelectorAll("details").forEach((one, number) => { one.open = one.open || Boolean(open[number]); });
      focus();
    }
    tick();
    document.dispatchEvent(new Event("hall:drawn"));
  };

  const lost = (is) => document.querySelectorAll("[data-live-lost]").forEach((one) => { one.hidden = !is; });
  const heard = () => {
    failures = 0;
    lost(false);
    clearTimeout(watchdog);
    watchdog = setTimeout(fail, QUIET);
  };
  const fail = () => {
    source.close();
    clearTimeout(watchdog);
    clearTimeout(again);
    lost(true);
    failures += 1;
    again = setTimeout(failures % 5 ? listen : catchUp, 400 + Math.random() * Math.min(failures, 5) * 800);
  };
  const listen = () => {
    source = new EventSource(`${stream}&tu=${encodeURIComponent(seen)}`);
    source.addEventListener("beat", (event) => {
      ahead = Number(event.data) - Date.now();
      heard();
    });
    source.addEventListener("board", (event) => {
      seen = event.lastEventId;
      heard();
      draw(JSON.parse(event.data));
    });
    source.addEventListener("over", () => {
      source.close();
      clearTimeout(watchdog);
      clearTimeout(again);
      again = setTimeout(catchUp, Math.random() * 2000);
    });
    source.onerror = fail;
  };
  // The ticket has ended or the line stays dead: take the state, and a fresh ticket, from the page
  // itself; who may not see it any more sees what the page says instead.
  const catchUp = async () => {
    try {
      const answer = await fetch(location.href);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.querySelector("[data-stream]");
      if ([403, 404].includes(answer.status) || (answer.ok && !fresh)) return location.reload();
      if (answer.ok) {
        ({ stream, key: seen } = fresh.dataset);
        ahead = Number(fresh.dataset.now) - Date.now();
        draw(Object.fromEntries([...page.querySelectorAll("[data-live]")].map((one) => [one.dataset.live, one.innerHTML])));
      }
    } catch { /* the pages are gone too: keep trying */ }
    listen();
  };

  tick();
  setInterval(tick, FRAME);
  listen();
  // A dead line says nothing for long; the device often knows at once. What is still heard counts more.
  window.addEventListener("offline", () => lost(true));
  window.addEventListener("online", () => {
    failures = 0;
    fail();
  });
})();
