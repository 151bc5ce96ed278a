export * from './acceptance-fixtures.ts';
export * from './project-fixtures.ts';
