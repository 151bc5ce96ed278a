import QRCode from 'qrcode';

/** What the QR code of a printed submission says. */
export interface SubmissionQr {
  readonly caseId: string;
  /** Hash of the manifest, hex SHA-256. */
  readonly manifestHash: string;
}

const prefix = 'iic:submission:';

/** Text of the QR code: `iic:submission:<case id>:<manifest hash>`, the case id percent-encoded. */
export function submissionQrText({ caseId, manifestHash }: SubmissionQr): string {
  return `${prefix}${encodeURIComponent(caseId)}:${manifestHash}`;
}

/** Reads the text of a QR code, for example from a scan; undefined when it is not one of ours. */
export function parseSubmissionQr(text: string): SubmissionQr | undefined {
  const match = /^iic:submission:([^:]+):([0-9a-f]{64})$/.exec(text.trim());
  const [, encoded, manifestHash] = match ?? [];
  if (encoded === undefined || manifestHash === undefined) {
    return undefined;
  }
  try {
    return { caseId: decodeURIComponent(encoded), manifestHash };
  } catch {
    return undefined;
  }
}

/** The QR code as PNG; error correction M survives a stamp over about a seventh of it. */
export function submissionQrImage(content: SubmissionQr): Promise<Buffer> {
  return QRCode.toBuffer(submissionQrText(content), { errorCorrectionLevel: 'M', margin: 4, scale: 8 });
}
