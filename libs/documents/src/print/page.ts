import { convertMillimetersToTwip, type ISectionPropertiesOptions, type IStylesOptions } from 'docx';

/** Fonts by name, as GB/T 9704—2012 and custom want them; a machine without them substitutes its own. */
export const fonts = {
  title: font('方正小标宋简体'),
  body: font('仿宋_GB2312'),
  heading: font('黑体'),
  subheading: font('楷体_GB2312'),
  number: { ascii: '宋体', hAnsi: '宋体', eastAsia: '宋体', cs: '宋体' },
  code: { ascii: 'Courier New', hAnsi: 'Courier New', eastAsia: '仿宋_GB2312', cs: 'Courier New' },
} as const;

/** Chinese type sizes in half-points. */
export const sizes = {
  two: 44,
  three: 32,
  four: 28,
  smallFour: 24,
  five: 21,
  smallFive: 18,
  six: 15,
} as const;

/** Width of the text area in twips: 156 mm. */
export const textWidth = convertMillimetersToTwip(156);

/** Height of one of the 22 lines in 225 mm, in twips. */
export const lineHeight = 579;

/** A4 with the text area of GB/T 9704—2012: 156 mm × 225 mm, 37 mm from the top, 28 mm from the left. */
export const page: NonNullable<ISectionPropertiesOptions['page']> = {
  size: { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) },
  margin: {
    top: convertMillimetersToTwip(37),
    bottom: convertMillimetersToTwip(35),
    left: convertMillimetersToTwip(28),
    right: convertMillimetersToTwip(26),
    header: convertMillimetersToTwip(15),
    footer: convertMillimetersToTwip(22),
  },
};

/** Defaults of every run and paragraph: third size FangSong. */
export const styles: IStylesOptions = {
  default: {
    document: {
      run: { font: fonts.body, size: sizes.three, language: { value: 'en-US', eastAsia: 'zh-CN' } },
    },
  },
};

function font(eastAsia: string) {
  return { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia, cs: 'Times New Roman' };
}
