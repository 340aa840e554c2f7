package org.ectsuite.notification;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.ectsuite.testsupport.SmtpServer;
import org.jspecify.annotations.Nullable;

/** The line between the service and its relay; tests cut it, mend it and lead it astray. */
public final class RelayLine implements QuarkusTestResourceLifecycleManager {

    private static volatile @Nullable RelayLine current;

    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger calls = new AtomicInteger();
    private volatile @Nullable ServerSocket socket;
    private volatile int target;
    private int port;

    @Override
    public Map<String, String> start() {
        target = SmtpServer.current().port();
        listen();
        current = this;
        return Map.of("ECT_SMTP_PORT", Integer.toString(port));
    }

    @Override
    public void stop() {
        hangUp();
        current = null;
    }

    /** After the relay itself. */
    @Override
    public int order() {
        return 10;
    }

    private static RelayLine line() {
        RelayLine now = current;
        if (now == null) {
            throw new IllegalStateException("The line is not laid");
        }
        return now;
    }

    /** Nobody can be reached at the other end, and connections that stand break off. */
    static void cut() {
        line().hangUp();
    }

    /** Leads to the relay again. */
    static void mend() {
        line().target = SmtpServer.current().port();
        line().listen();
    }

    /** Leads to another server from now on. */
    static void divertTo(int otherPort) {
        line().hangUp();
        line().target = otherPort;
        line().listen();
    }

    /** How many connections there were so far. */
    static int calls() {
        return line().calls.get();
    }

    private synchronized void listen() {
        hangUp();
        // The old listener lets its port go when its thread has noticed.
        ServerSocket fresh = Awaitility.await("port " + port)
                .pollInterval(Duration.ofMillis(20))
                .ignoreExceptions()
                .until(this::bind, Objects::nonNull);
        port = fresh.getLocalPort();
        socket = fresh;
        Thread.ofVirtual().start(() -> accept(fresh));
    }

    private ServerSocket bind() throws IOException {
        ServerSocket fresh = new ServerSocket();
        fresh.setReuseAddress(true);
        fresh.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return fresh;
    }

    private synchronized void hangUp() {
        ServerSocket listening = socket;
        socket = null;
        if (listening != null) {
            close(listening);
        }
        open.forEach(RelayLine::close);
        open.clear();
    }

    private void accept(ServerSocket listening) {
        try {
            while (true) {
                Socket near = listening.accept();
                calls.incrementAndGet();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(near);
                open.add(far);
                Thread.ofVirtual().start(() -> carry(near, far));
                Thread.ofVirtual().start(() -> carry(far, near));
            }
        } catch (IOException closed) {
            // Cut.
        }
    }

    private static void carry(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException closed) {
            // Either end hung up.
        }
    }

    private static void close(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
