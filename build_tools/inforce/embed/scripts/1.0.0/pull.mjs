// Keeps a copy of a company's policies, as Inforce publishes them, in your own repository:
//
//   node pull.mjs https://legal.example.org/ vendor/inforce [--policy privacy] [--languages en,fr]
//
// Needs Node 18 or later and nothing else. Version 1.0.0; see /{language}/embed/ on the policies' site.
//
// Every file is held to the digest that the index names, and to what it should be. The folder is replaced whole or not
// at all, and `inforce.lock` in it has the digest of each file as it was served and as it is kept. Where the site can't
// be had, or sends what is wrong or older, the last good copy stays and this ends with 0, so that no build of yours
// fails for it. It ends with 1 where there is no good copy, and with 2 where it was asked for what it can't do.

import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";

const USAGE = "node pull.mjs https://legal.example.org/ vendor/inforce [--policy privacy] [--languages en,fr]";
const INDEX = "api/v1/current.json";
const SCRIPT = "embed/1/inforce.js";
const LOCK = "inforce.lock";
const PATIENCE = 30_000; // ms for one file
const AT_ONCE = 6; // files
const KINDS = ["cookies", "contact", "status"];
const BANNERS = ["cookieconsent", "klaro"];
const PATH = /^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/; // below the folder, whatever the index says
// The grammar of ready HTML, as the elements read it.
const TOKEN = /<(\/?)([a-z]+[1-6]?)((?: [a-z-]+="[^"<>]*")*)>|([^<>]+)/g;
const TAG = /^(a|bdi|br|caption|code|dd|div|dl|dt|em|h3|li|ol|p|span|strong|table|tbody|td|th|thead|time|tr|ul)$/;
const NAME = /^(class|datetime|dir|href|lang|rel|scope|data-[a-z-]+)$/;

class Refused extends Error {} // what was asked for can't be done; a copy that is there doesn't help

const digest = (bytes) => `sha256-${createHash("sha256").update(bytes).digest("base64")}`;
const written = (value) => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);

function asked(argv) {
  const places = [];
  const options = { policy: [], languages: [] };
  for (let at = 0; at < argv.length; at++) {
    const [, name, value] = /^--([a-z]+)(?:=(.*))?$/.exec(argv[at]) ?? [];
    if (!name) {
      places.push(argv[at]);
      continue;
    }
    if (!Object.hasOwn(options, name)) throw new Refused(`--${name} is no option.\nUse: ${USAGE}`);
    const found = (value ?? argv[++at] ?? "").split(",").filter(Boolean);
    if (!found.length) throw new Refused(`--${name} needs a value.\nUse: ${USAGE}`);
    options[name].push(...found);
  }
  if (places.length !== 2) throw new Refused(`Name the site and a folder.\nUse: ${USAGE}`);
  const base = address(places[0]);
  const [policies, languages] = [options.policy, options.languages].map((each) => [...new Set(each)].sort());
  return { base, folder: resolve(places[1]), policies, languages };
}

const here = ({ hostname }) => ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
const secure = (url) => url.protocol === "https:" || (url.protocol === "http:" && here(url));

function address(text) {
  let url;
  try {
    url = new URL(text.endsWith("/") ? text : `${text}/`);
  } catch {
    throw new Refused(`${text} is no address of a site.\nUse: ${USAGE}`);
  }
  if (!secure(url)) {
    throw new Refused(`${text}: the address must begin with https://, or nobody knows who sends the files.`);
  }
  if (url.username || url.search || url.hash) throw new Refused(`${text}: give the plain address of the site's root.`);
  return url.href;
}

async function get(base, path) {
  let answer;
  try {
    answer = await fetch(base + path, { signal: AbortSignal.timeout(PATIENCE), credentials: "omit" });
    if (answer.ok && secure(new URL(answer.url))) return Buffer.from(await answer.arrayBuffer());
  } catch (error) {
    throw Error(`${base}${path} can't be had (${error.cause?.code ?? error.name}).`);
  }
  if (answer.ok) throw Error(`${base}${path} leads to ${answer.url}, where nobody knows who sends it.`);
  throw Error(`${base}${path} can't be had (${answer.status}).`);
}

async function verified(base, path, integrity) {
  const bytes = await get(base, path);
  if (digest(bytes) !== integrity) {
    throw Error(`${base}${path} isn't what the index says. If the site is being published right now, try again soon.`);
  }
  return bytes;
}

const time = Date.parse;
const inForce = (policy, at) =>
  policy.versions
    .filter((v) => time(v.effective_from) <= at)
    .filter((v) => [v.effective_until, v.withdrawn].every((end) => !end || at < time(end)))
    .sort((a, b) => time(b.effective_from) - time(a.effective_from))[0];

