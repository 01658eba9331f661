// Inforce's elements, version 1.0.0: see /{language}/embed/. What is inside stays until verified data are newer.

const BASE = ""; // `pull.mjs` writes it in
const OWN = import.meta.url; // apart, or bundlers make it a file
// In ms.
const FRESH = 3e5;
const PATIENCE = 8e3;
const RETRY = 3e4; // then doubled
const ASK_AGAIN = 216e5;

const failed = (reason, what) => Object.assign(Error(`${reason}: ${what}`), { reason });
const told = (error, file) => (error.reason ? error : failed("unreadable", `${file} ${error}`));

const get = async (url, integrity) => {
  const signal = AbortSignal.timeout(PATIENCE);
  let reason;
  const ask = async (integrity, refused = "network") => {
    reason = refused;
    const answer = await fetch(url, {
      cache: "no-cache", // or builds are mixed
      credentials: "omit",
      integrity,
      referrerPolicy: "no-referrer",
      signal,
    });
    reason = "status";
    if (!answer.ok) throw answer.status;
    reason = "truncated";
    return answer.text();
  };
  try {
    return await ask(integrity).catch(async (error) => {
      if (!integrity) throw error;
      await ask(); // says what is wrong, unless it's the digest
      return ask(integrity, "digest");
    });
  } catch (error) {
    throw failed(signal.aborted ? "slow" : reason, `${url} ${error}`);
  }
};

const files = {};
const verified = (base, { path, integrity }) => {
  const url = base + path;
  const key = url + integrity;
  // Browsers pass over others.
  if (!/^sha256-[\w+/]{43}=$/.test(integrity)) throw failed("digest", url);
  const file = (files[key] ??= get(url, integrity));
  file.catch(() => delete files[key]);
  return file;
};

const held = ({ sequence }, last) => {
  if (sequence < last?.sequence) throw failed("older", sequence);
};

const sites = {};
const indexOf = async (base) => {
  const site = (sites[base] ??= { url: `${base}api/v1/current.json` });
  const age = Date.now() - site.at;
  if (!site.asked || !(age >= 0 && age < FRESH)) {
    site.at = Date.now();
    site.asked = get(site.url)
      .then((text) => {
        const index = JSON.parse(text);
        if (index.format !== "inforce-index-1" || !(index.sequence >= 0)) throw Error("not an index");
        held(index, site.good);
        site.good = index;
      })
      .catch((error) => told(error, site.url));
  }
  const { asked } = site;
  const error = await asked;
  if (error && site.asked === asked) site.asked = null;
  if (!site.good) throw error;
  return [site, error];
};

const time = Date.parse;
const inForce = (policy, at) =>
  policy.versions
    .filter((v) => time(v.effective_from) <= at && ![v.effective_until, v.withdrawn].some((end) => time(end) <= at))
    .sort((a, b) => time(b.effective_from) - time(a.effective_from))[0];

// RFC 4647, 3.4.
const lookup = (editions, tag) => {
  for (let range = tag.toLowerCase(); range; range = range.replace(/(-[^-])?-[^-]*$|^[^-]*$/, "")) {
    const found = editions.find((e) => e.language.toLowerCase() === range);
    if (found) return found;
  }
  return editions.find((e) => e.language_status === "authoritative");
};

const languageAt = (node) => (node ? node.getAttribute?.("lang") ?? languageAt(node.parentNode ?? node.host) : "");

