/** What is meant for other machines, as far as it can be held to something here. */
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { settingDefinitions } from '@iic/service-kit';
import { allServices } from '@iic/standalone';
import { parse } from 'yaml';
import { kubernetesSchemas } from './kubernetes-schemas.ts';
import { goTool, orMissing, ran, ToolMissing, toolFolder } from './tools.ts';

const deploy = join(import.meta.dirname, '../../deploy');
const helmModule = 'helm.sh/helm/v3/cmd/helm@v3.16.4';
const buildLimit = 10 * 60_000;
const services = allServices.map(({ name }) => name);
const segments = allServices.flatMap(({ name, rootRoutes = [] }) => [name, ...rootRoutes]);

const text = (file: string): string => readFileSync(join(deploy, file), 'utf8');

describe('deployment files', () => {
  it('name no setting that the services do not know', () => {
    const known = new Set(Object.values(settingDefinitions).map(({ variable }): string => variable));
    // The compose file passes this one to the S3 server, whose image takes no file.
    known.add('IIC_S3_SECRET_KEY');
    const files = globSync('{compose,helm,images}/**/*', { cwd: deploy, withFileTypes: true }).filter(
      (each) => each.isFile(),
    );
    for (const { parentPath, name } of files) {
      if (parentPath.endsWith('secrets')) continue;
      for (const [variable] of readFileSync(join(parentPath, name), 'utf8').matchAll(/\bIIC_[A-Z0-9_]+/g)) {
        expect([name, variable, known.has(variable)]).toEqual([name, variable, true]);
      }
    }
  });

  it('run every service, and lead every first path segment to its service', () => {
    const compose = parse(text('compose/compose.yaml'), { merge: true });
    for (const service of services) {
      expect(compose.services[service].environment.SERVICE).toBe(service);
      expect(existsSync(join(deploy, '../services', service, 'src/main.ts'))).toBe(true);
    }
    const { services: charted } = parse(text('helm/values.yaml'));
    expect(Object.keys(charted).sort()).toEqual([...services].sort());
    for (const segment of segments) {
      expect(text('compose/Caddyfile')).toContain(`handle /${segment}/* {`);
      expect(Object.values(charted).flatMap((each) => (each as { segments: string[] }).segments)).toContain(
        segment,
      );
    }
  });

  it('pin every image', () => {
    const { services: all } = parse(text('compose/compose.yaml'), { merge: true });
    for (const [name, { image }] of Object.entries<{ image: string }>(all)) {
      if (image !== 'iic:latest') expect([name, /:v?\d+[\w.-]*$/.test(image)]).toEqual([name, true]);
    }
    expect(text('images/Dockerfile').match(/^FROM .*:24\.\d+\.\d+-/gm)).toHaveLength(2);
  });

  it(
    'make a compose file that the field’s own validator takes',
    async () => {
      const settings = {
        IIC_OIDC_ISSUER: 'https://sso.example.org',
        IIC_OIDC_JWKS: 'https://sso.example.org/jwks',
        IIC_S3_SECRET_KEY: 'secret',
      };
      const said = await orMissing(async () => {
        // Only a machine of CI is nobody's own.
        const install = process.env['CI'] === 'true' ? 'apt-get install -y -q docker-compose' : 'false';
        await ran('sh', ['-c', `command -v docker-compose || ${install}`]).catch(() => {
          throw new ToolMissing('docker-compose is not installed');
        });
        return ran('docker-compose', ['-f', join(deploy, 'compose/compose.yaml'), 'config'], settings);
      });
      if (said instanceof ToolMissing) return;
      expect(Object.keys(parse(said).services)).toEqual(expect.arrayContaining(services));
    },
    buildLimit,
  );

  it(
    'make a chart that helm takes, with secrets by reference only',
    async () => {
      const said = await orMissing(async () => {
        const helm = await goTool('helm', helmModule);
        const chart = join(deploy, 'helm');
        await ran(helm, ['lint', '--strict', chart]);
        return ran(helm, ['template', 'iic', chart, '--set', 'serviceMonitor.enabled=true']);
      });
      if (said instanceof ToolMissing) return;
      const objects = said
        .split(/^---$/m)
        .map((part) => parse(part))
        .filter((object) => object !== null);
      const kinds = objects.map(({ kind }) => kind);
      expect(kinds.filter((kind) => kind === 'Deployment')).toHaveLength(services.length);
      expect(kinds).not.toContain('Secret');
      for (const { spec } of objects.filter(({ kind }) => kind === 'Deployment')) {
        const { securityContext, containers } = spec.template.spec;
        expect(spec).toMatchObject({ replicas: 1, strategy: { type: 'Recreate' } });
        expect(securityContext).toMatchObject({ runAsNonRoot: true });
        expect(containers[0].securityContext).toMatchObject({ readOnlyRootFilesystem: true });
        expect(
          containers[0].env.every(({ name, value }: { name: string; value?: string }) =>
            /PASSWORD|SECRET|URL/.test(name) ? String(value).startsWith('/secrets/') : true,
          ),
        ).toBe(true);
      }
    },
    buildLimit,
  );

  it(
    'make objects that fit the schemas of Kubernetes, unknown members refused',
    async () => {
      const said = await orMissing(async () => {
        const helm = await goTool('helm', helmModule);
        const kubeconform = await goTool(
          'kubeconform',
          'github.com/yannh/kubeconform/cmd/kubeconform@v0.6.7',
        );
        const schemas = await kubernetesSchemas();
        const objects = join(toolFolder('rendered'), 'objects.yaml');
        const secret = ['--set', 'image.pullSecrets[0].name=registry'];
        writeFileSync(objects, await ran(helm, ['template', 'iic', join(deploy, 'helm'), ...secret]));
        const location = join(schemas, '{{ .ResourceKind }}{{ .KindSuffix }}.json');
        return ran(kubeconform, ['-summary', '-output', 'json', '-schema-location', location, objects]);
      });
      if (said instanceof ToolMissing) return;
      const { summary } = JSON.parse(said);
      expect(summary).toMatchObject({ invalid: 0, errors: 0, skipped: 0 });
      expect(summary.valid).toBeGreaterThan(15);
    },
    buildLimit,
  );
});
