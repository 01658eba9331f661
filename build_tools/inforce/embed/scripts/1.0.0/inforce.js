// Inforce's elements, version 1.0.0: <inforce-cookies>, <inforce-contact>, <inforce-status>. See /developers/.
//
// What stands inside an element stays until verified data are newer, and where anything goes wrong.

// The address of the policies' site, in a copy that is kept elsewhere. `pull.mjs` writes it in.
const BASE = "";
const OWN = import.meta.url; // apart, or bundlers take what is made of it for a file of theirs
const FRESH = 3e5; // ms: how long one index serves
const PATIENCE = 8e3; // ms: a host that is slower counts as down
const RETRY = 3e4; // ms: doubled after each failure
const ASK_AGAIN = 216e5; // ms: for news. Far below the 24.8 days of a timer

const get = async (url, integrity) => {
  const signal = AbortSignal.timeout(PATIENCE);
  const answer = await fetch(url, {
    cache: "no-cache", // or one build's index meets another's files
    credentials: "omit",
    referrerPolicy: "no-referrer",
    signal,
    ...(integrity && { integrity }),
  });
  if (!answer.ok) throw Error(`${url}: ${answer.status}`);
  return answer.text();
};

const files = new Map();
const verified = (base, url, integrity) => {
  const key = `${base}${url} ${integrity}`;
  // A browser passes over an integrity that it can't read, and would take any bytes.
  if (!/^sha256-[\w+/]{43}=$/.test(integrity)) throw Error(`${url}: no integrity`);
  if (!files.has(key)) {
    const asked = get(base + url, integrity);
    files.set(key, asked);
    asked.catch(() => files.delete(key));
  }
  return files.get(key);
};

// The index of a site; the last good one while no new one can be had.
const sites = new Map();
const indexOf = async (base) => {
  if (!sites.has(base)) sites.set(base, {});
  const site = sites.get(base);
  const age = Date.now() - site.at;
  if (!site.asked || !(age >= 0 && age < FRESH)) {
    site.at = Date.now();
    site.asked = get(`${base}api/v1/current.json`).then((text) => {
      const index = JSON.parse(text);
      if (index.format !== "inforce-index-1" || !(index.sequence >= 0)) throw Error("not an index");
      if (index.sequence < site.good?.sequence) throw Error("an older index");
      site.good = index;
    });
  }
  const { asked } = site;
  const error = await asked.then(
    () => null,
    (reason) => reason,
  );
  if (error && site.asked === asked) site.asked = null;
  if (!site.good) throw error;
  return { site, index: site.good, error };
};

const time = Date.parse;
const inForce = (policy, at) =>
  policy.versions
    .filter((v) => time(v.effective_from) <= at)
    .filter((v) => [v.effective_until, v.withdrawn].every((end) => !end || at < time(end)))
    .sort((a, b) => time(b.effective_from) - time(a.effective_from))[0];

// RFC 4647, 3.4: the tag is cut from its end until a language is met.
const lookup = (editions, tag) => {
  for (let range = tag.toLowerCase(); range; range = range.replace(/(-[^-])?-[^-]*$|^[^-]*$/, "")) {
    const found = editions.find((e) => e.language.toLowerCase() === range);
    if (found) return found;
  }
  return editions.find((e) => e.status === "authoritative");
};

const languageAt = (node) => {
  for (; node; node = node.parentNode ?? node.host) {
    const language = node.getAttribute?.("lang");
    if (language != null) return language;
  }
  return "";
};

