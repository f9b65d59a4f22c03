export const roles = [
  'administrator',
  'coordinator',
  'facilitator',
  'note-taker',
  'analyst',
  'member',
  'partner',
  'assessor',
  'records-officer',
] as const
export type Role = (typeof roles)[number]

/** What each role may do in its agency. Whoever holds no role here may do none of it. */
export const permissions = {
  'see the work': [
    'administrator',
    'coordinator',
    'facilitator',
    'note-taker',
    'analyst',
    'member',
    'partner',
    'records-officer',
  ],
  'manage the agency': ['administrator'],
  'see the outbox': ['administrator', 'coordinator'],
  'see the audit log': ['administrator', 'records-officer'],
  'run engagements': ['administrator', 'coordinator'],
  'enter comments for others': ['administrator', 'coordinator', 'facilitator', 'note-taker', 'partner'],
  'read comments': ['administrator', 'coordinator', 'facilitator', 'analyst', 'records-officer'],
  'moderate comments': ['administrator', 'coordinator', 'facilitator'],
  'import comments': ['administrator', 'coordinator', 'analyst'],
  'code comments': ['administrator', 'coordinator', 'analyst', 'facilitator'],
  'write themes': ['administrator', 'coordinator', 'analyst'],
  'run conversations': ['administrator', 'coordinator', 'facilitator'],
  decide: ['administrator', 'coordinator'],
  'release records': ['administrator', 'records-officer'],
  'export data': ['administrator', 'coordinator', 'analyst', 'records-officer'],
  'manage integrations': ['administrator'],
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof permissions

/** A person's place in one agency: the roles they hold there now. */
export type Seat = { personId: string; agencyId: string; roles: readonly Role[] }

export function may(seat: Seat | undefined, permission: Permission): boolean {
  const holders: readonly Role[] = permissions[permission]
  return seat !== undefined && seat.roles.some((role) => holders.includes(role))
}

/** The need of a route that asks for a permission in the agency of its address. */
export function toMay(permission: Permission): { may: Permission } {
  return { may: permission }
}
