import { once } from "node:events";
import { type AddressInfo, connect, createServer } from "node:net";

/** Finds a port that is free now, for what must know it before it runs. */
export async function freePort(): Promise<number> {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, "close");
    return port;
}

/** Whether a port accepts connections. */
export async function listens(port: number): Promise<boolean> {
    const socket = connect(port, "127.0.0.1");
    try {
        await once(socket, "connect");
        return true;
    } catch {
        return false;
    } finally {
        socket.destroy();
    }
}