// Ready HTML as nodes, made one by one. What it should not have is refused.
const TOKEN = /<(\/?)([a-z]+[1-6]?)((?: [a-z-]+="[^"<>]*")*)>|([^<>]+)/g;
const TAG = /^(a|bdi|br|caption|code|dd|div|dl|dt|em|h3|li|ol|p|span|strong|table|tbody|td|th|thead|time|tr|ul)$/;
const NAME = /^(class|datetime|dir|href|lang|rel|scope|data-[a-z-]+)$/;
const SIGNS = { amp: "&", lt: "<", gt: ">", quot: '"' };
const plain = (text) =>
  text.replace(/&(#\d+|\w+);/g, (all, sign) => SIGNS[sign] ?? (sign[0] === "#" ? String.fromCodePoint(sign.slice(1)) : all));

const nodes = (html) => {
  const open = [document.createElement("div")];
  let read = 0;
  for (const [all, end, tag, attributes, text] of html.matchAll(TOKEN)) {
    read += all.length;
    if (text) open[0].append(plain(text));
    else if (!TAG.test(tag)) throw Error(`<${tag}>`);
    else if (end) {
      if (open.shift().localName !== tag) throw Error(all);
    } else {
      const made = document.createElement(tag);
      for (const [, name, value] of attributes.matchAll(/ ([a-z-]+)="([^"]*)"/g)) {
        const said = plain(value);
        if (!NAME.test(name) || (name === "href" && !/^(https?:|mailto:|tel:)/.test(said))) throw Error(all);
        made.setAttribute(name, said);
      }
      open[0].append(made);
      if (tag !== "br") open.unshift(made);
    }
  }
  if (read !== html.length || open.length !== 1) throw Error("not ready HTML");
  return open[0].firstElementChild;
};

const alive = new Set();

class Inforce extends HTMLElement {
  static observedAttributes = ["base", "heading-level", "lang", "policy"];
  #turn = 0; // of two updates at work, the later one wins
  #failed = 0;
  #since;
  #told;
  #timer;

  connectedCallback() {
    alive.add(this);
    this.#since ??= Date.now();
    this.update();
  }

  disconnectedCallback() {
    alive.delete(this);
    clearTimeout(this.#timer);
    this.#turn++;
  }

  attributeChangedCallback() {
    if (alive.has(this)) this.update();
  }

  // Ready HTML that the page brought along, or that was put in here.
  get #shown() {
    return this.querySelector(`.${this.localName}[data-integrity]`);
  }

  evidence() {
    const shown = this.#shown;
    if (!shown) return null;
    const { policy, version, revision, integrity, consentEpoch, sequence } = shown.dataset;
    return {
      policy,
      version: +version,
      language: shown.lang,
      revision: +revision,
      integrity,
      consent_epoch: +consentEpoch,
      sequence: +sequence,
      shown_at: new Date(this.#since).toISOString(),
    };
  }

  async update() {
    const turn = ++this.#turn;
    const say = (name, detail) => this.dispatchEvent(new CustomEvent(`inforce:${name}`, { bubbles: true, detail }));
    let next = Infinity;
    let site;
    clearTimeout(this.#timer);
    this.#heads();
    try {
      const own = BASE || new URL("../../", OWN);
      const base = new URL(this.getAttribute("base") ?? own, document.baseURI).href.replace(/[^/]$/, "$&/");
      const known = await indexOf(base);
      const { index } = known;
      site = known.site;
      const at = Date.now();
      if (index.sequence < this.#shown?.dataset.sequence) throw Error("an older index");
      const { policy, version } = this.#chosen(index, at);
      const instants = policy.versions.flatMap((v) => [v.effective_from, v.effective_until, v.withdrawn]);
      next = Math.min(...instants.map((each) => time(each) - at).filter((wait) => wait > 0));
      if (!version) throw Error("no version is in force");
      await this.#show(turn, base, index.sequence, lookup(version.editions, languageAt(this)));
      if (turn !== this.#turn) return;
      if (known.error) throw known.error;
      this.#failed = 0;
      const { integrity } = this.#shown.dataset;
      if (integrity !== this.#told) say("shown", this.evidence());
      this.#told = integrity;
    } catch (error) {
      if (turn !== this.#turn) return;
      if (site) site.asked = null; // the index may be older than the files: take a new one next time
      next = Math.min(next, RETRY * 2 ** this.#failed++);
      this.#told = null;
      say("stale", { reason: String(error), evidence: this.evidence() });
    }
    this.#timer = setTimeout(() => this.update(), Math.min(next, ASK_AGAIN));
  }

  // Without a policy's name: of the versions in force, the one that came into force last, whatever its policy.
  #chosen(index, at) {
    const id = this.getAttribute("policy");
    const since = ({ version }) => time(version?.effective_from ?? 0);
    const found = index.policies
      .filter(({ policy }) => !id || policy === id)
      .map((policy) => ({ policy, version: inForce(policy, at) }))
      .sort((a, b) => since(b) - since(a));
    if (!found.length) throw Error("no such policy");
    return found[0];
  }

  async #show(turn, base, sequence, edition) {
    const kind = this.localName.slice(8); // after "inforce-"
    const { integrity } = edition;
    const same = () => this.#shown?.dataset.integrity === integrity;
    // The same words of the same policy stay, whatever else was published; a status speaks of other versions, too.
    if (!same() || (kind === "status" && this.#shown.dataset.sequence < sequence)) {
      const html = edition.html[kind];
      const [text] = await Promise.all([
        verified(base, html.url, html.integrity),
        verified(base, edition.summary, integrity),
      ]);
      if (turn !== this.#turn) return;
      const made = nodes(text);
      if (made.className !== this.localName || made.dataset.integrity !== integrity) throw Error("not its ready HTML");
      if (this.#shown) this.#shown.replaceWith(made);
      else this.replaceChildren(made);
      this.#since = Date.now();
      this.#heads();
    }
    this.#shown.dataset.sequence = sequence;
  }

  #heads() {
    const wanted = `h${/^[1-6]$/.exec(this.getAttribute("heading-level")) ?? 3}`;
    for (const head of this.#shown?.querySelectorAll("h1, h2, h3, h4, h5, h6") ?? []) {
      if (head.localName === wanted) continue;
      const made = document.createElement(wanted);
      made.append(...head.childNodes);
      head.replaceWith(made);
    }
  }
}

// What to store with a consent: what an element shows, and since when. Null while nothing in it says what it is.
export const evidence = (element) => element.evidence?.() ?? null;

if (!customElements.get("inforce-cookies")) {
  for (const name of ["cookies", "contact", "status"]) customElements.define(`inforce-${name}`, class extends Inforce {});
  globalThis.inforce = { evidence };
  const all = () => alive.forEach((each) => each.update());
  document.addEventListener("visibilitychange", () => document.hidden || all());
  new MutationObserver(all).observe(document, { attributes: true, attributeFilter: ["lang"], subtree: true });
}
