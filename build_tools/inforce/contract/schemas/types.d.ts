/**
 * Types of the JSON files below `api/v1/`, version 1; made from the same models as their JSON Schemas.
 *
 * Fields may come: ignore what you don't know. In version 1 none changes its meaning or goes. One that came after 1.0
 * says `@since`: a file of an earlier version, as its `contract` tells, lacks it whatever its policy says. A code that
 * isn't listed begins with `x-`; the comment on its type says what to do with it.
 */

/** The index: the moving file. Every path is one from the site's root; `base_url` and it make the whole address. */
export interface Index {
  /** What this file is. */
  readonly format: "inforce-index-1";
  /**
   * The address of the site's root.
   *
   * - Source: `site.yml`, `base_url:`.
   */
  readonly base_url: BaseAddress;
  /** How many releases and amendments there are. It never falls. */
  readonly sequence: number;
  /** The instant as of which the site was built. */
  readonly made_at: Instant;
  /**
   * The language of the front page.
   *
   * - Source: `site.yml`, `default_language:`.
   */
  readonly default_language: Language;
  /**
   * The languages of the site.
   *
   * - Source: `site.yml`, `languages:`.
   */
  readonly languages: readonly Language[];
  /** Whose facts hold, where several policies are in force; absent where none is. */
  readonly governing?: Governing;
  /** The next instant known at which a status changes. */
  readonly next_change_at?: Instant;
  /** The scripts for other sites. */
  readonly embed: readonly SiteFile[];
  /** The interface words, by their language. */
  readonly words: { readonly [name: string]: SiteFile };
  /**
   * The policies.
   *
   * - Source: `site.yml`, `policies:`.
   */
  readonly policies: readonly IndexPolicy[];
}

/** The summary of one edition and revision. Immutable: status and end of validity stand only in the index. */
export interface Summary {
  /** What this file is. */
  readonly format: "inforce-summary-1";
  /** The version of the contract that this file was made by. What came with a later one isn't in it, whatever the policy says. */
  readonly contract: ContractVersion;
  /**
   * The policy.
   *
   * - Source: its folder in `policy_src/`.
   */
  readonly policy: Id;
  /**
   * The version of the policy.
   *
   * - Source: counted by `inforce release`.
   */
  readonly version: number;
  /**
   * The revision of the edition.
   *
   * - Source: counted by `inforce amend`.
   */
  readonly revision: number;
  /**
   * The language of the edition.
   *
   * - Source: `policy.yml`, `languages:`.
   */
  readonly language: Language;
  /**
   * Which weight its text has.
   *
   * - Source: `policy.yml`, `languages:`, `status:`.
   */
  readonly language_status: LanguageStatus;
  /**
   * Whether counsel has reviewed the text in this language; absent where nobody says.
   *
   * - Source: `policy.yml`, `languages:`, `reviewed:`.
   */
  readonly reviewed?: boolean;
  /**
   * The language whose text prevails.
   *
   * - Source: `policy.yml`, `languages:`.
   */
  readonly authoritative_language: Language;
  /**
   * The title of the policy.
   *
   * - Source: `policy.yml`, `title:`.
   */
  readonly title: Line;
  /** Where to read the version, for good. */
  readonly path: SitePath;
  /**
   * From when it is in force, as known when this file was made.
   *
   * - Source: `inforce release --effective`.
   */
  readonly effective_from: Instant;
  /**
   * From when it can be read; absent where nobody recorded it.
   *
   * - Source: `inforce release --announced`.
   */
  readonly announced?: Instant;
  /** The digest of the words of this edition. */
  readonly text_digest: TextDigest;
  /**
   * Grows only when consent must be asked again. Each policy counts its own: keep it with the policy's id.
   *
   * - GDPR, Article 7.
   * - Source: `inforce release --ask-consent-again`.
   */
  readonly consent_epoch: number;
  /** What kind of change it is, and the notes on it. */
  readonly change: Change;
  /**
   * Who is responsible; of several, whom the policy names first.
   *
   * - GDPR, Article 13(1)(a).
   * - Source: `organisation.controller`.
   */
  readonly controller?: Party;
  /**
   * The representative in the European Union; of several, whom the policy names first.
   *
   * - GDPR, Articles 13(1)(a) and 27.
   * - Source: `organisation.representative`.
   */
  readonly representative?: Party;
  /**
   * The data protection officer; of several, whom the policy names first.
   *
   * - GDPR, Articles 13(1)(b) and 37.
   * - Source: `organisation.dpo`.
   */
  readonly dpo?: Party;
  /**
   * The authority to complain to; of several, which the policy names first.
   *
   * - GDPR, Articles 13(2)(d) and 77.
   * - Source: `organisation.authority`.
   */
  readonly authority?: Party;
  /**
   * Where questions go, if that is not the controller's own address.
   *
   * - GDPR, Article 13(1)(a).
   * - Source: `organisation.contact`.
   */
  readonly contact?: Reach;
  /**
   * The roles it acts in.
   *
   * - GDPR, Article 4(7) and (8).
   * - Source: `organisation.roles`.
   */
  readonly roles: readonly Role[];
  /**
   * The personal data processed.
   *
   * - GDPR, Article 14(1)(d).
   * - Source: `data.categories`.
   */
  readonly data: readonly Category[];
  /**
   * Where data come from.
   *
   * - GDPR, Article 14(2)(f).
   * - Source: `data.sources`.
   */
  readonly sources: readonly Source[];
  /**
   * Why data are processed.
   *
   * - GDPR, Article 13(1)(c).
   * - Source: `purposes.*`.
   */
  readonly purposes: readonly Purpose[];
  /**
   * How long data are kept.
   *
   * - GDPR, Article 13(2)(a).
   * - Source: `retention.*`.
   */
  readonly retention: readonly Period[];
  /**
   * Who receives data.
   *
   * - GDPR, Article 13(1)(e).
   * - Source: `recipients.*`.
   */
  readonly recipients: readonly Recipient[];
  /**
   * The rights, and how to use them.
   *
   * - GDPR, Articles 13(2)(b) to (d), 7(3), 15 to 22 and 77.
   * - Source: `rights.*`.
   */
  readonly rights: readonly Right[];
  /**
   * What holds for every right.
   *
   * - GDPR, Article 12(3) to (6).
   * - Source: `rights.exercise`.
   */
  readonly answer?: Answer;
  /**
   * Decisions by machines alone.
   *
   * - GDPR, Articles 13(2)(f) and 22.
   * - Source: `terms.automated_decisions`.
   */
  readonly automated_decisions?: AutomatedDecisions;
  /**
   * From what age on data are collected.
   *
   * - GDPR, Article 8.
   * - Source: `terms.children.age`.
   */
  readonly children_age?: number;
  /**
   * What the company answers for.
   *
   * - Source: `terms.liability`.
   */
  readonly liability?: Liability;
  /**
   * The law that holds.
   *
   * - Source: `terms.law`.
   */
  readonly law?: Described;
  /**
   * The courts that may decide.
   *
   * - Source: `terms.courts`.
   */
  readonly courts: readonly Court[];
  /**
   * How long the parties try to settle first.
   *
   * - Source: `terms.settlement`.
   */
  readonly settlement?: Duration;
  /**
   * The laws and regulations that the text cites.
   *
   * - Source: `terms.acts.*`.
   */
  readonly acts: readonly Act[];
  /**
   * What else the text states: periods, days, numbers, amounts, and things by their names.
   *
   * - Source: `terms.other.*`.
   */
  readonly terms: readonly Term[];
  /**
   * The categories that the cookies have.
   *
   * - Directive 2002/58/EC, Article 5(3).
   * - Source: `cookie_categories.*`.
   */
  readonly cookie_categories: readonly CookieCategory[];
  /**
   * Cookies and their like.
   *
   * - Directive 2002/58/EC, Article 5(3).
   * - Source: `cookies.*`.
   */
  readonly cookies: readonly Cookie[];
  /**
   * The sections of the text, in reading order.
   *
   * - Source: `policy.yml`, `sections:`.
   */
  readonly sections: readonly Section[];
  /** Which section states what stands in this file: from the place of a fact, or of an entry that has some, to the section's id, as far as the text links to it. An entry is stated where its name or its first fact is, else where any of its facts is. That a fact isn't here doesn't prove that the text is silent on it. */
  readonly stated_in: { readonly [name: string]: Id };
  /**
   * What nobody here knows.
   *
   * - Source: `unknown:` in the place of a value.
   */
  readonly unknown: readonly UnknownFact[];
  /**
   * What does not exist: no such officer, name or fee.
   *
   * - Source: `none` in the place of a value.
   */
  readonly none: readonly Pointer[];
}