// An index as it must be for this program and for whoever reads the copy. Throws where it isn't.
function checked(index) {
  const must = (holds, what) => {
    if (!holds) throw Error(`${what} isn't what it should be`);
  };
  const matches = (pattern, text, what) => must(typeof text === "string" && pattern.test(text), `${what} ${text}`);
  const instant = (text, what) => {
    matches(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})$/, text, what);
    // A day that no month has would be taken for one of the next.
    must(Number.isFinite(time(text)) && new Date(text.slice(0, 10)).getUTCDate() === +text.slice(8, 10), `${what} ${text}`);
  };
  const count = (number, what) => must(Number.isInteger(number) && number >= 1, `${what} ${number}`);
  const once = (names, what) => must(new Set(names).size === names.length, `the list that has a ${what} twice`);
  const file = ({ path, integrity } = {}, what) => {
    must(typeof path === "string" && PATH.test(path), `the path of ${what}`);
    matches(/^sha256-[\w+/]{43}=$/, integrity, `the digest of ${what}`);
  };
  matches(/^https?:\/\/\S+\/$/, index.base_url, "base_url");
  must(secure(new URL(index.base_url)), `base_url ${index.base_url}`);
  instant(index.made_at, "made_at");
  once(index.policies.map(({ policy }) => policy), "policy");
  for (const { policy, versions } of index.policies) {
    matches(/^[a-z][a-z0-9-]*$/, policy, "the policy");
    once(versions.map(({ version }) => version), "version");
    for (const each of versions) {
      count(each.version, "the version");
      count(each.consent_epoch, "consent_epoch");
      instant(each.effective_from, "effective_from");
      for (const name of ["announced", "effective_until", "withdrawn"]) if (name in each) instant(each[name], name);
      must(each.editions.filter(({ language_status }) => language_status === "authoritative").length === 1, "the one text that prevails");
      once(each.editions.map(({ language }) => language), "language");
      for (const edition of each.editions) {
        matches(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, edition.language, "the language");
        count(edition.revision, "the revision");
        file(edition.summary, "a summary");
        file(index.words[edition.language], "the interface words");
        for (const kind of KINDS) file(edition.html[kind], `${kind}.html`);
      }
      for (const name of each.banners ? BANNERS : []) file(each.banners[name], `${name}.json`);
    }
  }
  return index;
}

// The index with what was asked for alone, so that nobody looks for a file that isn't kept. The text that prevails
// always is.
function narrowed(index, policies, languages) {
  const names = index.policies.map(({ policy }) => policy);
  for (const name of policies) {
    if (!names.includes(name)) throw new Refused(`The site has no policy "${name}". It has: ${names.join(", ") || "none"}.`);
  }
  const wanted = languages.map((each) => each.toLowerCase());
  const kept = index.policies
    .filter(({ policy }) => !policies.length || policies.includes(policy))
    .map((policy) => ({
      ...policy,
      versions: policy.versions.map((version) => ({
        ...version,
        editions: version.editions
          .filter((e) => !wanted.length || e.language_status === "authoritative" || wanted.includes(e.language.toLowerCase()))
          .map((edition) => ({ ...edition, revisions: edition.revisions.filter((r) => r.summary.path === edition.summary.path) })),
      })),
    }));
  const found = new Set(kept.flatMap((p) => p.versions.flatMap((v) => v.editions.map((e) => e.language))));
  const spoken = [...found].map((language) => language.toLowerCase());
  for (const language of wanted) {
    if (!spoken.includes(language)) throw new Refused(`No version has the language "${language}".`);
  }
  const made = {
    ...index,
    languages: index.languages.filter((language) => found.has(language)),
    embed: index.embed.filter(({ path }) => path === SCRIPT),
    words: Object.fromEntries(Object.entries(index.words).filter(([language]) => found.has(language))),
    policies: kept,
  };
  // Whose facts hold is said only where each of those policies is kept.
  const governors = Object.values(index.governing ?? {}).map(({ policy }) => policy);
  if (!governors.every((name) => kept.some(({ policy }) => policy === name))) delete made.governing;
  return made;
}

// Path to digest of every file that an index stands for.
function listed(index) {
  const versions = index.policies.flatMap((policy) => policy.versions);
  const files = [
    ...index.embed,
    ...Object.values(index.words),
    ...versions.flatMap(({ editions }) => editions.flatMap(({ summary, html }) => [summary, ...KINDS.map((kind) => html[kind])])),
    ...versions.flatMap(({ banners }) => (banners ? BANNERS.map((name) => banners[name]) : [])),
  ];
  return new Map(files.map(({ path, integrity }) => [path, integrity]));
}

