// Long work goes on by itself: the page looks again every two seconds until it is done.
(() => {
  const EVERY = 2000;
  const look = async () => {
    try {
      const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const [here, now] = [document, page].map((one) => one.querySelector("[data-progress]"));
      if (!now) return location.reload();
      if (here.innerHTML !== now.innerHTML) here.replaceChildren(...now.childNodes);
    } catch {
      // No network for a moment: look again later.
    }
    return setTimeout(look, EVERY);
  };
  setTimeout(look, EVERY);
})();
