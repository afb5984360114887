/** The monthly tax deduction (PCB) by LHDN's computerised method; docs/pcb.md explains it. Pure functions over data. */
export { monthlyDeduction, type PcbInputs, type PcbResults } from './notation.ts'
