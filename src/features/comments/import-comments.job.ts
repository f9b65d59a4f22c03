import type { Job } from '../../platform/jobs/jobs.ts'
import type { Services } from '../../platform/services.ts'
import { checkImport, commitImport, readUploaded } from './import-comments.action.ts'

/** Reads an uploaded table. */
export const readImportJob: Job<Services, 'read-import'> = {
  name: 'read-import',
  run: (services, data) => readUploaded(services, data),
}

/** Goes through a table row by row and says what bringing it in would come to. */
export const checkImportJob: Job<Services, 'check-import'> = {
  name: 'check-import',
  run: (services, data) => checkImport(services, data, services.now()),
}

/** Brings a table in, all rows or none. */
export const commitImportJob: Job<Services, 'commit-import'> = {
  name: 'commit-import',
  run: (services, data) => commitImport(services, data, services.now()),
}
