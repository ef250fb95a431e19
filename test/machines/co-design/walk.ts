/** Ways to walk an initiative to each stage. */
export * from './walk-design.ts';
export * from './walk-official.ts';
