import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** A wire between a browser and the suite that can be cut: connections break and no new one comes through. */
export class Relay {
  private readonly sockets = new Set<Socket>();
  private cutNow = false;

  private constructor(private readonly server: Server) {}

  static async to(port: number): Promise<Relay> {
    const server = createServer();
    const relay = new Relay(server);
    server.on('connection', (near) => {
      if (relay.cutNow) {
        near.destroy();
        return;
      }
      const far = connect(port, '127.0.0.1');
      for (const socket of [near, far]) {
        relay.sockets.add(socket);
        socket.on('error', () => socket.destroy());
        socket.on('close', () => {
          relay.sockets.delete(socket);
          near.destroy();
          far.destroy();
        });
      }
      near.pipe(far);
      far.pipe(near);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return relay;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  cut(): void {
    this.cutNow = true;
    for (const socket of this.sockets) socket.destroy();
  }

  mend(): void {
    this.cutNow = false;
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
