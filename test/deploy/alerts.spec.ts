/** The alert rules, held to the metrics that services have and to Prometheus’ own checker. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Metrics } from '@iic/service-kit';
import { debianTool, ran, ToolMissing } from './tools.ts';

const deploy = join(import.meta.dirname, '../../deploy');
const rules = join(deploy, 'helm/alerts.yaml');

describe('alerts', () => {
  it('look at metrics that services have', async () => {
    const known = new Set((await new Metrics().registry.getMetricsAsJSON()).map(({ name }) => name));
    const named = [...readFileSync(rules, 'utf8').matchAll(/expr: .*?(iic_\w+)/g)].map(([, name = '']) =>
      name.replace(/_(count|sum|bucket)$/, ''),
    );
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });

  it('are raised when they should be, by promtool', async () => {
    try {
      const promtool = await debianTool('promtool', 'prometheus');
      await ran(promtool, ['check', 'config', '--syntax-only', join(deploy, 'compose/prometheus.yaml')]);
      await ran(promtool, ['check', 'rules', rules]);
      await ran(promtool, ['test', 'rules', join(import.meta.dirname, 'alerts.test.yaml')]);
    } catch (error) {
      if (!(error instanceof ToolMissing)) throw error;
      console.warn(`alerts were not checked by promtool: ${error.message}`);
    }
  });
});
