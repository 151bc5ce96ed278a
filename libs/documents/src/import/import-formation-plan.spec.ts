import { randomBytes } from 'node:crypto';
import { documentProblems } from '../problems.ts';
import { type HostileKind, hostileDocument, hostileDocuments } from '../testing/hostile-documents.ts';
import { packageFiles, withFiles } from '../testing/package-files.ts';
import { sampleFormationPlan } from '../testing/sample-formation-plan.ts';
import { sampleOutline } from '../testing/sample-outline.ts';
import { turnsDuring } from '../testing/turns-during.ts';
import { importFormationPlan } from './import-formation-plan.ts';

const paragraph = (content: string) => (xml: string) =>
  xml.replace('<w:body>', `<w:body><w:p><w:r>${content}</w:r></w:p>`);

/** A limit that a slow machine does not reach. */
const unhurried = 240_000;

describe('importFormationPlan', () => {
  it('reads the sample plan as it was written', async () => {
    const plan = await importFormationPlan(await sampleFormationPlan(), sampleOutline);
    expect(plan.missing).toEqual([]);
    expect(plan.notices).toEqual([]);
    expect(plan.review).toEqual({ comments: 0, formattingChanges: 0 });
    expect(plan.preamble).toContain('吉林省高性能碳纤维复合材料产业创新中心组建方案');
    expect(plan.chapters.map((chapter) => chapter.titleFound)).toEqual(
      sampleOutline.chapters.map((chapter, index) => `${'一二三四五六七八'[index]}、${chapter.title.zh}`),
    );
    expect(plan.chapters[0]?.text.length).toBeGreaterThan(2_000);
    expect(plan.chapters[0]?.text.length).toBeLessThan(3_000);
  });

  it('leaves the bytes it was given unchanged', async () => {
    const bytes = await sampleFormationPlan();
    const before = Uint8Array.from(bytes);
    await importFormationPlan(bytes, sampleOutline);
    expect(bytes).toEqual(before);
  });

  it.each(Object.keys(hostileDocuments) as HostileKind[])('refuses a document: %s', async (kind) => {
    const problem = await importFormationPlan(await hostileDocument(kind), sampleOutline).catch(
      (error) => error,
    );
    expect(problem).toMatchObject({ code: hostileDocuments[kind].code });
    expect(documentProblems).toHaveProperty(problem.code);
    expect(problem.message).not.toMatch(/[{}]/);
  });

  it('refuses a file over the cap without reading it', async () => {
    const bytes = await sampleFormationPlan();
    await expect(
      importFormationPlan(bytes, sampleOutline, { fileBytes: 1024 * 1024 - 1 }),
    ).resolves.toBeDefined();
    await expect(
      importFormationPlan(bytes, sampleOutline, { fileBytes: bytes.length - 1 }),
    ).rejects.toMatchObject({
      code: 'docx-too-large',
    });
  });

  it('stops a document that takes too long or too much memory', async () => {
    const bytes = await sampleFormationPlan();
    await expect(importFormationPlan(bytes, sampleOutline, { milliseconds: 1 })).rejects.toMatchObject({
      code: 'docx-too-large-inside',
      params: { reason: 'time' },
    });
    const wide = await withFiles(bytes, { 'word/document.xml': paragraph('<w:br/>'.repeat(1_000_000)) });
    await expect(
      importFormationPlan(wide, sampleOutline, {
        ratio: Number.MAX_SAFE_INTEGER,
        milliseconds: unhurried,
        heapMegabytes: 64,
      }),
    ).rejects.toMatchObject({ code: 'docx-too-large-inside', params: { reason: 'memory' } });
  });

  it('survives nesting deeper than the stack', async () => {
    const depth = 50_000;
    const deep = await withFiles(await sampleFormationPlan(), {
      'word/document.xml': paragraph(`${'<w:smartTag>'.repeat(depth)}${'</w:smartTag>'.repeat(depth)}`),
    });
    await expect(importFormationPlan(deep, sampleOutline)).rejects.toMatchObject({ code: 'docx-damaged' });
  });

  it('does not hold up the process while it reads a file near the caps', async () => {
    const body = '<w:t>这是一段正文，用来模拟很长的方案。</w:t>'.repeat(8);
    const bytes = await withFiles(await sampleFormationPlan(), {
      'word/media/image1.png': randomBytes(19 * 1024 * 1024),
      'word/document.xml': (xml) =>
        xml.replace('</w:body>', `${`<w:p><w:r>${body}</w:r></w:p>`.repeat(9_000)}</w:body>`),
    });
    const limits = { ratio: Number.MAX_SAFE_INTEGER, milliseconds: unhurried };
    expect(await turnsDuring(importFormationPlan(bytes, sampleOutline, limits))).toBeGreaterThan(20);
  });

  it('reads more documents at once than it has places', async () => {
    const bytes = await sampleFormationPlan({ omit: ['other'] });
    const plans = await Promise.all(
      Array.from({ length: 5 }, () => importFormationPlan(bytes, sampleOutline)),
    );
    expect(plans.map((plan) => plan.missing.map((part) => part.chapter))).toEqual(Array(5).fill(['other']));
  });

  it('refuses an empty file', async () => {
    await expect(importFormationPlan(new Uint8Array(), sampleOutline)).rejects.toMatchObject({
      code: 'docx-not-recognised',
    });
  });
});

describe('the sample plan', () => {
  it('carries no time of its making, so that a repeated run imports the same file', async () => {
    const files = await packageFiles(await sampleFormationPlan());
    const times = files
      .get('docProps/core.xml')
      ?.toString('utf8')
      .match(/\d{4}-\d\d-\d\dT[^<]*/g);
    expect(new Set(times)).toEqual(new Set(['2026-03-02T09:00:00Z']));
  });
});