// The grammar of ready HTML.
const TOKEN = /<(\/?)([a-z]+[1-6]?)((?: [a-z-]+="[^"<>]*")*)>|([^<>]+)/g;
const TAG = /^(a|bdi|br|caption|code|dd|div|dl|dt|em|h3|li|ol|p|span|strong|table|tbody|td|th|thead|time|tr|ul)$/;
const NAME = /^(class|datetime|dir|href|lang|rel|scope|data-[a-z-]+)$/;
const SIGNS = { amp: "&", lt: "<", gt: ">", quot: '"' };
const plain = (text) =>
  text.replace(/&(#(\d+)|\w+);/g, (all, sign, code) => SIGNS[sign] ?? (code ? String.fromCodePoint(code) : all));

const nodes = (html) => {
  const open = [document.createElement("div")];
  let read = 0;
  for (const [all, end, tag, attributes, text] of html.matchAll(TOKEN)) {
    read += all.length;
    if (text) open[0].append(plain(text));
    else if (!TAG.test(tag)) throw Error(all);
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
  #turn = 0; // the last wins
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

  get #shown() {
    return this.querySelector(`.${this.localName}[data-integrity]`);
  }

  evidence() {
    const shown = this.#shown;
    if (!shown) return null;
    const { policy, integrity, ...count } = shown.dataset;
    return {
      policy,
      version: +count.version,
      language: shown.lang,
      revision: +count.revision,
      integrity,
      consent_epoch: +count.consentEpoch,
      sequence: +count.sequence,
      shown_at: new Date(this.#since).toISOString(),
    };
  }

  async update() {
    const turn = ++this.#turn;
    const say = (name, detail) => this.dispatchEvent(new CustomEvent(`inforce:${name}`, { bubbles: true, detail }));
    let next = Infinity;
    let site, failure;
    let file = "base";
    clearTimeout(this.#timer);
    this.#heads();
    try {
      const own = BASE || new URL("../../", OWN);
      const base = new URL(this.getAttribute("base") ?? own, document.baseURI).href.replace(/[^/]$/, "$&/");
      [site, failure] = await indexOf(base);
      const index = site.good;
      file = site.url;
      const at = Date.now();
      held(index, this.#shown?.dataset);
      const { policy, version } = this.#chosen(index, at);
      const instants = policy.versions.flatMap((v) => [v.effective_from, v.effective_until, v.withdrawn]);
      next = Math.min(...instants.map((each) => time(each) - at).filter((wait) => wait > 0));
      if (!version) throw failed("not-in-force", policy.policy);
      const edition = lookup(version.editions, languageAt(this));
      const html = edition.html[this.localName.slice(8)];
      file = base + html.path;
      await this.#show(turn, base, index.sequence, edition.summary, html);
      if (turn !== this.#turn) return;
      if (failure) throw failure;
      this.#failed = 0;
      const { integrity } = this.#shown.dataset;
      if (integrity !== this.#told) say("shown", this.evidence());
      this.#told = integrity;
    } catch (error) {
      if (turn !== this.#turn) return;
      const { reason, message } = told(error, file);
      if (site) site.asked = null; // the index may be older than the files
      next = Math.min(next, RETRY * 2 ** this.#failed++);
      this.#told = null;
      say("stale", { reason, message, evidence: this.evidence() });
    }
    this.#timer = setTimeout(() => this.update(), Math.min(next, ASK_AGAIN));
  }

  // Without a name: of those that state this, the newest.
  #chosen(index, at) {
    const id = this.getAttribute("policy");
    const rank = ({ version }) => (version ? time(version.effective_from) + version.states.includes(this.localName.slice(8)) * 1e15 : 0);
    const [found] = index.policies
      .filter(({ policy }) => !id || policy === id)
      .map((policy) => ({ policy, version: inForce(policy, at) }))
      .sort((a, b) => rank(b) - rank(a));
    if (!found) throw failed("no-policy", id);
    return found;
  }

  async #show(turn, base, sequence, summary, html) {
    const { integrity } = summary;
    const now = this.#shown?.dataset;
    // The same words stay; a status tells of other versions too.
    if (now?.integrity !== integrity || (this.localName === "inforce-status" && now.sequence < sequence)) {
      const [text] = await Promise.all([html, summary].map((file) => verified(base, file)));
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
    for (const head of this.#shown?.querySelectorAll(`:is(h1,h2,h3,h4,h5,h6):not(${wanted})`) ?? []) {
      const made = document.createElement(wanted);
      made.append(...head.childNodes);
      head.replaceWith(made);
    }
  }
}

// What to store with a consent, or null.
export const evidence = (element) => element.evidence?.() ?? null;

if (!customElements.get("inforce-cookies")) {
  for (const name of ["cookies", "contact", "status"]) customElements.define(`inforce-${name}`, class extends Inforce {});
  globalThis.inforce = { evidence };
  const all = () => alive.forEach((each) => each.update());
  document.addEventListener("visibilitychange", () => document.hidden || all());
  new MutationObserver(all).observe(document, { attributes: true, attributeFilter: ["lang"], subtree: true });
}
