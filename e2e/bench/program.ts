import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** The fields of proc(5), stat, that follow the program's name; the first of them is field 3, the state. */
function stat(pid: number): number[] {
  const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return line
    .slice(line.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
}

/** Seconds since a program began, in steps of a hundredth. */
export function age(pid: number): number {
  const uptime = Number(readFileSync('/proc/uptime', 'utf8').split(' ')[0]);
  return uptime - stat(pid)[22 - 3]! / ticksPerSecond;
}

/** Seconds of processor time that a program has used, in user and system mode, in steps of a hundredth. */
export function processorTime(pid: number): number {
  const fields = stat(pid);
  return (fields[14 - 3]! + fields[15 - 3]!) / ticksPerSecond;
}

/**
 * Memory of a program in MiB (proc(5), status): all that is resident, or what of it is its own. The rest are pages of the
 * program's file, which the kernel drops when it needs the room.
 */
export function memory(pid: number, which: 'VmRSS' | 'RssAnon'): number {
  const line = new RegExp(`^${which}:\\s+(\\d+) kB$`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(line?.[1]) / 1024;
}