// The attributes of the outer element of ready HTML. Pages take it in as it is: whatever else is in it is refused.
function outer(html) {
  const open = [];
  const roots = [];
  let read = 0;
  for (const [all, end, tag, attributes, text] of html.matchAll(TOKEN)) {
    read += all.length;
    if (text) {
      if (!open.length && text.trim()) throw Error("words outside of its element");
    } else if (!TAG.test(tag)) throw Error(all);
    else if (end) {
      if (open.pop() !== tag) throw Error(all);
    } else {
      const said = [...attributes.matchAll(/ ([a-z-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]);
      for (const [name, value] of said) {
        if (!NAME.test(name) || (name === "href" && !/^(https?:|mailto:|tel:)/.test(value))) throw Error(all);
      }
      if (!open.length) roots.push(Object.fromEntries(said));
      if (tag !== "br") open.push(tag);
    }
  }
  if (read !== html.length || open.length || roots.length !== 1) throw Error("not one whole element");
  return roots[0];
}

// A digest proves which bytes came, and not that the index names the right ones.
function checkContents(index, files) {
  const holds = (path, read) => {
    try {
      if (read(files.get(path).bytes.toString())) return;
    } catch (error) {
      throw Error(`${path} isn't what the index takes it for (${error.message}).`);
    }
    throw Error(`${path} isn't what the index takes it for.`);
  };
  const agree = (found, expected) => Object.entries(expected).every(([name, value]) => found[name] === value);
  for (const { policy, versions } of index.policies) {
    for (const { version, consent_epoch, editions, banners } of versions) {
      for (const { language, revision, summary, html } of editions) {
        const which = { policy, version, revision, language, consent_epoch };
        holds(summary.path, (text) => agree(JSON.parse(text), { format: "inforce-summary-1", ...which }));
        const stamp = {
          lang: language,
          "data-policy": policy,
          "data-version": `${version}`,
          "data-revision": `${revision}`,
          "data-integrity": summary.integrity,
          "data-consent-epoch": `${consent_epoch}`,
        };
        for (const kind of KINDS) {
          holds(html[kind].path, (text) => agree(outer(text), { class: `inforce-${kind}`, ...stamp }));
        }
        holds(index.words[language].path, (text) => agree(JSON.parse(text), { format: "inforce-words-1", language }));
      }
      for (const name of banners ? BANNERS : []) holds(banners[name].path, (text) => Object.keys(JSON.parse(text)).length);
    }
  }
}

function withBase(script, base) {
  const [before, after, ...more] = script.toString().split('const BASE = "";');
  if (after === undefined || more.length) throw Error(`${SCRIPT} has no one place for the address of the site.`);
  return Buffer.from(`${before}const BASE = ${JSON.stringify(base)};${after}`);
}

// Path to bytes as they are kept, and the lock.
async function pulled({ base, policies, languages }, held) {
  const served = await get(base, INDEX);
  let whole;
  try {
    whole = JSON.parse(served);
  } catch {
    throw Error(`${base}${INDEX} isn't JSON.`);
  }
  if (whole?.format !== "inforce-index-1" || !Number.isInteger(whole.sequence)) {
    throw Error(`${base}${INDEX} isn't an index of policies.`);
  }
  if (held && whole.sequence < held.sequence) {
    throw Error(`${base} is older (sequence ${whole.sequence}) than the copy (${held.sequence}).`);
  }
  let index;
  let queue;
  try {
    index = narrowed(checked(whole), policies, languages);
    queue = [...listed(index)];
  } catch (error) {
    throw error instanceof Refused ? error : Error(`${base}${INDEX} can't be used: ${error.message}.`);
  }
  const files = new Map();
  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [path, integrity] = next;
      const bytes = await verified(base, path, integrity);
      files.set(path, { served: integrity, bytes: path === SCRIPT ? withBase(bytes, base) : bytes });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  checkContents(index, files);
  // The copy vouches for the script as it is kept.
  const kept = { ...index, embed: [{ path: SCRIPT, integrity: digest(files.get(SCRIPT).bytes) }] };
  files.set(INDEX, { served: digest(served), bytes: written(kept) });
  const told = [];
  for (const policy of index.policies) {
    const version = inForce(policy, Date.now());
    told.push(
      version
        ? `${policy.policy}: version ${version.version} is in force.`
        : `${policy.policy}: no version is in force now, so there is no api/v1/${policy.policy}/current/.`,
    );
    const alias = (name, { path }) => files.set(`api/v1/${policy.policy}/current/${name}`, files.get(path));
    for (const { language, summary, html } of version?.editions ?? []) {
      alias(`${language}.json`, summary);
      for (const kind of KINDS) alias(`${language}/${kind}.html`, html[kind]);
    }
    for (const name of version?.banners ? BANNERS : []) alias(`${name}.json`, version.banners[name]);
  }
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  const digests = sorted.map(([path, { served: sent, bytes }]) => [path, { served: sent, kept: digest(bytes) }]);
  const lock = { format: "inforce-lock-1", base, policies, languages, sequence: index.sequence };
  return { files, told, lock: { ...lock, files: Object.fromEntries(digests) } };
}

async function inside(folder) {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error) => {
    if (error.code === "ENOENT") return null;
    throw new Refused(`${folder} can't be read (${error.code}).`);
  });
  if (!entries) return null;
  const found = await Promise.all(
    entries.map(async (each) => {
      const path = join(folder, each.name);
      return each.isDirectory() ? (await inside(path)) ?? [] : [path];
    }),
  );
  return found.flat();
}

