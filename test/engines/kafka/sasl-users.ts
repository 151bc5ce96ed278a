/** Users of the listeners that ask for a password and enforce access rules. */
export const saslUsers = { admin: 'admin-secret', intake: 'intake-secret', analytics: 'analytics-secret' };

/** Mechanisms of the encrypted listener, as the broker names them; the other one takes the first only. */
export const saslMechanisms = ['PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512'] as const;
