// Public questions like the one being written, under the box, a moment after the last letter.
(() => {
  const WAIT = 900;
  const SHORTEST = 20;
  for (const place of document.querySelectorAll("[data-like-of]")) {
    const box = document.getElementById(place.dataset.likeOf);
    const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
    let timer = 0;
    let asked = "";
    const look = async () => {
      const text = box.value.trim();
      if (text === asked) return;
      asked = text;
      if (text.length < SHORTEST) {
        place.replaceChildren();
        return;
      }
      const body = new URLSearchParams({ text });
      const headers = { "X-CSRFToken": token };
      try {
        const answer = await fetch(place.dataset.likeAt, { method: "POST", body, headers });
        if (answer.ok && asked === text) place.innerHTML = await answer.text();
      } catch {
        asked = ""; // no network: writing goes on, the next pause asks again
      }
    };
    box.addEventListener("input", () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(look, WAIT);
    });
  }
})();
