/* What the marked questions take, carry and cover, counted anew at every mark. */
(() => {
  const figures = document.getElementById("so-lieu");
  const boxes = [...document.querySelectorAll('input[form="dua-ra"][data-covers]')];
  if (!figures || !boxes.length) return;
  const kept = [...document.querySelectorAll("[data-kept]")];
  const tell = (name, value) => (figures.querySelector(`[data-${name}]`).textContent = value);
  const count = () => {
    const taken = [...kept, ...boxes.filter((box) => box.checked)];
    const used = taken.length * Number(figures.dataset.each);
    const covered = new Set(taken.flatMap((one) => one.dataset.covers.split(" ")));
    tell("count", taken.length);
    tell("used", used);
    tell("asked", taken.reduce((sum, one) => sum + Number(one.dataset.asked), 0));
    figures.querySelector("[data-used]").closest("div")
      .classList.toggle("figure-alarm", used > Number(figures.dataset.minutes));
    document.querySelectorAll("[data-cover]").forEach((thing) => {
      thing.hidden = covered.has(thing.dataset.cover);
    });
  };
  figures.setAttribute("aria-live", "polite");
  document.querySelector("[data-recount]").hidden = true;
  boxes.forEach((box) => box.addEventListener("change", count));
  count();
})();