/** What the codes and captions of the JSON are called in a language, and what is said around them. Each mapping goes from what a summary or an index has to the words: `values.type["local_storage"]`, `durations["P13M"]`. What is not there has no words yet. */
export interface InterfaceWords {
  /** What this file is. */
  readonly format: "inforce-words-1";
  /**
   * The language of the words.
   *
   * - Source: `site.yml`, `languages:`.
   */
  readonly language: Language;
  /** The direction in which it is written. */
  readonly direction: Direction;
  /** Heads of columns and of groups, and what stands before a value, by the name of their field. */
  readonly captions: { readonly [name: string]: string };
  /** What codes mean, by the name of their field, with whose it is where that alone would not tell: `lifetime_kind`, `change_kind`, `data_role`, `recipient_role`. `session` has when one ends, by type, `country` those that summaries name. */
  readonly values: { readonly [name: string]: { readonly [name: string]: string } };
  /** What is said around facts. A value takes the place of a name in {curly brackets}; what stands in [square ones] may be made a link, and they are left out. */
  readonly phrases: { readonly [name: string]: string };
  /** Every duration of this site, in words. */
  readonly durations: { readonly [name: string]: string };
  /** Every day and every instant of its cookies, versions and revisions, in words. */
  readonly dates: { readonly [name: string]: string };
  /** Its languages by their names. */
  readonly languages: { readonly [name: string]: string };
}

/** A law or regulation that the text cites. */
export interface Act {
  /**
   * Its id.
   *
   * - Source: the key below `acts:`.
   */
  readonly id: Id;
  /**
   * What it is called.
   *
   * - Source: `terms.acts.*.name`.
   */
  readonly name?: Label;
  /**
   * What readers see where that differs.
   *
   * - Source: `terms.acts.*.label`.
   */
  readonly label?: Label;
  /**
   * Its number.
   *
   * - Source: `terms.acts.*.number`.
   */
  readonly number?: Line;
  /**
   * Its day.
   *
   * - Source: `terms.acts.*.date`.
   */
  readonly date?: Day;
  /**
   * Where it can be read.
   *
   * - Source: `terms.acts.*.website`.
   */
  readonly website?: WebAddress;
}

/** What holds for every right. */
export interface Answer {
  /**
   * How to use one.
   *
   * - GDPR, Article 12(2).
   * - Source: `rights.exercise.how`.
   */
  readonly how?: Label;
  /**
   * Where to write, for each right that has nothing of its own: places in this file.
   *
   * - GDPR, Article 12(2).
   * - Source: `rights.exercise.by`.
   */
  readonly contacts: readonly Pointer[];
  /**
   * The time to answer.
   *
   * - GDPR, Article 12(3).
   * - Source: `rights.exercise.reply`.
   */
  readonly reply?: Duration;
  /**
   * The time to answer in all, where it is extended.
   *
   * - GDPR, Article 12(3).
   * - Source: `rights.exercise.extended`.
   */
  readonly extended?: Duration;
  /**
   * How one shows who one is.
   *
   * - GDPR, Article 12(6).
   * - Source: `rights.exercise.identification`.
   */
  readonly identification?: Label;
  /**
   * What it costs; `none` names it where it is free of charge.
   *
   * - GDPR, Article 12(5).
   * - Source: `rights.exercise.fee`.
   */
  readonly fee?: Label;
}

/** Decisions by machines alone, profiling included. */
export interface AutomatedDecisions {
  /**
   * What is decided.
   *
   * - GDPR, Articles 13(2)(f) and 22.
   * - Source: `terms.automated_decisions.label`.
   */
  readonly label?: Label;
  /**
   * The logic involved.
   *
   * - GDPR, Articles 13(2)(f) and 22.
   * - Source: `terms.automated_decisions.logic`.
   */
  readonly logic?: Label;
  /**
   * What it means for people.
   *
   * - GDPR, Articles 13(2)(f) and 22.
   * - Source: `terms.automated_decisions.consequences`.
   */
  readonly consequences?: Label;
}

