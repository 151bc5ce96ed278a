import type { Area, AreaLevel } from './area.ts';

/** Code of the Changbai Mountain administrative committee, which GB/T 2260 has no code for; ours. */
export const changbaiMountain = 'JL-CHANGBAISHAN';

/** County-level areas whose commissions file with the PDRC themselves. */
const directFilers = new Set(['220122', '220184', '220381', '220581', '220582', '222404']);

function area(code: string, zh: string, en: string, dates: Partial<Area> = {}): Area {
  const level = levelOf(code);
  const filesDirectly = level === 'prefecture' || directFilers.has(code);
  const open = { from: null, until: null, successor: null };
  return { code, name: { zh, en }, level, parent: parentOf(code), ...open, filesDirectly, ...dates };
}

function levelOf(code: string): AreaLevel {
  if (code.endsWith('0000')) return 'province';
  return code.endsWith('00') ? 'prefecture' : 'county';
}

function parentOf(code: string): string | null {
  if (code.endsWith('0000')) return null;
  return code.endsWith('00') ? `${code.slice(0, 2)}0000` : `${code.slice(0, 4)}00`;
}

/**
 * Jilin and its areas under the codes valid since the guideline was issued. Source: GB/T 2260 as published by
 * the Ministry of Civil Affairs. Gongzhuling was moved from Siping to Changchun; its new code counts here from
 * the day that was announced.
 */
export const jilinAreas: readonly Area[] = [
  area('220000', '吉林省', 'Jilin Province'),
  area('220100', '长春市', 'Changchun'),
  area('220102', '南关区', 'Nanguan District'),
  area('220103', '宽城区', 'Kuancheng District'),
  area('220104', '朝阳区', 'Chaoyang District'),
  area('220105', '二道区', 'Erdao District'),
  area('220106', '绿园区', 'Lüyuan District'),
  area('220112', '双阳区', 'Shuangyang District'),
  area('220113', '九台区', 'Jiutai District'),
  area('220122', '农安县', "Nong'an County"),
  area('220182', '榆树市', 'Yushu'),
  area('220183', '德惠市', 'Dehui'),
  area('220184', '公主岭市', 'Gongzhuling', { from: '2020-06-19' }),
  area('220200', '吉林市', 'Jilin City'),
  area('220202', '昌邑区', 'Changyi District'),
  area('220203', '龙潭区', 'Longtan District'),
  area('220204', '船营区', 'Chuanying District'),
  area('220211', '丰满区', 'Fengman District'),
  area('220221', '永吉县', 'Yongji County'),
  area('220281', '蛟河市', 'Jiaohe'),
  area('220282', '桦甸市', 'Huadian'),
  area('220283', '舒兰市', 'Shulan'),
  area('220284', '磐石市', 'Panshi'),
  area('220300', '四平市', 'Siping'),
  area('220302', '铁西区', 'Tiexi District'),
  area('220303', '铁东区', 'Tiedong District'),
  area('220322', '梨树县', 'Lishu County'),
  area('220323', '伊通满族自治县', 'Yitong Manchu Autonomous County'),
  area('220381', '公主岭市', 'Gongzhuling', { until: '2020-06-18', successor: '220184' }),
  area('220382', '双辽市', 'Shuangliao'),
  area('220400', '辽源市', 'Liaoyuan'),
  area('220402', '龙山区', 'Longshan District'),
  area('220403', '西安区', "Xi'an District"),
  area('220421', '东丰县', 'Dongfeng County'),
  area('220422', '东辽县', 'Dongliao County'),
  area('220500', '通化市', 'Tonghua'),
  area('220502', '东昌区', 'Dongchang District'),
  area('220503', '二道江区', 'Erdaojiang District'),
  area('220521', '通化县', 'Tonghua County'),
  area('220523', '辉南县', 'Huinan County'),
  area('220524', '柳河县', 'Liuhe County'),
  area('220581', '梅河口市', 'Meihekou'),
  area('220582', '集安市', "Ji'an"),
  area('220600', '白山市', 'Baishan'),
  area('220602', '浑江区', 'Hunjiang District'),
  area('220605', '江源区', 'Jiangyuan District'),
  area('220621', '抚松县', 'Fusong County'),
  area('220622', '靖宇县', 'Jingyu County'),
  area('220623', '长白朝鲜族自治县', 'Changbai Korean Autonomous County'),
  area('220681', '临江市', 'Linjiang'),
  area('220700', '松原市', 'Songyuan'),
  area('220702', '宁江区', 'Ningjiang District'),
  area('220721', '前郭尔罗斯蒙古族自治县', 'Qian Gorlos Mongol Autonomous County'),
  area('220722', '长岭县', 'Changling County'),
  area('220723', '乾安县', "Qian'an County"),
  area('220781', '扶余市', 'Fuyu'),
  area('220800', '白城市', 'Baicheng'),
  area('220802', '洮北区', 'Taobei District'),
  area('220821', '镇赉县', 'Zhenlai County'),
  area('220822', '通榆县', 'Tongyu County'),
  area('220881', '洮南市', 'Taonan'),
  area('220882', '大安市', "Da'an"),
  area('222400', '延边朝鲜族自治州', 'Yanbian Korean Autonomous Prefecture'),
  area('222401', '延吉市', 'Yanji'),
  area('222402', '图们市', 'Tumen'),
  area('222403', '敦化市', 'Dunhua'),
  area('222404', '珲春市', 'Hunchun'),
  area('222405', '龙井市', 'Longjing'),
  area('222406', '和龙市', 'Helong'),
  area('222424', '汪清县', 'Wangqing County'),
  area('222426', '安图县', 'Antu County'),
  {
    code: changbaiMountain,
    name: {
      zh: '长白山保护开发区管理委员会',
      en: 'Administrative Committee of the Changbai Mountain Reserve and Development Zone',
    },
    level: 'platform',
    parent: '220000',
    from: null,
    until: null,
    successor: null,
    filesDirectly: true,
  },
];
