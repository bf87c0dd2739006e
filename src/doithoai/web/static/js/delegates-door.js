// The door goes on without network: codes are kept on this device and sent when it is back.
(() => {
  const door = document.querySelector(".door");
  const form = document.getElementById("quet");
  if (!door || !form) return;

  const PATIENCE = 8000;
  const AGAIN = 10000;
  const FRESH = 120000;
  const LAST = 6;
  const OLDEST = 12 * 3600 * 1000;
  const KEPT = { queue: `${door.dataset.kept}:hang`, list: `${door.dataset.kept}:danh-sach`, told: `${door.dataset.kept}:xem-lai` };
  const field = form.elements.q;
  const network = door.querySelector(".door-network");
  const answer = door.querySelector("[data-answer]");
  const conflicts = door.querySelector(".door-conflicts");
  let sending = false;
  let off = false;
  let signedOut = false;

  const mark = () => {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 15) | 64;
    bytes[8] = (bytes[8] & 63) | 128;
    const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5");
  };
  const read = (key, empty) => {
    try {
      return JSON.parse(localStorage.getItem(key)) || empty;
    } catch {
      return empty;
    }
  };
  const write = (key, value) => localStorage.setItem(key, JSON.stringify(value));
  const add = (parent, tag, text, look) => {
    const one = document.createElement(tag);
    one.textContent = text;
    if (look) one.className = look;
    parent.append(one);
    return one;
  };
  const clockOf = (at) => new Date(at).toLocaleTimeString("vi-VN", { hour: "2-digit", minute: "2-digit", timeZone: "Asia/Ho_Chi_Minh" });

  // Only a fresh list is used: names do not stay on the device after the day.
  const list = () => {
    const kept = read(KEPT.list, null);
    if (kept && Date.now() - kept.at < OLDEST) return kept;
    localStorage.removeItem(KEPT.list);
    return { at: 0, people: {} };
  };

  const fold = (text) =>
    text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase();
  const bare = (typed) => typed.toUpperCase().replace(/[\s\-–]/g, "");
  const looksLikeCode = (typed) => /^[2-9A-Z]{6}$/.test(bare(typed)) && (/\d/.test(typed) || bare(typed) in list().people);

  const status = () => {
    const waiting = read(KEPT.queue, []).length;
    const known = list();
    const parts = [];
    if (off) parts.push("Mất mạng: vẫn quét được, lượt quét giữ trên máy này.");
    if (signedOut) parts.push("Phiên đăng nhập đã hết. Đăng nhập lại ở cửa sổ khác, rồi tải lại trang này.");
    if (waiting) parts.push(`${waiting} lượt chờ gửi.`);
    if (known.at) parts.push(`Danh sách ${Object.keys(known.people).length} người tải lúc ${clockOf(known.at)}.`);
    network.hidden = parts.length === 0;
    network.toggleAttribute("data-off", off || signedOut || waiting > 0);
    const words = parts.join(" ");
    if (network.textContent !== words) network.textContent = words;
  };

  const show = (look, state, name, seat, words) => {
    answer.textContent = "";
    const box = add(answer, "section", "", `panel door-person ${look}`);
    add(box, "p", state, `door-state state tone-${look === "door-again" ? "alarm" : "ok"}`);
    add(box, "h2", name, "door-name");
    if (seat !== null) {
      const facts = add(box, "dl", "", "door-facts");
      const part = add(facts, "div", "");
      add(part, "dt", "Ghế");
      add(part, "dd", seat || "Chưa có", "door-seat");
    }
    if (words) add(box, "p", words, "door-when");
  };

  const showConflicts = () => {
    const told = read(KEPT.told, []);
    conflicts.hidden = told.length === 0;
    const rows = conflicts.querySelector("ul");
    rows.textContent = "";
    for (const words of told) add(rows, "li", words);
  };

  const figures = (found) => {
    door.querySelector("[data-present]").textContent = found.present;
    door.querySelector("[data-total]").textContent = found.total;
    const groups = [...door.querySelectorAll("[data-group]")];
    if (groups.length !== found.groups.length) return;
    groups.forEach((one, at) => {
      one.textContent = found.groups[at].join(" / ");
    });
  };

  const ask = async (url, options = {}) => {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), PATIENCE);
    try {
      const response = await fetch(url, { ...options, signal: stop.signal, redirect: "manual" });
      off = false;
      signedOut = response.type === "opaqueredirect" || response.status === 403;
      if (!response.ok) throw new Error("refused");
      return await response.json();
    } catch (error) {
      if (error.message !== "refused") off = true;
      throw error;
    } finally {
      clearTimeout(timer);
    }
  };

  const download = async () => {
    try {
      const found = await ask(door.dataset.codes);
      write(KEPT.list, { at: Date.now(), people: found.people });
      figures(found);
    } catch {
      // The list of before goes on.
    }
    status();
  };

  const addToLast = (scan, known, entrance) => {
    const row = door.querySelector("template").content.firstElementChild.cloneNode(true);
    row.querySelector("[data-at]").textContent = clockOf(scan.at);
    row.querySelector("[data-who]").textContent = known && known[1] ? `${known[0]}, ghế ${known[1]}` : known ? known[0] : scan.code;
    row.querySelector("input[name=luot]").value = entrance;
    const rows = door.querySelector(".door-last");
    rows.prepend(row);
    while (rows.children.length > LAST) rows.lastElementChild.remove();
    door.querySelector(".door-nobody").hidden = true;
  };

  const settle = (scan, outcome) => {
    const known = list().people[bare(scan.code)];
    if (outcome.state === "done") {
      addToLast(scan, known, outcome.entrance);
      if (answer.dataset.token === scan.token && !known) show("door-in", "Đã ghi vào cửa", outcome.words, null, "");
      return;
    }
    const told = read(KEPT.told, []);
    write(KEPT.told, [`${clockOf(scan.at)}: ${outcome.words}`, ...told].slice(0, 50));
    if (answer.dataset.token === scan.token) {
      const look = outcome.state === "again" ? "Đã vào từ trước" : "Chưa ghi được";
      show("door-again", look, known ? known[0] : scan.code, known ? known[1] : null, outcome.words);
    }
  };

  const send = async () => {
    const queue = read(KEPT.queue, []);
    if (sending || !queue.length) return status();
    sending = true;
    try {
      const scans = queue.map(({ token, code, at }) => ({ token, code, ago: (Date.now() - at) / 1000 }));
      const found = await ask(door.dataset.sync, {
        method: "POST",
        body: new URLSearchParams({
          scans: JSON.stringify(scans),
          csrfmiddlewaretoken: form.elements.csrfmiddlewaretoken.value,
        }),
      });
      const outcomes = new Map(found.outcomes.map((one) => [one.token, one]));
      for (const scan of queue) if (outcomes.has(scan.token)) settle(scan, outcomes.get(scan.token));
      write(KEPT.queue, read(KEPT.queue, []).filter((scan) => !outcomes.has(scan.token)));
      figures(found);
      showConflicts();
    } catch {
      // Kept; sent again when the network is back.
    }
    sending = false;
    status();
    if (read(KEPT.queue, []).length && !off && !signedOut) setTimeout(send, 200);
  };

  const take = (code) => {
    const scan = { token: mark(), code: bare(code), at: Date.now() };
    const known = list().people[scan.code];
    write(KEPT.queue, [...read(KEPT.queue, []), scan]);
    answer.dataset.token = scan.token;
    if (known) show("door-in", "Đã ghi vào cửa", known[0], known[1], "");
    else show("door-again", "Đang tra mã", code, null, "Mã này không có trong danh sách đã tải. Chờ máy chủ trả lời.");
    send();
  };

  const findByName = (typed) => {
    const words = fold(typed).split(/\s+/).filter(Boolean);
    const found = Object.entries(list().people).filter(([, [name]]) =>
      words.every((word) => fold(name).includes(word)),
    );
    answer.textContent = "";
    const box = add(answer, "section", "", "panel");
    add(box, "h2", found.length ? `Tìm thấy ${found.length} trong danh sách đã tải` : "Không tìm thấy trong danh sách đã tải");
    const rows = add(box, "ul", "", "plain-rows door-found");
    for (const [code, [name, seat]] of found.slice(0, 12)) {
      const row = add(rows, "li", "");
      add(row, "span", seat ? `${name}, ghế ${seat}` : name);
      const button = add(row, "button", "Ghi vào cửa", "button button-small");
      button.type = "button";
      button.addEventListener("click", () => take(code));
    }
  };

  form.addEventListener("submit", (event) => {
    const typed = field.value.trim();
    if (!typed || (!looksLikeCode(typed) && !off)) return;
    event.preventDefault();
    event.stopPropagation();
    looksLikeCode(typed) ? take(typed) : findByName(typed);
    field.value = "";
    field.focus();
  });
  conflicts.querySelector("[data-seen]").addEventListener("click", () => {
    write(KEPT.told, []);
    showConflicts();
    field.focus();
  });
  window.addEventListener("offline", () => {
    off = true;
    status();
  });
  window.addEventListener("online", () => {
    off = false;
    send().then(download);
  });
  setInterval(send, AGAIN);
  setInterval(download, FRESH);
  showConflicts();
  send().then(download);
})();