/** The configurations of consent banners that this build made of a version, in all its languages. Those of the next one may differ. */
export interface Banners {
  /** For vanilla-cookieconsent 3.1. */
  readonly cookieconsent: SiteFile;
  /** For Klaro 0.7. */
  readonly klaro: SiteFile;
}

/** A category of personal data, with the items it is made of. */
export interface Category {
  /**
   * Its id.
   *
   * - Source: the key in `data.yml`.
   */
  readonly id: Id;
  /**
   * What it is.
   *
   * - GDPR, Article 14(1)(d).
   * - Source: `data.categories.*.label`.
   */
  readonly label?: Label;
  /**
   * A sentence about it.
   *
   * - GDPR, Article 14(1)(d).
   * - Source: `data.categories.*.description`.
   */
  readonly description?: Label;
  /**
   * The company's role in processing them.
   *
   * - GDPR, Article 4(7) and (8).
   * - Source: `data.categories.*.role`.
   */
  readonly role?: DataRole;
  /**
   * What it is made of.
   *
   * - GDPR, Article 14(1)(d).
   * - Source: `data.categories.*.items`.
   */
  readonly items: readonly Item[];
}

/** What the version changes. */
export interface Change {
  /**
   * What kind of change; absent for a first version without notes.
   *
   * - Source: the notes in `changes/`.
   */
  readonly kind?: ChangeKind;
  /**
   * The notes for visitors.
   *
   * - Source: the notes in `changes/`.
   */
  readonly notes: readonly Label[];
}

/** A cookie or its like. */
export interface Cookie {
  /**
   * Its id.
   *
   * - Source: the key in `cookies.yml`.
   */
  readonly id: Id;
  /**
   * What the browser sees. Left out, with `match` and `pattern`, where there is none (a pixel), nobody knows it, or it isn't said.
   *
   * - Directive 2002/58/EC, Article 5(3).
   * - Source: `cookies.*.name`.
   */
  readonly name?: Line;
  /**
   * What readers see where that differs.
   *
   * - Directive 2002/58/EC, Article 5(3).
   * - Source: `cookies.*.label`.
   */
  readonly label?: Label;
  /**
   * How `name` is meant.
   *
   * - Source: `cookies.*.match`.
   */
  readonly match?: NameMatch;
  /**
   * What it is technically.
   *
   * - Directive 2002/58/EC, Article 5(3).
   * - Source: `cookies.*.type`.
   */
  readonly type?: CookieType;
  /**
   * A regular expression that the names meant match as a whole.
   *
   * - Source: made of `name` and `match`.
   */
  readonly pattern?: NamePattern;
  /**
   * Its category.
   *
   * - Directive 2002/58/EC, Article 5(3).
   * - Source: `cookies.*.category`.
   */
  readonly category?: CategoryId;
  /**
   * Who sets it, the company itself included.
   *
   * - GDPR, Article 13(1)(e).
   * - Source: `cookies.*.provider`, else `organisation.controller.name`.
   */
  readonly provider?: Label;
  /**
   * The provider's id in `recipients`, where it is not the company itself.
   *
   * - GDPR, Article 13(1)(e).
   * - Source: `cookies.*.provider`.
   */
  readonly recipient?: Id;
  /**
   * Whose it is.
   *
   * - Directive 2002/58/EC, Article 5(3).
   * - Source: `cookies.*.party`.
   */
  readonly party?: CookieParty;
  /**
   * Where visitors meet it; absent where nobody says. A banner of the website asks for what is there, or may be.
   *
   * - Directive 2002/58/EC, Article 5(3).
   * - Source: `cookies.*.medium`.
   */
  readonly medium?: CookieMedium;
  /**
   * The domains it is set for.
   *
   * - Source: `cookies.*.domains`.
   */
  readonly domains: readonly Domain[];
  /**
   * Whether it is sent to the very host that set it alone (RFC 6265).
   *
   * - Source: `cookies.*.host_only`.
   */
  readonly host_only?: boolean;
  /**
   * Below which path it is sent.
   *
   * - Source: `cookies.*.path`.
   */
  readonly path?: CookiePath;
  /**
   * Whether scripts cannot read it (RFC 6265).
   *
   * - Source: `cookies.*.http_only`.
   */
  readonly http_only?: boolean;
  /**
   * How long it lives. Left out where nothing is kept, nobody knows it, or it isn't said.
   *
   * - GDPR, Article 13(2)(a).
   * - Source: `cookies.*.lifetime`.
   */
  readonly lifetime?: Lifetime;
  /**
   * The answer of its category; absent where that has none.
   *
   * - Directive 2002/58/EC, Article 5(3); GDPR, Article 7.
   * - Source: as of its category.
   */
  readonly consent_required?: boolean;
  /**
   * What the processing after it rests on, each for itself.
   *
   * - GDPR, Article 13(1)(c).
   * - Source: `cookies.*.legal_basis`.
   */
  readonly legal_basis: readonly LegalBasis[];
  /**
   * Ids in `purposes`.
   *
   * - Directive 2002/58/EC, Article 5(3); GDPR, Article 13(1)(c).
   * - Source: `cookies.*.purposes`.
   */
  readonly purposes: readonly Id[];
  /**
   * The personal data it holds or lets others collect.
   *
   * - GDPR, Article 14(1)(d).
   * - Source: `cookies.*.data`.
   */
  readonly data: readonly DataId[];
  /**
   * Whether others may have access to it.
   *
   * - GDPR, Article 13(1)(e).
   * - Source: `cookies.*.third_party_access`.
   */
  readonly third_party_access?: boolean;
  /**
   * What it is for.
   *
   * - Directive 2002/58/EC, Article 5(3).
   * - Source: `cookies.*.description`.
   */
  readonly description?: Label;
  /**
   * How a visitor avoids it, or ends it.
   *
   * - Directive 2002/58/EC, Article 5(3).
   * - Source: `cookies.*.opt_out`.
   */
  readonly opt_out?: Label;
  /**
   * What its provider tells of it.
   *
   * - GDPR, Article 13(1)(e).
   * - Source: `cookies.*.policy`.
   */
  readonly policy?: WebAddress;
  /**
   * The day on which somebody last saw it at work; absent: nobody did.
   *
   * - Source: `cookies.*.verified`.
   */
  readonly verified?: Day;
}

