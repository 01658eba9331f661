// Checks digests and files against the list on this very page. Nothing leaves the browser, and nothing is asked for.
addEventListener("DOMContentLoaded", () => {
  "use strict";
  const all = (selector, node = document) => [...node.querySelectorAll(selector)];
  const [box, says] = all(".check, .says");
  const answer = document.getElementById("answer");

  // Digests as `inforce.reader.records.digests` reads them, as 64 hex digits.
  const DIGEST = /(?<![\w+/-])(?:(?:w1:|sha256[:-])?([0-9a-f]{64})(?![\w+/=-])|sha256-([\w+/-]{43})(?![\w+/-])|([\w+/-]{43})=)/gi;
  const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  const raw = (base64) => Uint8Array.from(atob(base64.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt());
  const digestsIn = (text) =>
    Array.from(text.matchAll(DIGEST), ([, digits, sri, base64]) => digits ? digits.toLowerCase() : hex(raw(sri || base64)));
  const digest = async (bytes) => hex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
  const encoded = (text) => new TextEncoder().encode(text);

  // The list: hex digits to the rows that have them. The answer stands above it, so no address leads into it now.
  const rows = new Map();
  for (const row of all(".digests > div")) {
    for (const code of all("code", row)) {
      code.removeAttribute("id");
      for (const each of digestsIn(code.textContent)) rows.set(each, new Set([...rows.get(each) || [], row]));
    }
  }
  for (const group of all(".list details")) group.open = false;

  // The words of a saved page, as `inforce.writer.proof` reads them back.
  const PIECE = /<(\/?)([a-z0-9]+)((?:[^"'>]|"[^"]*"|'[^']*')*)>|([^<]+)/g;
  const SECTION = /^\s*<section id="([a-z][a-z0-9-]*)"[^>]*>([^]*)$/;
  const BLOCK = /^(?:h[2-6]|p|pre|t[dh])$/;
  const STEP = /^(?:ul|ol|li|blockquote)$/;
  const SIGNS = { amp: "&", lt: "<", gt: ">", quot: "\u0022", apos: "'", nbsp: "\xa0", shy: "\xad" };
  const unescaped = (text) => text.replace(/&(#?\w+);/g, (written, sign) => {
    if (sign[0] !== "#") return Object.hasOwn(SIGNS, sign) ? SIGNS[sign] : written;
    const point = Number(sign[1].toLowerCase() === "x" ? `0${sign.slice(1)}` : sign.slice(1));
    return point <= 0x10ffff ? String.fromCodePoint(point) : written;
  });
  const SPACES = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/;
  const plain = (text) => text.replaceAll("\xad", "").split(SPACES).filter(Boolean).join(" ").normalize("NFC");
  // What a block stands in: quotations, and the innermost list by kind and depth (`inforce.reader.wording`).
  const within = (path) => {
    const names = [];
    let [depth, last] = [0, ""];
    for (const { tag } of path) {
      if (tag === "blockquote") names.push(...(depth ? [last, "quote"] : ["quote"]));
      if (tag === "ul" || tag === "ol") last = `${tag === "ul" ? "item" : "step"}${++depth}`;
      else if (tag !== "li") depth = 0;
    }
    return depth ? [...names, last] : names;
  };
  const wording = (html) => {
    const pairs = [];
    const path = [];
    let [kind, words, skipped, lines, closed] = ["", "", 0, [], null];
    const add = (own, text) => {
      let begins = false;
      path.forEach((step, at) => {
        if (!step.fresh) return;
        begins = at === path.length - 1 && (own === "p" || own === "li");
        pairs.push([within(path.slice(0, at + 1)).join(" ") + (path[at - 1]?.mark || ""), begins ? text : ""]);
        step.fresh = false;
        if (at) path[at - 1].mark = "";
      });
      if (!begins) pairs.push([[...within(path), own].join(" "), text]);
      closed = null;
    };
    const addCell = () => {
      if (!lines.some(([isItem]) => isItem)) return add("cell", plain(lines.map(([, text]) => text).join(" ")));
      let [own, held] = ["cell", ""];
      for (const [isItem, text] of [...lines, [true, null]]) {
        if (!isItem) held += ` ${text}`;
        else {
          if (own === "cell" || plain(held)) add(own, plain(held));
          if (text !== null) add("cell item1", plain(text));
          [own, held] = ["cell p", ""];
        }
      }
    };
    const finish = () => {
      const [own, typed] = [kind, unescaped(words)];
      [kind, words] = ["", ""];
      if (own === "cell") {
        lines.at(-1)[1] += typed;
        addCell();
      } else if (own === "pre") add("code", typed.replace(/\n$/, "").normalize("NFC"));
      else if (own === "li" ? plain(typed) : own || plain(typed)) add(own || "h0", plain(typed));
    };
    for (const [, closes, tag, attributes, text] of html.matchAll(PIECE)) {
      if (text !== undefined) {
        if (!skipped) words += text;
      } else if (skipped) {
        if (tag !== "br") skipped += closes ? -1 : 1;
      } else if (tag === "br" && kind !== "cell") words += " ";
      else if (!closes && /\sclass="(n|ref|unk-note)"/.test(attributes)) skipped = 1;
      else if (kind === "cell" && (tag === "br" || tag === "ul" || tag === "li")) {
        lines.at(-1)[1] += unescaped(words);
        words = "";
        if (tag === "br" || (tag === "ul") === Boolean(closes)) lines.push([tag === "li", ""]);
      } else if (BLOCK.test(tag)) {
        finish();
        const [, level] = /\saria-level="(\d+)"/.exec(attributes) || ["", tag[1]];
        if (closes) continue;
        kind = tag[0] === "t" ? "cell" : tag[0] === "h" ? `h${level - 1}` : /\sclass="cl"/.test(attributes) ? "clause" : tag;
        lines = [[false, ""]];
      } else if (STEP.test(tag)) {
        finish();
        if (closes) {
          if (path.at(-1)?.fresh) add("li", "");
          path.pop();
          closed = [path.length, tag];
          continue;
        }
        const start = /\sstart="(\d+)"/.exec(attributes)?.[1] || "1";
        const follows = closed && closed[0] === path.length && closed[1] === "ol";
        path.push({ tag, fresh: tag === "li", mark: tag === "ol" && (follows || start !== "1") ? `=${start}` : "" });
        if (tag === "li") kind = "li";
        else closed = null;
      }
    }
    finish();
    return pairs;
  };
  const between = (text, start, end) => {
    const [, ...after] = text.split(start);
    return after.join(start).split(end)[0];
  };
  const wordsOf = async (html) => {
    const [, ...opened] = between(html, "<article", "</article>").split(">");
    const sections = opened.join(">").split("</section>");
    const found = sections.slice(0, -1).map((section) => SECTION.exec(section));
    if (sections.at(-1).trim() || !found.length || found.includes(null)) return "";
    const pairs = [];
    for (const [, name, inner] of found) {
      pairs.push([name, `w1:${await digest(encoded(JSON.stringify(wording(inner))))}`]);
    }
    return digest(encoded(JSON.stringify(pairs)));
  };

  // JSON in the one form that is published (RFC 8785), or nothing.
  const canonical = (value) => {
    if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
    if (value === null || typeof value !== "object") return JSON.stringify(value);
    return `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join()}}`;
  };
  const dataOf = async (text) => {
    try {
      return await digest(encoded(canonical(JSON.parse(text))));
    } catch {
      return "";
    }
  };

  // One answer: what was asked, a sentence from the page, and the entries of the list, each with what was found alone.
  const entry = (found) => {
    const item = found[0].closest("li");
    const copy = item.cloneNode(true);
    const kept = all(".digests > div", item).map((row) => found.includes(row));
    all(".digests > div", copy).forEach((row, place) => kept[place] || row.remove());
    return copy;
  };
  const told = (name, how, found = []) => {
    const card = document.createElement("section");
    if (name) {
      const head = document.createElement("p");
      head.className = "kick";
      head.append(document.createElement("bdi"));
      head.firstChild.textContent = name;
      card.append(head);
    }
    card.className = found.length && how !== "named" ? "ok" : "doubt";
    card.append(...all(`[data-how=${how}]${how === "unknown" ? ",[data-tips]" : ""}`, says).map((each) => each.cloneNode(true)));
    const items = new Map();
    for (const row of found) items.set(row.closest("li"), [...items.get(row.closest("li")) || [], row]);
    const list = document.createElement("ul");
    list.append(...[...items.values()].map(entry));
    if (found.length) card.append(list);
    return card;
  };
  const rowsOf = (digests) => [...new Set(digests.flatMap((each) => [...rows.get(each) || []]))];

  const ofText = (text) => {
    const found = [...new Set(digestsIn(text))];
    if (!found.length) return [told("", "none")];
    return found.map((each) => told(found.length > 1 ? each : "", rows.has(each) ? "digest" : "unknown", rowsOf([each])));
  };
  // Nothing on this site is so large.
  const LARGEST = 2 ** 26;
  const ofFile = async (file) => {
    if (!globalThis.crypto?.subtle) return told(file.name, "insecure");
    if (file.size > LARGEST) return told(file.name, "unknown");
    const bytes = await file.arrayBuffer();
    const text = new TextDecoder().decode(bytes);
    for (const [how, find] of [["bytes", () => digest(bytes)], ["data", () => dataOf(text)], ["words", () => wordsOf(text)]]) {
      const found = rowsOf([await find()]);
      if (found.length) return told(file.name, how, found);
    }
    const named = rowsOf(digestsIn(text));
    return told(file.name, named.length ? "named" : "unknown", named);
  };

  // Of two questions, the later one is answered.
  let turn = 0;
  const show = async (asked) => {
    const mine = ++turn;
    const cards = await asked;
    if (mine === turn) answer.replaceChildren(...cards);
  };
  const [form] = all("form", box);
  const { digest: input, file: chosen } = form.elements;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    show(ofText(input.value));
  });
  const files = (list) => show(Promise.all(Array.from(list, ofFile)));
  chosen.addEventListener("change", () => files(chosen.files));
  addEventListener("dragover", (event) => event.preventDefault());
  addEventListener("drop", (event) => {
    event.preventDefault();
    if (event.dataTransfer.files.length) files(event.dataTransfer.files);
  });

  // A digest in the address: #w1:…, #sha256-… or ?d=…, where + stands for itself. It goes along to another language.
  const named = () => {
    const written = location.hash.slice(1) || (new URLSearchParams(location.search).get("d") || "").replace(/ /g, "+");
    try {
      return decodeURIComponent(written);
    } catch {
      return written;
    }
  };
  const asked = async () => {
    const text = named();
    // A heading of this page is no question; half a digest, as a mail program leaves it, is one.
    if (!text || document.getElementById(text)) return;
    for (const link of all(".langs a")) link.hash = text;
    input.value = text;
    await show(ofText(text));
    answer.focus();
  };
  addEventListener("hashchange", asked);
  box.hidden = false;
  asked();
});
