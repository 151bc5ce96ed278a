import { NotVisible } from '@iic/access';
import { searchForm, whereGiven } from '@iic/read-models';
import { OpenToPublic, ServiceRuntime } from '@iic/service-kit';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { centerRegister } from '../read-model/center-register.ts';
import { registerPoint } from '../read-model/register-point.ts';
import { AsOfDto, RegisterQueryDto } from './dto/centers.dto.ts';

/** The public register of designated centers. */
@Controller('centers')
export class RegisterController {
  constructor(private readonly runtime: ServiceRuntime) {}

  /** Centers by name, area, field and status, in the order they entered the register; now or at another time. */
  @Get()
  @OpenToPublic()
  async list(@Query() query: RegisterQueryDto) {
    const { search, area, field, status, limit, cursor } = query;
    const where = whereGiven({
      name: search === undefined ? undefined : { prefix: searchForm(search) },
      area: area === undefined ? undefined : { prefix: areaPrefix(area) },
      field,
      status,
    });
    const page = await this.#view().page(this.#point(query), {
      where,
      limit,
      ...(cursor === undefined ? {} : { cursor }),
    });
    return { items: page.items.map(({ doc }) => doc), nextCursor: page.nextCursor, ...asked(query) };
  }

  /** One center, now or at another time. */
  @Get(':id')
  @OpenToPublic()
  async show(@Param('id') id: string, @Query() query: AsOfDto) {
    const center = await this.#view().asOf(id, this.#point(query));
    if (center === undefined) throw new NotVisible('Center');
    return { ...center, ...asked(query) };
  }

  #view() {
    return this.runtime.projections.view(centerRegister);
  }

  #point(query: AsOfDto) {
    return registerPoint(query, this.runtime.host.clock.now());
  }
}

function asked({ asOf, asOfRecorded }: AsOfDto) {
  return { asOf: asOf ?? null, asOfRecorded: asOfRecorded ?? null };
}

/** 220100 finds everything that begins with 2201; codes outside GB/T 2260 find only themselves. */
function areaPrefix(area: string): string {
  return /^\d{6}$/.test(area) ? area.replace(/(00){1,2}$/, '') : area;
}