const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

// The lock of the copy that is there, or null; `good` says whether its files are what the lock says.
async function copyIn({ folder, base, policies, languages }) {
  const paths = await inside(folder);
  if (!paths?.length) return null;
  let lock;
  try {
    lock = JSON.parse(await readFile(join(folder, LOCK)));
  } catch {
    lock = null;
  }
  if (lock?.format !== "inforce-lock-1") {
    throw new Refused(`${folder} holds files, and no readable ${LOCK}: they aren't this program's. Name another folder.`);
  }
  if (lock.base !== base) throw new Refused(`${folder} is a copy of ${lock.base}. Remove it first, or name another folder.`);
  const names = paths.map((path) => relative(folder, path).split(sep).join("/")).filter((name) => name !== LOCK);
  const strange = names.filter((name) => !Object.hasOwn(lock.files, name));
  if (strange.length) throw new Refused(`${join(folder, strange[0])} isn't this program's. Put it elsewhere.`);
  const states = await Promise.all(
    Object.entries(lock.files).map(async ([name, { kept }]) => {
      const bytes = await readFile(join(folder, name)).catch(() => null);
      return bytes !== null && digest(bytes) === kept;
    }),
  );
  return { lock, good: states.every(Boolean) && same([lock.policies, lock.languages], [policies, languages]) };
}

// A whole folder takes the place of another. What an interruption leaves behind is put right the next time.
function neighbours(folder) {
  const name = (what) => join(dirname(folder), `.${basename(folder)}.inforce-${what}`);
  return { fresh: name("new"), old: name("old") };
}

async function mended(folder) {
  const { fresh, old } = neighbours(folder);
  await rm(fresh, { recursive: true, force: true });
  if ((await inside(folder)) === null) await rename(old, folder).catch(() => null);
  await rm(old, { recursive: true, force: true });
}

async function replaced(folder, { files, lock }) {
  const { fresh, old } = neighbours(folder);
  try {
    for (const [path, { bytes }] of [...files, [LOCK, { bytes: written(lock) }]]) {
      await mkdir(dirname(join(fresh, path)), { recursive: true });
      await writeFile(join(fresh, path), bytes);
    }
    await rename(folder, old).catch((error) => {
      if (error.code !== "ENOENT") throw error;
    });
    await rename(fresh, folder);
  } finally {
    await mended(folder);
  }
}

// What another copy has that this one doesn't, in words.
function difference(before, now) {
  const names = Object.keys(now);
  const found = {
    new: names.filter((name) => !Object.hasOwn(before, name)),
    changed: names.filter((name) => Object.hasOwn(before, name) && before[name].kept !== now[name].kept),
    gone: Object.keys(before).filter((name) => !Object.hasOwn(now, name)),
  };
  return Object.entries(found).map(([what, { length }]) => `${length} ${what}`).join(", ");
}

async function main() {
  const wanted = asked(process.argv.slice(2));
  const shown = relative(process.cwd(), wanted.folder) || ".";
  await mended(wanted.folder);
  const copy = await copyIn(wanted);
  try {
    const made = await pulled(wanted, copy?.lock);
    const { files, lock, told } = made;
    if (copy?.good && same(copy.lock, lock)) {
      console.log(`${shown} is up to date (sequence ${lock.sequence}).`);
    } else {
      await replaced(wanted.folder, made);
      const what = difference(copy?.lock.files ?? {}, lock.files);
      console.log(`${shown} has ${files.size} files of ${wanted.base} (sequence ${lock.sequence}): ${what}.`);
    }
    console.log(told.join("\n"));
    return 0;
  } catch (error) {
    // What a good copy has was there to be asked for: then it is the site that lacks it now.
    if (error instanceof Refused && !copy?.good) throw error;
    if (!copy?.good) {
      console.error(`${error.message}\nThere is no good copy in ${shown}.`);
      return 1;
    }
    console.error(`Warning: ${error.message}\nThe copy in ${shown} stays as it is (sequence ${copy.lock.sequence}).`);
    return 0;
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