/** A category of cookies, and the one answer to whether its cookies need consent. */
export interface CookieCategory {
  /**
   * Its id.
   *
   * - Source: `cookies.*.category`.
   */
  readonly id: CategoryId;
  /**
   * What it is called; the common ones are told in `api/v1/words/`.
   *
   * - GDPR, Article 12(1).
   * - Source: `cookie_categories.*.label`.
   */
  readonly label?: Label;
  /**
   * What it is for.
   *
   * - Directive 2002/58/EC, Article 5(3).
   * - Source: `cookie_categories.*.description`.
   */
  readonly description?: Label;
  /**
   * Whether consent must be asked before a cookie of this category is set. Absent where nothing says so: who shows a banner is safe to ask, and no page says that it is needed.
   *
   * - Directive 2002/58/EC, Article 5(3); GDPR, Article 7.
   * - Source: false for `necessary`, and where `cookie_categories.yml` names an exemption; else true for the other common categories, and for the company's own where that file says so.
   */
  readonly consent_required?: boolean;
  /**
   * The rule or opinion that lets a category other than `necessary` go without consent.
   *
   * - Directive 2002/58/EC, Article 5(3).
   * - Source: `cookie_categories.*.exemption`.
   */
  readonly exemption?: Label;
}

/** A court that may decide. */
export interface Court {
  /**
   * What it is called.
   *
   * - Source: `label:` of the entry.
   */
  readonly label?: Label;
  /**
   * A sentence about it.
   *
   * - Source: `description:` of the entry.
   */
  readonly description?: Label;
  /**
   * Its id.
   *
   * - Source: the key below `courts:`.
   */
  readonly id: Id;
}

/** A thing by its name, perhaps with a sentence about it. */
export interface Described {
  /**
   * What it is called.
   *
   * - Source: `label:` of the entry.
   */
  readonly label?: Label;
  /**
   * A sentence about it.
   *
   * - Source: `description:` of the entry.
   */
  readonly description?: Label;
}

/** What the company does not answer for. */
export interface Excluded {
  /**
   * Its id.
   *
   * - Source: the key below `excluded:`.
   */
  readonly id: Id;
  /**
   * What it is.
   *
   * - Source: `terms.liability.excluded.*`.
   */
  readonly label?: Label;
}

/** Whose facts hold for the whole site at `made_at`, where several policies are in force. */
export interface Governing {
  /**
   * Whose cookies hold.
   *
   * - Directive 2002/58/EC, Article 5(3).
   */
  readonly cookies: Governor;
  /**
   * Whose rights and contacts hold.
   *
   * - GDPR, Article 13.
   */
  readonly contact: Governor;
}

/** The version whose facts hold for the whole site: of the policies that state such facts, the one that came into force last; of all, where none states any. */
export interface Governor {
  /** Which policy. */
  readonly policy: Id;
  /** Which version of it. */
  readonly version: number;
}

/** An edition in the index, as its newest revision has it. */
export interface IndexEdition {
  /**
   * Its language.
   *
   * - Source: `policy.yml`, `languages:`.
   */
  readonly language: Language;
  /**
   * Which weight its text has.
   *
   * - Source: `policy.yml`, `languages:`.
   */
  readonly language_status: LanguageStatus;
  /**
   * The title of the policy.
   *
   * - Source: `policy.yml`, `title:`.
   */
  readonly title: Line;
  /** Where to read the version, for good. */
  readonly path: SitePath;
  /** Its newest summary. */
  readonly summary: SiteFile;
  /** The newest revision. */
  readonly revision: number;
  /** The digest of its words. */
  readonly text_digest: TextDigest;
  /** Its ready HTML. */
  readonly html: ReadyHtml;
  /** Every revision, the first first. */
  readonly revisions: readonly IndexRevision[];
}

/** A policy in the index: its whole timeline. */
export interface IndexPolicy {
  /**
   * Which policy.
   *
   * - Source: its folder in `policy_src/`.
   */
  readonly policy: Id;
  /** The version in force at `made_at`; absent where there is none. */
  readonly in_force?: number;
  /** The next instant known at which another version, or none, is in force. */
  readonly next_change_at?: Instant;
  /** Its versions, the first first. */
  readonly versions: readonly IndexVersion[];
}

/** A revision of an edition: it holds from `recorded` until the next one was. Its page and summary stay for good. The first one of a version that was public before it was recorded held before, too. */
export interface IndexRevision {
  /** Which revision. */
  readonly revision: number;
  /**
   * From when it holds.
   *
   * - Source: `inforce release`, `inforce amend`.
   */
  readonly recorded: Instant;
  /** Its page, for good. */
  readonly path: SitePath;
  /** Its summary, for good. */
  readonly summary: SiteFile;
  /** The digest of its words. */
  readonly text_digest: TextDigest;
}

/** A version in the index. `status` is as of the build; the instants tell what it is at any other time. */
export interface IndexVersion {
  /**
   * Which version.
   *
   * - Source: counted by `inforce release`.
   */
  readonly version: number;
  /** Where it stands at `made_at`. */
  readonly status: Status;
  /**
   * What it changes; absent for a first version without notes.
   *
   * - Source: the notes in `changes/`.
   */
  readonly change_kind?: ChangeKind;
  /**
   * Grows only when consent must be asked again. Each policy counts its own: keep it with the policy's id.
   *
   * - GDPR, Article 7.
   * - Source: `inforce release --ask-consent-again`.
   */
  readonly consent_epoch: number;
  /**
   * From when it can be read; absent where nobody recorded it.
   *
   * - Source: `inforce release --announced`.
   */
  readonly announced?: Instant;
  /**
   * Where readers could see it, if it was announced before it was released.
   *
   * - Source: `inforce release --announced-because`.
   */
  readonly announced_because?: string;
  /**
   * From when it is in force.
   *
   * - Source: `inforce release --effective`, or `inforce amend` with a postponement.
   */
  readonly effective_from: Instant;
  /** Until when it is in force; absent where no end is known. */
  readonly effective_until?: Instant;
  /**
   * From when it no longer applies, if it was withdrawn; it may never have taken effect.
   *
   * - Source: `inforce amend` with a withdrawal.
   */
  readonly withdrawn?: Instant;
  /** The version that took its place, or will; none while it is in force again after that one was withdrawn. */
  readonly successor?: number;
  /** The digests of its records as the repository keeps them: the manifest, then each amendment. Each record names the one before it, so whoever keeps these sees when one is changed or taken away. */
  readonly records: readonly RecordDigest[];
  /** What it can be shown for: its cookies; its rights and contacts. What others have stands in theirs. */
  readonly states: readonly SitePart[];
  /**
   * What consent banners need; absent where it states none on a website.
   *
   * - Directive 2002/58/EC, Article 5(3).
   */
  readonly banners?: Banners;
  /** Its texts, by language. */
  readonly editions: readonly IndexEdition[];
}

