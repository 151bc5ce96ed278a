import { act, type Scene } from './scene.ts';
import { today } from './today.ts';

interface CenterView {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly plaque: { readonly number: string; readonly awardedOn: string | null } | null;
}

/** The register shows the center; its plaque is numbered and awarded (Art. 17, 23). */
export async function awardPlaque(scene: Scene, caseId: string): Promise<void> {
  const { api, cast, tell } = scene;
  const path = `/registry/centers/${caseId}`;
  const center = await api.until<CenterView>(undefined, path, ({ plaque }) => plaque !== null);
  tell('platform', `designates ${center.nameZh} · ${center.nameEn} 正式核定`, 'Art. 17, 23');
  tell('platform', `numbers the plaque 牌匾编号 ${center.plaque?.number ?? ''}`);
  const awardedOn = today();
  await act(
    scene,
    cast.handler,
    'award-plaque',
    `${path}/plaque-award`,
    { awardedOn },
    'awards the plaque 授牌',
    'Art. 17',
  );
  await api.until<CenterView>(undefined, path, ({ plaque }) => plaque?.awardedOn === awardedOn);
}
