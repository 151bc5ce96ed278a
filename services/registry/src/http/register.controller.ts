import { searchForm, whereGiven } from '@iic/read-models';
import { OpenToPublic, Problem, ServiceRuntime } from '@iic/service-kit';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { centerRegister } from '../read-model/center-register.ts';
import { registerPoint } from '../read-model/register-point.ts';
import { AsOfDto, CentersQueryDto } from './centers.dto.ts';

/** The public register of designated centers. */
@Controller('centers')
export class RegisterController {
  constructor(private readonly runtime: ServiceRuntime) {}

  /** Centers by name, area, field and status, now or at another time. */
  @Get()
  @OpenToPublic()
  async list(@Query() { search, area, field, status, limit, cursor, ...asked }: CentersQueryDto) {
    const where = whereGiven({
      field,
      status,
      area: area === undefined ? undefined : { prefix: areaPrefix(area) },
      name: search === undefined ? undefined : { prefix: searchForm(search) },
    });
    const point = registerPoint(asked, this.runtime.host.clock.now());
    const page = await this.runtime.projections
      .view(centerRegister)
      .page(point, { where, limit, ...(cursor === undefined ? {} : { cursor }) });
    return { items: page.items.map(({ doc }) => doc), next: page.nextCursor, ...point };
  }

  /** One center, now or at another time. */
  @Get(':id')
  @OpenToPublic()
  async show(@Param('id') id: string, @Query() asked: AsOfDto) {
    const point = registerPoint(asked, this.runtime.host.clock.now());
    const center = await this.runtime.projections.view(centerRegister).asOf(id, point);
    if (center === undefined) throw new Problem('not-found');
    return { ...center, ...point };
  }
}

/** 220100 finds everything that begins with 2201; codes outside GB/T 2260 find only themselves. */
function areaPrefix(area: string): string {
  return /^\d{6}$/.test(area) ? area.replace(/(00){1,2}$/, '') : area;
}
