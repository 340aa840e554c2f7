// Generates the typed view of the services' OpenAPI documents (contracts/), or checks that it is fresh:
//   node scripts/api.mjs generate | check
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import openapiTS, { astToString } from 'openapi-typescript'

const web = join(dirname(fileURLToPath(import.meta.url)), '..')
const contracts = join(web, '..', 'contracts')
const generated = join(web, 'src', 'api', 'generated')
const services = ['auth-service', 'ectlog-service', 'media-service', 'notification-service']
const banner = (document) =>
  `// Generated from contracts/${document} by \`npm run api:generate\`. Do not edit.\n\n`

const mode = process.argv[2]
if (mode !== 'generate' && mode !== 'check') {
  console.error('usage: node scripts/api.mjs generate | check')
  process.exit(2)
}

let stale = false
for (const service of services) {
  const document = `${service}.openapi.json`
  const source = join(contracts, document)
  if (!existsSync(source)) {
    console.error(`contracts/${document} is missing`)
    process.exit(1)
  }
  const text = banner(document) + astToString(await openapiTS(pathToFileURL(source), { alphabetize: true }))
  const target = join(generated, `${service}.ts`)
  if (mode === 'generate') {
    mkdirSync(generated, { recursive: true })
    writeFileSync(target, text)
    console.log(`src/api/generated/${service}.ts`)
  } else if (!existsSync(target) || readFileSync(target, 'utf8') !== text) {
    console.error(`src/api/generated/${service}.ts is stale: run \`npm run api:generate\``)
    stale = true
  }
}
process.exit(stale ? 1 : 0)