/** One thing in a category of personal data. */
export interface Item {
  /**
   * Its id, within the category.
   *
   * - Source: the key in `data.yml`.
   */
  readonly id: Id;
  /**
   * What it is.
   *
   * - GDPR, Article 14(1)(d).
   * - Source: `data.categories.*.items.*`.
   */
  readonly label?: Label;
}

/** Words for people. */
export interface Label {
  /** The words. */
  readonly text: Text;
  /**
   * Their language, where it is not that of the file.
   *
   * - Source: the language whose words there are.
   */
  readonly lang?: Language;
}

/** What the company answers for, and what not. */
export interface Liability {
  /**
   * What it answers for.
   *
   * - Source: `terms.liability.label`.
   */
  readonly label?: Label;
  /**
   * A sentence about it.
   *
   * - Source: `terms.liability.description`.
   */
  readonly description?: Label;
  /**
   * What it does not answer for.
   *
   * - Source: `terms.liability.excluded`.
   */
  readonly excluded: readonly Excluded[];
}

/** A cookie's life. */
export interface Lifetime {
  /**
   * How its end is decided.
   *
   * - GDPR, Article 13(2)(a).
   * - Source: `cookies.*.lifetime.kind`.
   */
  readonly kind?: LifetimeKind;
  /**
   * How long; for kind `duration` alone. A policy may mean it as the longest time (“13 months at most”), as its text tells and this doesn't.
   *
   * - GDPR, Article 13(2)(a).
   * - Source: `cookies.*.lifetime`.
   */
  readonly duration?: Duration;
  /**
   * The same in seconds by a convention, so no more exact than `duration`: a day has 24 hours, a year 365 days, a month a twelfth of such a year. Where a server counts months or years otherwise, both are right.
   *
   * - GDPR, Article 13(2)(a).
   * - Source: `cookies.*.lifetime`.
   */
  readonly max_age_s?: number;
}

/** An amount of money. */
export interface Money {
  /**
   * How much.
   *
   * - Source: `terms.other.*.money`.
   */
  readonly amount: Decimal;
  /**
   * Of which currency.
   *
   * - Source: `terms.other.*.money`.
   */
  readonly currency: Currency;
}

/** A company, a person or an authority. */
export interface Party {
  /**
   * By post; of several addresses, the first. So it is with each way.
   *
   * - GDPR, Article 13(1)(a).
   * - Source: `organisation.*.address`.
   */
  readonly address?: PostalAddress;
  /**
   * By e-mail.
   *
   * - GDPR, Article 13(1)(a).
   * - Source: `organisation.*.email`.
   */
  readonly email?: Email;
  /**
   * By telephone.
   *
   * - GDPR, Article 13(1)(a).
   * - Source: `organisation.*.phone`.
   */
  readonly phone?: Phone;
  /**
   * By fax.
   *
   * - GDPR, Article 13(1)(a).
   * - Source: `organisation.*.fax`.
   */
  readonly fax?: Phone;
  /**
   * On the web.
   *
   * - GDPR, Article 13(1)(a).
   * - Source: `organisation.*.website`.
   */
  readonly website?: WebAddress;
  /**
   * The name.
   *
   * - GDPR, Article 13(1)(a).
   * - Source: `organisation.*.name`.
   */
  readonly name?: Label;
  /**
   * The number in its register.
   *
   * - Source: `organisation.*.number`.
   */
  readonly number?: Line;
  /**
   * Which register.
   *
   * - Source: `organisation.*.register_name`.
   */
  readonly register_name?: Label;
  /**
   * Where one can come, and when.
   *
   * - GDPR, Article 13(1)(a).
   * - Source: `organisation.*.in_person`.
   */
  readonly in_person?: Label;
}

/** How long something is kept: a duration after a moment, or the criteria that decide it. */
export interface Period {
  /**
   * Its id.
   *
   * - Source: the key in `retention.yml`.
   */
  readonly id: Id;
  /**
   * What is kept.
   *
   * - GDPR, Article 13(2)(a).
   * - Source: `retention.*.label`.
   */
  readonly label?: Label;
  /**
   * How long. A policy may mean it as the longest time (“two years at most”), as its text tells and this doesn't.
   *
   * - GDPR, Article 13(2)(a).
   * - Source: `retention.*.keep`.
   */
  readonly duration?: Duration;
  /**
   * From when it counts.
   *
   * - GDPR, Article 13(2)(a).
   * - Source: `retention.*.after`.
   */
  readonly after?: Label;
  /**
   * What decides how long.
   *
   * - GDPR, Article 13(2)(a).
   * - Source: `retention.*.criteria`.
   */
  readonly criteria?: Label;
}

/** An address: as it is written on a letter, and its parts. */
export interface PostalAddress {
  /**
   * As it is written on a letter.
   *
   * - Source: made of the parts, as CLDR has it.
   */
  readonly lines: readonly Line[];
  /**
   * The street.
   *
   * - Source: `organisation.*.address.street`.
   */
  readonly street?: Line;
  /**
   * The number of the house.
   *
   * - Source: `organisation.*.address.number`.
   */
  readonly number?: Line;
  /**
   * The postal code.
   *
   * - Source: `organisation.*.address.postal_code`.
   */
  readonly postal_code?: Line;
  /**
   * The place.
   *
   * - Source: `organisation.*.address.locality`.
   */
  readonly locality?: Line;
  /**
   * A state or a province, where addresses of the country name one.
   *
   * - Source: `organisation.*.address.region`.
   */
  readonly region?: Line;
  /**
   * The country.
   *
   * - Source: `organisation.*.address.country`.
   */
  readonly country?: Country;
}

