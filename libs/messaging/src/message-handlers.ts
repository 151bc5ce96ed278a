import {
  type ArgumentsHost,
  applyDecorators,
  Catch,
  Controller,
  type ExceptionFilter,
  UseFilters,
} from '@nestjs/common';

/**
 * Lets a handler's error reach the transport. Without it Nest replaces every error by "Internal server error",
 * and neither the reason nor the kind of the failure is known.
 */
@Catch()
export class RethrowFilter implements ExceptionFilter {
  catch(error: unknown, _host: ArgumentsHost): never {
    throw error;
  }
}

/** Declares a class whose `@EventPattern` methods handle messages; their errors reach the transport. */
export function MessageHandlers(): ClassDecorator {
  return applyDecorators(Controller(), UseFilters(RethrowFilter));
}
