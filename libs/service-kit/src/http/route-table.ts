import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { type Requirement, requirementKey } from './requirement.ts';

/** One route of a service and what it demands. */
export interface Route {
  readonly method: string;
  /** With the service's prefix and `:name` parameters. */
  readonly path: string;
  readonly requirement: Requirement;
  readonly handler: string;
  /** Name of the class that holds its query parameters; absent where it takes none. */
  readonly query?: string;
}

/** A route was written without saying who may use it; the service must not start. */
export class RouteWithoutRequirement extends Error {
  readonly code = 'route-without-requirement';

  constructor(handler: string) {
    super(`${handler} declares neither @Requires nor @OpenToPublic.`);
  }
}

/**
 * All routes of a service's controllers. Throws {@link RouteWithoutRequirement}.
 *
 * @param rootRoutes first segments that are served without the prefix
 */
export function routeTable(
  modules: ModulesContainer,
  prefix: string,
  rootRoutes: readonly string[],
): readonly Route[] {
  const controllers = [...modules.values()].flatMap((module) => [...module.controllers.values()]);
  return controllers.flatMap(({ metatype }) =>
    typeof metatype === 'function' ? routesOf(metatype as Type<unknown>, prefix, rootRoutes) : [],
  );
}

function routesOf(
  controller: Type<unknown>,
  prefix: string,
  rootRoutes: readonly string[],
): readonly Route[] {
  const prototype: object = controller.prototype;
  return new MetadataScanner().getAllMethodNames(prototype).flatMap((name) => {
    const handler: unknown = Reflect.get(prototype, name);
    if (typeof handler !== 'function') return [];
    const method: unknown = Reflect.getMetadata(METHOD_METADATA, handler);
    if (typeof method !== 'number') return [];
    const requirement: Requirement | undefined = Reflect.getMetadata(requirementKey, handler);
    if (requirement === undefined) throw new RouteWithoutRequirement(`${controller.name}.${name}`);
    const path = joined(
      Reflect.getMetadata(PATH_METADATA, controller),
      Reflect.getMetadata(PATH_METADATA, handler),
    );
    const atRoot = rootRoutes.some((root) => path === `/${root}` || path.startsWith(`/${root}/`));
    return [
      {
        method: RequestMethod[method] ?? 'ALL',
        path: atRoot ? path : `/${prefix}${path === '/' ? '' : path}`,
        requirement,
        handler: `${controller.name}.${name}`,
        ...queryOf(controller, name),
      },
    ];
  });
}

function queryOf(controller: Type<unknown>, name: string): { readonly query?: string } {
  const parameters: unknown = Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name);
  const key = Object.keys(parameters ?? {}).find((each) => each.startsWith(`${RouteParamtypes.QUERY}:`));
  if (key === undefined) return {};
  const types: unknown = Reflect.getMetadata('design:paramtypes', controller.prototype, name);
  const type: unknown = Array.isArray(types) ? types[Number(key.split(':')[1])] : undefined;
  return typeof type === 'function' ? { query: type.name } : {};
}

function joined(...parts: readonly unknown[]): string {
  return `/${parts
    .flatMap((part) => String(part ?? '').split('/'))
    .filter(Boolean)
    .join('/')}`;
}
