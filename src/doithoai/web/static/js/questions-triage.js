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
