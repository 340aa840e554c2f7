package org.ectsuite.local;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;

/** Folders and ports of a stack for one test. */
final class TestStack {

    private static final int TRIES = 200;

    private TestStack() {}

    static StackFolders folders(Path data) {
        StackFolders folders = new StackFolders(data.resolve("project"), data.resolve("data"));
        folders.create();
        return folders;
    }

    /** Ports that are free now, found by trying offsets upwards from an arbitrary free port. */
    static Ports freePorts() throws IOException {
        int offset;
        try (ServerSocket socket = new ServerSocket(0)) {
            offset = socket.getLocalPort() % 20_000 + 20_000;
        }
        for (int i = 0; i < TRIES; i++) {
            Ports ports = new Ports(offset + i * 7);
            if (ports.all().keySet().stream().allMatch(TestStack::free)) {
                return ports;
            }
        }
        throw new IOException("no free ports");
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
