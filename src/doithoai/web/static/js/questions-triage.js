// Says every minute that this person has the question open, and shows who else has.
(() => {
  const place = document.querySelector("[data-hold]");
  const token = document.querySelector("[name=csrfmiddlewaretoken]");
  if (!place || !token) return;

  const hold = async () => {
    if (document.hidden) return;
    try {
      const answer = await fetch(place.dataset.hold, {
        method: "POST",
        headers: { "X-CSRFToken": token.value },
      });
      if (answer.ok) place.innerHTML = await answer.text();
    } catch {
      // No line: the hold runs out by itself.
    }
  };
  hold();
  setInterval(hold, 60000);
})();

// Looks again by itself until the open question has been compared with the others.
(() => {
  const again = setInterval(async () => {
    const place = document.querySelector("[data-comparing]");
    if (!place) return clearInterval(again);
    if (document.hidden || place.contains(document.activeElement)) return;
    try {
      const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
      const found = page.querySelector(".triage-beside");
      if (found) place.replaceWith(found);
    } catch {
      // No line: it is tried again.
    }
  }, 5000);
})();

// A wording that calls for a look is not taken by the first stroke: that one leads to it.
(() => {
  const form = document.querySelector("form[data-look]");
  if (!form) return;
  const wording = form.querySelector("textarea");
  let seen = false;
  wording.addEventListener("focus", () => (seen = true));
  form.addEventListener("submit", (event) => {
    if (seen) return;
    seen = true;
    event.preventDefault();
    event.stopImmediatePropagation();
    form.querySelector("details").open = true;
    form.querySelector(".look-first").textContent = "Xem câu chữ chính thức, rồi nhận lần nữa.";
    wording.scrollIntoView({ block: "center" });
  }, true);
})();

// What a link of the bar leads to is opened on the way.
document.querySelectorAll('.triage-bar a[href^="#"]').forEach((link) => {
  link.addEventListener("click", () => {
    document.querySelector(link.hash).open = true;
  });
});