/** Whether people must provide their data, and what follows where they do not. */
export interface Providing {
  /**
   * Whether they must.
   *
   * - GDPR, Article 13(2)(e).
   * - Source: `purposes.*.providing.duty`.
   */
  readonly duty?: Duty;
  /**
   * What follows otherwise.
   *
   * - GDPR, Article 13(2)(e).
   * - Source: `purposes.*.providing.otherwise`.
   */
  readonly otherwise?: Label;
}

/** Why data are processed. */
export interface Purpose {
  /**
   * Its id.
   *
   * - Source: the key in `purposes.yml`.
   */
  readonly id: Id;
  /**
   * The purpose.
   *
   * - GDPR, Article 13(1)(c).
   * - Source: `purposes.*.label`.
   */
  readonly label?: Label;
  /**
   * A sentence about it.
   *
   * - GDPR, Article 13(1)(c).
   * - Source: `purposes.*.description`.
   */
  readonly description?: Label;
  /**
   * The wider purpose that it belongs to.
   *
   * - GDPR, Article 13(1)(c).
   * - Source: `purposes.*.part_of`.
   */
  readonly part_of?: Id;
  /**
   * What it rests on, each for itself.
   *
   * - GDPR, Articles 6(1), 9(2) and 13(1)(c).
   * - Source: `purposes.*.legal_basis`.
   */
  readonly legal_basis: readonly LegalBasis[];
  /**
   * The legitimate interest pursued.
   *
   * - GDPR, Article 13(1)(d).
   * - Source: `purposes.*.interest`.
   */
  readonly interest?: Label;
  /**
   * Whether data must be provided.
   *
   * - GDPR, Article 13(2)(e).
   * - Source: `purposes.*.providing`.
   */
  readonly providing?: Providing;
  /**
   * The data processed.
   *
   * - GDPR, Article 14(1)(d).
   * - Source: `purposes.*.data`.
   */
  readonly data: readonly DataId[];
  /**
   * Who receives them: ids in `recipients`.
   *
   * - GDPR, Article 13(1)(e).
   * - Source: `purposes.*.recipients`.
   */
  readonly recipients: readonly Id[];
  /**
   * How long they are kept: ids in `retention`.
   *
   * - GDPR, Article 13(2)(a).
   * - Source: `purposes.*.retention`.
   */
  readonly retention: readonly Id[];
}

/** Ways to reach someone. */
export interface Reach {
  /**
   * By post; of several addresses, the first. So it is with each way.
   *
   * - GDPR, Article 13(1)(a).
   * - Source: `organisation.*.address`.
   */
  readonly address?: PostalAddress;
  /**
   * By e-mail.
   *
   * - GDPR, Article 13(1)(a).
   * - Source: `organisation.*.email`.
   */
  readonly email?: Email;
  /**
   * By telephone.
   *
   * - GDPR, Article 13(1)(a).
   * - Source: `organisation.*.phone`.
   */
  readonly phone?: Phone;
  /**
   * By fax.
   *
   * - GDPR, Article 13(1)(a).
   * - Source: `organisation.*.fax`.
   */
  readonly fax?: Phone;
  /**
   * On the web.
   *
   * - GDPR, Article 13(1)(a).
   * - Source: `organisation.*.website`.
   */
  readonly website?: WebAddress;
}

/** The ready HTML of an edition, as this build made it. That of the next one may differ. */
export interface ReadyHtml {
  /**
   * The cookies.
   *
   * - Directive 2002/58/EC, Article 5(3).
   */
  readonly cookies: SiteFile;
  /**
   * Whom to write to.
   *
   * - GDPR, Article 13(1)(a) and (b).
   */
  readonly contact: SiteFile;
  /** Where the policy stands. */
  readonly status: SiteFile;
}

/** Who receives data, by `name`, or a kind of recipients, by `label`. */
export interface Recipient {
  /**
   * Its id.
   *
   * - Source: the key in `recipients.yml`.
   */
  readonly id: Id;
  /**
   * Who it is.
   *
   * - GDPR, Article 13(1)(e).
   * - Source: `recipients.*.name`.
   */
  readonly name?: Label;
  /**
   * What kind of recipients.
   *
   * - GDPR, Article 13(1)(e).
   * - Source: `recipients.*.label`.
   */
  readonly label?: Label;
  /**
   * A sentence about it.
   *
   * - GDPR, Article 13(1)(e).
   * - Source: `recipients.*.description`.
   */
  readonly description?: Label;
  /**
   * What it is under the GDPR.
   *
   * - GDPR, Article 4(7) to (10).
   * - Source: `recipients.*.role`.
   */
  readonly role?: RecipientRole;
  /**
   * Its own privacy policy.
   *
   * - Source: `recipients.*.privacy`.
   */
  readonly privacy?: WebAddress;
  /**
   * The data it receives.
   *
   * - GDPR, Article 13(1)(e).
   * - Source: `recipients.*.data`.
   */
  readonly data: readonly DataId[];
  /**
   * The country it is in.
   *
   * - GDPR, Article 13(1)(f).
   * - Source: `recipients.*.country`.
   */
  readonly country?: Country;
  /**
   * Transfers to third countries.
   *
   * - GDPR, Article 13(1)(f).
   * - Source: `recipients.*.transfers`.
   */
  readonly transfers: readonly Transfer[];
}

/** A right, and how to use it. */
export interface Right {
  /**
   * Which right; the company's own begin with `x-`.
   *
   * - Source: the key in `rights.yml`.
   */
  readonly id: RightId;
  /**
   * The right.
   *
   * - GDPR, Article 13(2)(b) to (d).
   * - Source: `rights.*.label`.
   */
  readonly label?: Label;
  /**
   * A sentence about it.
   *
   * - GDPR, Article 13(2)(b) to (d).
   * - Source: `rights.*.description`.
   */
  readonly description?: Label;
  /**
   * In which cases one has it.
   *
   * - GDPR, Article 13(2)(b) to (d).
   * - Source: `rights.*.when`.
   */
  readonly when?: Label;
  /**
   * How to use it.
   *
   * - GDPR, Article 12(2).
   * - Source: `rights.*.how`.
   */
  readonly how?: Label;
  /**
   * Where to write: places in this file, of ways to reach somebody (`/controller/email`) and of courts (`/courts/0`). What stands there may be named in `unknown`. Where the policy says nothing of its own for this right, those of `answer`; a complaint has its own alone.
   *
   * - GDPR, Article 12(2).
   * - Source: `rights.*.by`.
   */
  readonly contacts: readonly Pointer[];
  /**
   * What it costs, where that is said of this right alone; `none` names it where it is free of charge.
   *
   * - GDPR, Article 12(5).
   * - Source: `rights.*.fee`.
   */
  readonly fee?: Label;
  /**
   * A page that does it.
   *
   * - GDPR, Article 12(2).
   * - Source: `rights.*.website`.
   */
  readonly website?: WebAddress;
}

