import { costTable } from './cost-table.ts'

process.stdout.write(`${costTable()}\n`)
