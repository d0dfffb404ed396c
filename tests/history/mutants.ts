// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are pieces of source text

/** A rule, and the change of source text that takes it out. Every `from` stands exactly once in its file. */
export type Mutant = { rule: string; file: string; cuts: [from: string, to: string][] };

const STATE = 'lambda/domain/article-state.ts';
const WRITE = 'lambda/store/fenced-write.ts';

/** Every rule that histories must miss. */
export const MUTANTS: readonly Mutant[] = [
  {
    rule: 'instants are clamped to the last one that a key can say',
    file: 'lambda/domain/instant.ts',
    cuts: [['if (milliseconds >= Date.parse(LAST_INSTANT)) return LAST_INSTANT;', '']],
  },
  {
    rule: 'fractions of a millisecond round up',
    file: 'lambda/domain/instant.ts',
    cuts: [[' + (/[1-9]/.test(fraction.slice(3)) ? 1 : 0)', '']],
  },
  {
    rule: 'every change carries the rev that was read',
    file: 'lambda/store/manifest.ts',
    cuts: [['.options({ condition: unchanged })', '']],
  },
  {
    rule: 'parts of a change pass only at their rev',
    file: WRITE,
    cuts: [['[checkState(table, id, rev), ...actions.slice(at, at + perPart)]', '[...actions.slice(at, at + perPart)]']],
  },
  {
    rule: 'a newer version removes the one that waits',
    file: WRITE,
    cuts: [['...(superseded ? removeVersion(table, id, superseded) : []),', '']],
  },
  {
    rule: 'a kill ignores its embargo',
    file: STATE,
    cuts: [
      [
        "if (wish.pubStatus === 'CANCELED') return latest(created,",
        "if (wish.pubStatus === 'CANCELED') return latest(created, wish.embargoedUntil,",
      ],
    ],
  },
  {
    rule: 'an update that waits stands in no list',
    file: STATE,
    cuts: [['if (current) return current.status', 'if (current && !pending) return current.status']],
  },
  {
    rule: 'listedAt never changes once it has passed',
    file: STATE,
    cuts: [['const listedAt = state.current ? state.listedAt : availableFrom;', 'const listedAt = availableFrom;']],
  },
  {
    rule: 'a version is not readable before the one that it follows',
    file: STATE,
    cuts: [['wish.scheduledFor, current.availableFrom)', 'wish.scheduledFor)']],
  },
  {
    rule: 'a source clock that runs ahead delays nothing',
    file: STATE,
    cuts: [['earliest(wish.versionCreated ?? now, now)', '(wish.versionCreated ?? now)']],
  },
  {
    rule: 'a version that waited is settled before every decision',
    file: STATE,
    cuts: [
      [
        'const { state, retired } = settle(before, now);\n  const known =',
        'const { state, retired } = { state: before, retired: [] as VersionRef[] };\n  const known =',
      ],
    ],
  },
  {
    rule: 'a number that is known is not taken again',
    file: STATE,
    cuts: [['if (version <= before.known.version) {', 'if (version < before.known.version) {']],
  },
  {
    rule: 'while editors hold an article only a kill is taken',
    file: STATE,
    cuts: [
      [
        "  if (before.hold && wish.pubStatus !== 'CANCELED') return { outcome: 'HELD', since: before.hold.since }; // a kill is never refused\n",
        '',
      ],
    ],
  },
  {
    rule: 'what editors withdraw takes with it what waits',
    file: STATE,
    cuts: [
      [
        'current: added, pending: null }, added, superseded, retired: [...retired, current]',
        'current: added }, added, superseded: null, retired: [...retired, current]',
      ],
    ],
  },
  {
    rule: 'a dated read includes its own instant',
    file: 'lambda/store/keys.ts',
    cuts: [['`${prefix}#${clock}$`', '`${prefix}#${clock}`']],
  },
  {
    rule: 'a dated read has a lower bound',
    file: 'lambda/store/keys.ts',
    cuts: [['`${prefix}#${since}` : `${prefix}#`', "`${prefix}#${since}` : ' '"]],
  },
  {
    rule: 'removals go before the new version can be read',
    file: WRITE,
    cuts: [
      ['    await inFencedParts(table, name, intent.rev, listings.removals);\n', ''],
      [
        'await transact(table, [putState(table, name, intent, written), ...versions]);\n',
        'await transact(table, [putState(table, name, intent, written), ...versions]);\n    await inFencedParts(table, name, written.rev, listings.removals);\n',
      ],
    ],
  },
  {
    rule: 'all listings go first while nothing has been readable',
    file: WRITE,
    cuts: [['settle(before, now).state.current === null || (shown', '(shown']],
  },
  {
    rule: 'all listings go first when the new version ends by itself',
    file: WRITE,
    cuts: [[' || (shown !== null && shown.teaser.until !== null)', '']],
  },
  {
    rule: 'a change that may be cut leaves a moment',
    file: WRITE,
    cuts: [['[putState(table, name, before, decided), mark, ...path,', '[putState(table, name, before, decided), ...path,']],
  },
  {
    rule: 'a version that waits has a moment',
    file: WRITE,
    cuts: [['...(availableFrom > now && !withheld ? [putMoment(table, availableFrom, articleId, version)] : []),', '']],
  },
  {
    rule: 'the end of a version goes with it',
    file: WRITE,
    cuts: [['...retired.flatMap((ref) => removeEnd(table, id, ref)),', '']],
  },
  {
    rule: 'changes are keyed by acceptance, where that is later',
    file: STATE,
    cuts: [['changedAt: latest(availableFrom, now, again && after(again.changedAt)),', 'changedAt: availableFrom,']],
  },
  {
    rule: 'the sweeper deletes a moment last',
    file: 'lambda/store/sweeper.ts',
    cuts: [
      ['        await settleArticle(table, articleId as ArticleId, now);\n', ''],
      ['        swept += 1;\n', '        await settleArticle(table, change.articleId, now);\n        swept += 1;\n'],
    ],
  },
  {
    rule: 'a path leads only where the readable version has it',
    file: 'lambda/store/article-reads.ts',
    cuts: [
      [
        'return found.head.formerPaths.some((former) => former.path === path) ? { moved: found.head } : null;',
        'return { moved: found.head };',
      ],
    ],
  },
  {
    rule: 'a path never changes its article',
    file: WRITE,
    cuts: [
      ["{ attr: 'articleId', exists: false },", "{ attr: 'articleId', exists: false },\n            { attr: 'articleId', exists: true },"],
    ],
  },
  {
    rule: 'teasers by id pass through the visibility rule',
    file: 'lambda/store/article-reads.ts',
    cuts: [['return teaser && visible(teaser, clock) ? teaser : null;', 'return teaser ?? null;']],
  },
  {
    rule: 'a profile is looked at once more after it was written',
    file: 'lambda/store/profile-writes.ts',
    cuts: [
      [
        'await transact(table, profileActions(table, partition, { stored, stamp: stored && stampOf(stored), wanted }));',
        'await transact(table, profileActions(table, partition, { stored, stamp: stored && stampOf(stored), wanted }));\n      return;',
      ],
    ],
  },
  {
    rule: 'a directory shows only what is public',
    file: 'lambda/store/concept-reads.ts',
    cuts: [['if (visible({ availableFrom: profile.publicFrom }, clock) && !changed', 'if (!changed']],
  },
  {
    rule: 'a cursor counts only inside the range',
    file: 'lambda/store/dated-page.ts',
    cuts: [['const inside = behind !== null && behind > oldest && behind < newest;', 'const inside = behind !== null;']],
  },
  {
    rule: 'a preview adds what will stand in a list',
    file: 'lambda/store/dated-page.ts',
    cuts: [['found.push(...besides.filter((item) => isInRange(item) && isBehind(item)));', 'void isBehind;']],
  },
];