/** A role that the company acts in. */
export interface Role {
  /**
   * What it is called.
   *
   * - Source: `label:` of the entry.
   */
  readonly label?: Label;
  /**
   * A sentence about it.
   *
   * - Source: `description:` of the entry.
   */
  readonly description?: Label;
  /**
   * Its id.
   *
   * - Source: the key below `roles:`.
   */
  readonly id: Id;
}

/** A section of the text, or a part of one that has an id, and where to read it. */
export interface Section {
  /**
   * Its id, the same in every language and version.
   *
   * - Source: `policy.yml`, `sections:`.
   */
  readonly id: Id;
  /** The section that it is a part of; absent for one on the first level. */
  readonly parent?: Id;
  /**
   * What it is about, where that is declared.
   *
   * - Source: `policy.yml`, `roles:`.
   */
  readonly roles: readonly SectionRole[];
  /**
   * Its number as shown, without a full stop at its end; absent where it has none.
   *
   * - Source: `policy.yml`, `numbering:`.
   */
  readonly number?: Line;
  /**
   * Its heading, without a full stop or a colon at its end.
   *
   * - Source: the heading in the text.
   */
  readonly title: string;
  /** Where to read it, for good. */
  readonly path: SitePath;
}

/** A file of the site and its digest. Wherever a file is named with one, it is named so. */
export interface SiteFile {
  /** Where it is, from the root of the site: `base_url` and it make the address. */
  readonly path: SitePath;
  /** The digest of its bytes. */
  readonly integrity: Integrity;
}

/** Where data come from. */
export interface Source {
  /**
   * Its id.
   *
   * - Source: the key in `data.yml`.
   */
  readonly id: Id;
  /**
   * The source.
   *
   * - GDPR, Article 14(2)(f).
   * - Source: `data.sources.*.label`.
   */
  readonly label?: Label;
  /**
   * A sentence about it.
   *
   * - GDPR, Article 14(2)(f).
   * - Source: `data.sources.*.description`.
   */
  readonly description?: Label;
  /**
   * In which role; absent: in every one.
   *
   * - GDPR, Article 4(7) and (8).
   * - Source: `data.sources.*.role`.
   */
  readonly role?: DataRole;
}

/** Something else that the text states: a period, a day, a number, a share, an amount, or a thing by its name. */
export interface Term {
  /**
   * Its id.
   *
   * - Source: the key below `other:`.
   */
  readonly id: Id;
  /**
   * What it is.
   *
   * - Source: `terms.other.*.label`.
   */
  readonly label?: Label;
  /**
   * What is named.
   *
   * - Source: `terms.other.*.name`.
   */
  readonly name?: Label;
  /**
   * How long.
   *
   * - Source: `terms.other.*.duration`.
   */
  readonly duration?: Duration;
  /**
   * When.
   *
   * - Source: `terms.other.*.date`.
   */
  readonly date?: Day;
  /**
   * How many.
   *
   * - Source: `terms.other.*.number`.
   */
  readonly number?: Decimal;
  /**
   * How many of a hundred: `20` is 20 %.
   *
   * - Source: `terms.other.*.percentage`.
   */
  readonly percentage?: Decimal;
  /**
   * How much money.
   *
   * - Source: `terms.other.*.money`.
   */
  readonly money?: Money;
}

/** A transfer to a third country: what it rests on, what that is called, and where it can be read. */
export interface Transfer {
  /**
   * Its id.
   *
   * - Source: the key below `transfers:`.
   */
  readonly id: Id;
  /**
   * The third country.
   *
   * - GDPR, Article 13(1)(f).
   * - Source: `recipients.*.transfers.*.country`.
   */
  readonly country?: Country;
  /**
   * What it rests on.
   *
   * - GDPR, Article 13(1)(f).
   * - Source: `recipients.*.transfers.*.safeguard`.
   */
  readonly safeguard?: Safeguard;
  /**
   * What that is called.
   *
   * - GDPR, Article 13(1)(f).
   * - Source: `recipients.*.transfers.*.label`.
   */
  readonly label?: Label;
  /**
   * A sentence about it.
   *
   * - GDPR, Article 13(1)(f).
   * - Source: `recipients.*.transfers.*.description`.
   */
  readonly description?: Label;
  /**
   * Where it can be read.
   *
   * - GDPR, Article 13(1)(f).
   * - Source: `recipients.*.transfers.*.website`.
   */
  readonly website?: WebAddress;
}

/** A value that nobody here knows, and why. */
export interface UnknownFact {
  /** Where it would stand in this file. */
  readonly pointer: Pointer;
  /**
   * Why nobody knows it.
   *
   * - Source: `unknown:` in the place of the value.
   */
  readonly reason: Label;
}

/**
 * The address of the site's root, with a slash at its end; http:// on this very machine alone.
 *
 * - For example `https://legal.example.com/`.
 */
export type BaseAddress = string;

/**
 * A category of cookies: a common one, or one of the company's own.
 *
 * - One that begins with `x-`: the company's own, which `cookie_categories` describes; where you can't read that, ask for consent.
 */
export type CategoryId = "necessary" | "functional" | "analytics" | "marketing" | `x-${string}`;

/** What a version changes: `material` needs notice. */
export type ChangeKind = "material" | "clarification" | "correction";

/**
 * A version of the contract, within version 1: it counts up with each member that comes.
 *
 * - For example `1.0`.
 */
export type ContractVersion = string;

/**
 * Where visitors meet it.
 *
 * - One that begins with `x-`: take it for `other`.
 */
export type CookieMedium = "website" | "email" | "app" | "other" | `x-${string}`;

/** Who sets it: the site itself, or another one. */
export type CookieParty = "first" | "third";

/**
 * The path of a cookie: RFC 6265, section 5.2.4.
 *
 * - For example `/`.
 */
