/** Injection token of the aggregate, made over the policy packs of this deployment. */
export const PROJECT = Symbol('construction project');
