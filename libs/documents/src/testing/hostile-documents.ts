import { packageFiles, packageOf, withFiles } from './package-files.ts';
import { sampleFormationPlan } from './sample-formation-plan.ts';

/** Documents that must be refused, each with the problem code expected. */
export const hostileDocuments = {
  /** Upload cut off half-way. */
  truncated: { code: 'docx-damaged', build: truncatedPlan },
  /** One part of 80 MB of blanks. */
  bomb: { code: 'docx-too-large-inside', build: bombPlan },
  /** Document type with an entity read from a file of the server. */
  xxe: { code: 'docx-external-entity', build: externalEntityPlan },
  macro: { code: 'docx-macros', build: macroPlan },
  /** What an old .doc or a password-protected DOCX looks like. */
  legacy: { code: 'docx-legacy-or-encrypted', build: legacyDocument },
  /** A text file with the name of a DOCX. */
  notDocx: { code: 'docx-not-recognised', build: async () => new TextEncoder().encode('组建方案（样例）') },
  /** A ZIP file that is no document. */
  plainZip: {
    code: 'docx-not-recognised',
    build: () => packageOf(new Map([['readme.txt', Buffer.from('sample')]])),
  },
  /** A file name inside that climbs out of the package. */
  traversal: { code: 'docx-unsafe-name', build: traversalPlan },
  trackedChanges: {
    code: 'docx-tracked-changes',
    build: () => sampleFormationPlan({ trackedChanges: true }),
  },
} as const satisfies Readonly<Record<string, { code: string; build: () => Promise<Uint8Array> }>>;

export type HostileKind = keyof typeof hostileDocuments;

/** Bytes of a document of this kind. */
export function hostileDocument(kind: HostileKind): Promise<Uint8Array> {
  return hostileDocuments[kind].build();
}

async function truncatedPlan(): Promise<Uint8Array> {
  const bytes = await sampleFormationPlan();
  return bytes.slice(0, Math.floor(bytes.length / 2));
}

async function bombPlan(): Promise<Uint8Array> {
  const files = await packageFiles(await sampleFormationPlan());
  return packageOf(new Map([...files, ['word/media/image1.bmp', Buffer.alloc(80 * 1024 * 1024, ' ')]]));
}

async function externalEntityPlan(): Promise<Uint8Array> {
  return withFiles(await sampleFormationPlan(), {
    'word/document.xml': (xml) =>
      xml
        .replace(/(<\?xml[^>]*\?>)?/, '$1<!DOCTYPE w:document [<!ENTITY leak SYSTEM "file:///etc/passwd">]>')
        .replace('</w:t>', '&leak;</w:t>'),
  });
}

async function macroPlan(): Promise<Uint8Array> {
  return withFiles(await sampleFormationPlan(), {
    'word/vbaProject.bin': Buffer.from('d0cf11e0a1b11ae1', 'hex'),
  });
}

async function legacyDocument(): Promise<Uint8Array> {
  return new Uint8Array(Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2048)]));
}

async function traversalPlan(): Promise<Uint8Array> {
  // yazl refuses such a name, so a harmless one of the same length is patched, in both headers.
  const name = 'xx/xx/xx.txt';
  const bytes = Buffer.from(await withFiles(await sampleFormationPlan(), { [name]: 'sample' }));
  for (let at = bytes.indexOf(name); at >= 0; at = bytes.indexOf(name)) {
    bytes.write('../../up.txt', at);
  }
  return new Uint8Array(bytes);
}
