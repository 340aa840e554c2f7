import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const project = path.resolve(import.meta.dirname, '../..');

export type ServiceName = 'auth-service' | 'ectlog-service' | 'media-service' | 'notification-service';

/** A suite of its own: started with `./ect up` as a person would, on ports and in a folder of its own. */
export class Stack {
  readonly data = mkdtempSync(path.join(tmpdir(), 'ect-journey-'));
  readonly administrator = 'admin@ect.example';
  private process: ChildProcess | undefined;
  private output = '';

  private constructor(readonly offset: number) {}

  static async create(): Promise<Stack> {
    return new Stack(await freeOffset());
  }

  get origin(): string {
    return `http://localhost:${this.port}`;
  }

  get port(): number {
    return 8080 + this.offset;
  }

  /** Where auth-service listens behind the gateway. */
  get auth(): string {
    return `http://localhost:${8081 + this.offset}`;
  }

  get mailbox(): string {
    return `http://localhost:${8025 + this.offset}`;
  }

  get media(): string {
    return path.join(this.data, 'media');
  }

  /** Resolves when the suite has said that it runs, to the last line of it. */
  async up(...options: string[]): Promise<void> {
    mkdirSync(this.data, { recursive: true });
    const args = ['up', '--data', this.data, '--port-offset', String(this.offset)];
    args.push('--admin', this.administrator);
    if (!process.env.ECT_NATIVE) args.push('--jvm');
    const child = spawn(path.join(project, 'ect'), [...args, ...options], { cwd: project, detached: true });
    this.process = child;
    this.output = '';
    await new Promise<void>((resolve, reject) => {
      const read = (chunk: Buffer): void => {
        this.output += chunk.toString();
        appendFileSync(path.join(this.data, 'up.log'), chunk);
        if (/^ *Stop +Ctrl-C$/m.test(this.output)) resolve();
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
      child.once('exit', (code) =>
        reject(new Error(`./ect up ended with ${code}:\n${this.output}${this.logs()}`)),
      );
    });
  }

  /** What `./ect up` has printed since the last start. */
  get printed(): string {
    return this.output;
  }

  async service(verb: 'stop' | 'start', name: ServiceName): Promise<void> {
    await run(path.join(project, 'ect'), ['service', '--data', this.data, verb, name]);
  }

  /** A command of `./ect` for this stack; returns what it says. */
  async ect(command: string, ...options: string[]): Promise<string> {
    const { stdout } = await run(path.join(project, 'ect'), [command, '--data', this.data, ...options]);
    return stdout;
  }

  /** The processes of the suite: the launcher and all that it started, by their numbers. */
  processes(): number[] {
    return [this.launcher(), ...this.leftovers()];
  }

  /** What the launcher has noted as started and not yet ended. */
  leftovers(): number[] {
    return this.noted().map(({ pid }) => pid);
  }

  /** The process of a service. */
  pid(name: ServiceName): number {
    const found = this.noted().find((one) => one.name === name);
    if (!found) throw new Error(`${name} is not running`);
    return found.pid;
  }

  /** Pulls the plug: launcher, gateway, mailbox, services and PostgreSQL with all its backends, by SIGKILL. */
  async kill(): Promise<void> {
    const exited = this.exited();
    const all = [...this.processes()];
    for (const parent of [...all]) all.push(...(await children(parent)));
    for (const pid of all) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
      }
    }
    await exited;
  }

  /** Ends the suite as Ctrl-C does; resolves with the exit code. */
  async down(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    if (!this.process || this.process.exitCode !== null || this.process.signalCode !== null) return null;
    const exited = this.exited();
    process.kill(this.launcher(), signal);
    return await exited;
  }

  /** Keeps the services' logs for whoever looks into a failure. */
  keepLogs(folder: string): void {
    const logs = path.join(this.data, 'logs');
    // A stack that did not come up may have none.
    if (existsSync(logs)) cpSync(logs, folder, { recursive: true });
  }

  /** Ends the suite and removes its folder. */
  async remove(): Promise<void> {
    await this.down();
    rmSync(this.data, { recursive: true, force: true });
  }

  private noted(): { pid: number; name: string }[] {
    return readFileSync(path.join(this.data, 'run/processes'), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => {
        const [pid, , name] = line.split(' ');
        return { pid: Number(pid), name: name! };
      });
  }

  private launcher(): number {
    const pid = this.process?.pid;
    if (pid === undefined) throw new Error('the suite is not running');
    return pid;
  }

  private exited(): Promise<number | null> {
    const child = this.process;
    if (!child) throw new Error('the suite is not running');
    return new Promise((resolve) => child.once('exit', (code) => resolve(code)));
  }

  private logs(): string {
    let all = '';
    for (const name of ['auth-service', 'ectlog-service', 'media-service', 'notification-service']) {
      try {
        const lines = readFileSync(path.join(this.data, 'logs', `${name}.log`), 'utf8').split('\n');
        all += `\n--- ${name}\n${lines.slice(-15).join('\n')}`;
      } catch {
        all += `\n--- ${name}: no log`;
      }
    }
    return all;
  }
}

async function children(parent: number): Promise<number[]> {
  try {
    const { stdout } = await run('pgrep', ['-P', String(parent)]);
    const direct = stdout.split('\n').filter(Boolean).map(Number);
    const deeper = await Promise.all(direct.map(children));
    return [...direct, ...deeper.flat()];
  } catch {
    return []; // pgrep says by its exit code that there are none
  }
}

const ports = [8080, 8081, 8082, 8083, 8084, 8025, 2525, 8432, 8090, 9081, 9082, 9083, 9084];

async function freeOffset(): Promise<number> {
  // Two stacks that start at the same moment must not look at the same ports first.
  const begin = Math.floor(Math.random() * 100);
  for (let tried = 0; tried < 100; tried++) {
    const offset = 11_000 + 100 * ((begin + tried) % 100);
    const free = await Promise.all(ports.map((port) => isFree(port + offset)));
    if (free.every(Boolean)) return offset;
  }
  throw new Error('no free ports');
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