export type CookiePath = string;

/**
 * Where something is kept on, or read from, a visitor's device.
 *
 * - One that begins with `x-`: take it for `other`.
 */
export type CookieType = "cookie" | "local_storage" | "session_storage" | "indexeddb" | "cache" | "pixel" | "other" | `x-${string}`;

/**
 * A country: ISO 3166-1, two letters.
 *
 * - For example `BE`.
 */
export type Country = string;

/**
 * A currency: ISO 4217.
 *
 * - For example `EUR`.
 */
export type Currency = string;

/**
 * A category of personal data by its id, or one item of it after a full stop.
 *
 * - For example `contact`, `contact.email`.
 */
export type DataId = string;

/**
 * The role in which the company processes data.
 *
 * - One that begins with `x-`: say nothing of it.
 */
export type DataRole = "controller" | "processor" | "joint-controller" | `x-${string}`;

/**
 * A day: RFC 3339, full-date.
 *
 * - For example `2026-11-30`.
 */
export type Day = string;

/**
 * A decimal number, as text so that no reader rounds it.
 *
 * - For example `12`, `2.50`.
 */
export type Decimal = string;

/** The direction of writing, as in HTML. */
export type Direction = "ltr" | "rtl";

/**
 * A domain, perhaps with a full stop before it.
 *
 * - For example `.example.com`.
 */
export type Domain = string;

/**
 * A length of time, longer than nothing: ISO 8601, as in RFC 3339, appendix A. A month is no number of days.
 *
 * - For example `P13M`, `P10Y`, `PT72H`.
 */
export type Duration = string;

/**
 * Whether people must provide their data.
 *
 * - One that begins with `x-`: say nothing of it.
 */
export type Duty = "statutory" | "contractual" | "to-enter-a-contract" | "voluntary" | `x-${string}`;

/**
 * An e-mail address.
 *
 * - For example `privacy@example.com`.
 */
export type Email = string;

/**
 * The id of an entry, which never changes while it means the same.
 *
 * - For example `crm`.
 */
export type Id = string;

/**
 * An instant: RFC 3339, to the second, with its offset.
 *
 * - For example `2027-01-01T00:00:00+01:00`.
 */
export type Instant = string;

/** The digest of a file's bytes, as Subresource Integrity has it: `fetch(url, {integrity})` takes it. */
export type Integrity = string;

/**
 * A language: BCP 47.
 *
 * - For example `en`, `pt-BR`, `zh-Hant`.
 */
export type Language = string;

/** Which weight the text of a language has. `authoritative`: it prevails. */
export type LanguageStatus = "authoritative" | "official" | "courtesy";

/**
 * What processing rests on: a point of GDPR, Article 6(1), or of Article 9(2) for special categories.
 *
 * - One that begins with `x-`: a basis outside of those articles.
 */
export type LegalBasis = "GDPR-6-1-a" | "GDPR-6-1-b" | "GDPR-6-1-c" | "GDPR-6-1-d" | "GDPR-6-1-e" | "GDPR-6-1-f" | "GDPR-9-2-a" | "GDPR-9-2-b" | "GDPR-9-2-c" | "GDPR-9-2-d" | "GDPR-9-2-e" | "GDPR-9-2-f" | "GDPR-9-2-g" | "GDPR-9-2-h" | "GDPR-9-2-i" | "GDPR-9-2-j" | `x-${string}`;

/**
 * How the end of a cookie's life is decided.
 *
 * - One that begins with `x-`: take it for not said.
 */
export type LifetimeKind = "session" | "duration" | "until_deleted" | `x-${string}`;

/** One line of text. */
export type Line = string;

/**
 * How the name of a cookie is meant.
 *
 * - One that begins with `x-`: go by `pattern`.
 */
export type NameMatch = "exact" | "prefix" | "suffix" | "glob" | `x-${string}`;

/**
 * A regular expression (ECMAScript, Python, RE2) of whole names.
 *
 * - For example `^_ga_.*$`.
 */
export type NamePattern = string;

/**
 * A telephone or fax number: E.164.
 *
 * - For example `+3222744800`.
 */
export type Phone = string;

/**
 * A place in this very file: JSON Pointer, RFC 6901.
 *
 * - For example `/controller/email`.
 */
export type Pointer = string;

/**
 * What a recipient is under the GDPR.
 *
 * - One that begins with `x-`: take it for `other`.
 */
export type RecipientRole = "processor" | "controller" | "joint-controller" | "authority" | "other" | `x-${string}`;

/** The digest of the bytes of a frozen record in the repository. */
export type RecordDigest = string;

/**
 * A right: those of GDPR, Articles 15, 16 (`correction`), 17, 18, 20, 21, 22 (`decisions`), 7(3) (`withdrawal`) and 77, or another one.
 *
 * - One that begins with `x-`: go by its label.
 */
export type RightId = "access" | "correction" | "erasure" | "restriction" | "portability" | "objection" | "decisions" | "withdrawal" | "complaint" | `x-${string}`;

/**
 * What a transfer to a third country rests on (GDPR, Chapter V).
 *
 * - One that begins with `x-`: take it for `other`.
 */
export type Safeguard = "adequacy" | "standard-clauses" | "binding-rules" | "derogation" | "other" | `x-${string}`;

/**
 * What a section is about.
 *
 * - One that begins with `x-`: pass over it.
 */
export type SectionRole = "contact" | "data" | "sources" | "purposes" | "recipients" | "transfers" | "retention" | "rights" | "complaint" | "cookies" | "security" | "children" | "decisions" | "changes" | "liability" | "law" | `x-${string}`;

/** What a site shows of one policy, whichever others it has. */
export type SitePart = "cookies" | "contact";

/**
 * A path from the root of the site, without a slash at its beginning; a section's with its fragment.
 *
 * - For example `en/privacy/v1/#retention`.
 */
export type SitePath = string;

/** Where a version stands at the instant of the build. */
export type Status = "announced" | "in_force" | "superseded" | "withdrawn";

/** Plain words for people; paragraphs, as notes have them, are an empty line apart. */
export type Text = string;

/** The digest of an edition's words, as its page shows it. */
export type TextDigest = string;

/**
 * A whole web address.
 *
 * - For example `https://www.example.com/privacy`.
 */
export type WebAddress = string;
