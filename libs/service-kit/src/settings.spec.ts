import { readSettings } from './settings.ts';

describe('settings', () => {
  it('have defaults for everything but who issues tokens', () => {
    expect(readSettings({ IIC_DEV_ISSUER: '1' })).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      issuer: 'development',
    });
    expect(() => readSettings({})).toThrow('IIC_OIDC_ISSUER');
  });

  it.each([
    [{ PORT: 'http' }, 'PORT'],
    [{ PORT: '70000' }, 'PORT'],
    [{ IIC_LOG_LEVEL: 'loud' }, 'IIC_LOG_LEVEL'],
    [{ HOST: '0.0.0.0' }, 'loopback'],
    [{ IIC_KURRENTDB_URL_FILE: '/dev/null' }, 'empty file'],
    [{ IIC_KURRENTDB_URL_FILE: '/nowhere' }, 'no file'],
  ])('refuse %j', (environment, mentioned) => {
    expect(() => readSettings({ IIC_DEV_ISSUER: '1', ...environment })).toThrow(mentioned);
  });

  it('take an OIDC issuer with the address of its keys', () => {
    const environment = {
      IIC_OIDC_ISSUER: 'https://sso.example',
      IIC_OIDC_JWKS: 'https://sso.example/jwks',
      HOST: '0.0.0.0',
    };
    expect(readSettings(environment).issuer).toEqual({
      issuer: 'https://sso.example',
      audience: 'iic',
      keys: new URL('https://sso.example/jwks'),
    });
    expect(() => readSettings({ ...environment, IIC_OIDC_JWKS: 'nonsense' })).toThrow('IIC_OIDC_JWKS');
  });
});
