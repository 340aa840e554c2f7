import { createHash } from 'node:crypto';
import { cpSync, lstatSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const demo = path.resolve(import.meta.dirname, '../../deploy/local/src/main/resources/demo/media');

/** Fills the media folders of a stack with the demonstration library. */
export function fillMedia(folder: string): void {
  mkdirSync(folder, { recursive: true });
  cpSync(demo, folder, { recursive: true, preserveTimestamps: true });
}

/** Everything about a tree that a read-only service must leave as it is; time of last access left aside. */
export function fingerprint(folder: string): Record<string, string> {
  const all: Record<string, string> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    const state = lstatSync(file, { bigint: true });
    const content = entry.isFile() ? createHash('sha256').update(readFileSync(file)).digest('hex') : 'folder';
    all[path.relative(folder, file)] =
      `${state.mode} ${state.uid}:${state.gid} ${state.size} ${state.mtimeNs} ${state.ctimeNs} ${content}`;
  }
  return all;
}
