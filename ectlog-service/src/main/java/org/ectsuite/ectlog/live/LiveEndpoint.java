package org.ectsuite.ectlog.live;

import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.OnBinaryMessage;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.quarkus.websockets.next.WebSocketSecurity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.annotation.security.RolesAllowed;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.ectsuite.ectlog.ids.Ids;
import org.ectsuite.ectlog.operator.Operator;
import org.ectsuite.ectlog.operator.Operators;
import org.ectsuite.tokensecurity.Caller;
import org.ectsuite.tokensecurity.RevocationList;
import org.ectsuite.tokensecurity.Roles;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The socket by which a client follows a net; contracts/live-protocol.md describes what is said. The token is checked at the
 * upgrade, the framework closes the socket when it expires, and a fresh one comes in-band.
 */
@WebSocket(path = "/live/nets/{netId}", endpointId = LiveEndpoint.ID)
@RolesAllowed(Roles.USER)
class LiveEndpoint {

    static final String ID = "live";

    private static final Logger LOG = Logger.getLogger(LiveEndpoint.class);
    private static final TypedKey<LiveSocket> SOCKET = new TypedKey<>("socket");

    private final NetFeeds feeds;
    private final PresenceBoard presence;
    private final LiveStore store;
    private final Operators operators;
    private final RevocationList revocations;
    private final WebSocketSecurity security;
    private final CurrentIdentityAssociation identity;
    private final LiveConfig config;

    LiveEndpoint(
            NetFeeds feeds,
            PresenceBoard presence,
            LiveStore store,
            Operators operators,
            RevocationList revocations,
            WebSocketSecurity security,
            CurrentIdentityAssociation identity,
            LiveConfig config) {
        this.feeds = feeds;
        this.presence = presence;
        this.store = store;
        this.operators = operators;
        this.revocations = revocations;
        this.security = security;
        this.identity = identity;
        this.config = config;
    }

    @OnOpen
    Uni<Void> open(WebSocketConnection connection) {
        UUID netId = netId(connection);
        Caller caller = Caller.of(identity.getIdentity());
        long since =
                LiveUpgradeCheck.since(connection.handshakeRequest().query()).orElse(Long.MAX_VALUE);
        return store.sequence(netId)
                .invoke(found -> {
                    // Deleted since the upgrade: then the journal is as empty as it was before the net.
                    long sequence = found.orElse(0L);
                    LiveSocket socket = new LiveSocket(
                            Ids.next(), wire(connection), config.queue(), Math.min(since, sequence), caller);
                    connection.userData().put(SOCKET, socket);
                    socket.offer(store.text(new ServerMessage.Welcome(sequence, Operator.of(caller))));
                    feeds.follow(netId, socket, sequence);
                    if (revocations.revoked(caller)) {
                        socket.close(Closing.REVOKED);
                    }
                    presence.arrive(netId, socket);
                    operators.remember(caller);
                })
                .replaceWithVoid();
    }

    @OnTextMessage
    Uni<Void> text(String message, WebSocketConnection connection) {
        LiveSocket socket = connection.userData().get(SOCKET);
        if (socket == null) {
            return Uni.createFrom().voidItem();
        }
        return switch (ClientMessage.parse(message).orElse(null)) {
            case ClientMessage.Ping ping -> {
                socket.offer(store.text(new ServerMessage.Pong()));
                yield Uni.createFrom().voidItem();
            }
            case ClientMessage.Token token -> refresh(socket, token);
            case null -> {
                socket.close(Closing.UNKNOWN_MESSAGE);
                yield Uni.createFrom().voidItem();
            }
        };
    }

    @OnBinaryMessage
    void binary(Buffer message, WebSocketConnection connection) {
        LiveSocket socket = connection.userData().get(SOCKET);
        if (socket != null) {
            socket.close(Closing.UNKNOWN_MESSAGE);
        }
    }

    @OnClose
    void close(WebSocketConnection connection) {
        LiveSocket socket = connection.userData().get(SOCKET);
        if (socket != null) {
            UUID netId = netId(connection);
            feeds.leave(netId, socket);
            presence.leave(netId, socket);
        }
    }

    @OnError
    Uni<Void> failed(Throwable failure, WebSocketConnection connection) {
        LOG.debugf(failure, "The socket %s failed", connection.id());
        if (connection.isClosed()) {
            return Uni.createFrom().voidItem();
        }
        return connection.close(closeReason(failure));
    }

    private static CloseReason closeReason(Throwable failure) {
        if (failure instanceof CorruptedWebSocketFrameException corrupted) {
            return new CloseReason(
                    corrupted.closeStatus().code(), corrupted.closeStatus().reasonText());
        }
        // The framework has no type of its own for a message over the limit that came in several frames.
        boolean tooLong = String.valueOf(failure.getMessage()).contains("max message size");
        Closing reason = tooLong ? Closing.TOO_LONG : Closing.FAILED;
        return new CloseReason(reason.code(), reason.reason());
    }

    /** The framework refuses a token of somebody else, and moves the time at which it closes the socket. */
    private Uni<Void> refresh(LiveSocket socket, ClientMessage.Token token) {
        return Uni.createFrom()
                .completionStage(() -> security.updateSecurityIdentity(token.token()))
                .invoke(fresh -> accept(socket, fresh))
                .onFailure()
                .invoke(failure -> socket.close(Closing.TOKEN_REFUSED))
                .replaceWithVoid()
                .onFailure()
                .recoverWithNull();
    }

    private void accept(LiveSocket socket, SecurityIdentity fresh) {
        Caller caller = Caller.of(fresh);
        if (!caller.is(Roles.USER) || !caller.subject().equals(socket.caller().subject())) {
            socket.close(Closing.TOKEN_REFUSED);
            return;
        }
        socket.become(caller);
        if (revocations.revoked(caller)) {
            socket.close(Closing.REVOKED);
            return;
        }
        socket.offer(store.text(new ServerMessage.TokenAccepted(caller.expiresAt())));
    }

    private static UUID netId(WebSocketConnection connection) {
        return UUID.fromString(connection.pathParam("netId"));
    }

    private static Wire wire(WebSocketConnection connection) {
        return new Wire() {
            @Override
            public CompletionStage<@Nullable Void> send(String message) {
                return connection.sendText(message).subscribeAsCompletionStage();
            }

            @Override
            public void close(Closing reason) {
                connection
                        .close(new CloseReason(reason.code(), reason.reason()))
                        .subscribe()
                        .with(closed -> {}, failure -> LOG.debugf("A socket was gone before it was closed"));
            }
        };
    }
}
