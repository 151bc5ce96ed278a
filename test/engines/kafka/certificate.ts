import { join } from 'node:path';
import { runTool } from '../run-tool.ts';

/** A certificate of the loopback interface that nobody but its own file vouches for. */
export interface SelfSigned {
  /** PKCS #12 file with the key, for a broker. */
  readonly keystore: string;
  readonly password: string;
  /** PEM file, for its clients. */
  readonly authority: string;
}

const alias = 'broker';
const password = 'only-for-tests';

/** Makes a certificate in a folder; needs the `keytool` that comes with Java. Throws `NotAvailable`. */
export async function selfSigned(folder: string): Promise<SelfSigned> {
  const [keystore, authority] = [join(folder, 'broker.p12'), join(folder, 'authority.pem')];
  const store = ['-alias', alias, '-keystore', keystore, '-storetype', 'PKCS12', '-storepass', password];
  const subject = ['-dname', 'CN=127.0.0.1', '-ext', 'san=ip:127.0.0.1', '-validity', '3650'];
  const key = ['-keyalg', 'EC', '-groupname', 'secp256r1'];
  await runTool('keytool', ['-genkeypair', ...store, ...key, ...subject], { cwd: folder });
  await runTool('keytool', ['-exportcert', '-rfc', ...store, '-file', authority], { cwd: folder });
  return { keystore, password, authority };
}
