import { constructionEvents } from '@iic/contracts';
import { ServiceRuntime } from '@iic/service-kit';
import { standIn, TestPlatform } from '@iic/testing';
import { Module } from '@nestjs/common';
import { CenterNames } from './center-names.ts';
import { registry } from './index.ts';

let runtime: ServiceRuntime;

@Module({ imports: [registry.module] })
class Opened {
  constructor(ofRegistry: ServiceRuntime) {
    runtime = ofRegistry;
  }
}

let platform: TestPlatform;

beforeAll(async () => {
  const construction = standIn('construction', constructionEvents);
  platform = await TestPlatform.start([construction, { ...registry, module: Opened }]);
});

afterAll(() => platform.close());

describe('a name that was given up', () => {
  const name = '吉林省样例材料产业创新中心';
  const reserve = { commandId: 'reserve', jurisdiction: '220000' };
  const release = { commandId: 'release', jurisdiction: '220000' };

  it('is taken and given up anew by the same command', async () => {
    const names = new CenterNames(runtime.commands, runtime);
    for (let time = 0; time < 2; time += 1) {
      await names.reserve(name, 'case-1', reserve);
      await expect(names.reserve(name, 'case-2', { ...reserve, commandId: 'other' })).rejects.toMatchObject({
        refusal: { code: 'name-taken' },
      });
      await names.release(name, 'case-1', release);
    }
    await names.reserve(name, 'case-2', { ...reserve, commandId: 'other' });
    await expect(names.reserve(name, 'case-1', reserve)).rejects.toThrow('name-taken');
  });
});
