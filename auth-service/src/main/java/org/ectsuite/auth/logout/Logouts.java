package org.ectsuite.auth.logout;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.ectsuite.auth.client.Clients;
import org.ectsuite.auth.idtoken.IdTokenHint;
import org.ectsuite.auth.idtoken.IdTokens;
import org.ectsuite.auth.opaque.OpaqueToken;
import org.ectsuite.auth.protocol.Parameters;
import org.ectsuite.auth.session.BrowserSession;
import org.ectsuite.auth.session.EndReason;
import org.ectsuite.auth.session.Sessions;

/** Signs people out because a client asks for it. */
@ApplicationScoped
class Logouts {

    private final Clients clients;
    private final Sessions sessions;
    private final IdTokens idTokens;

    Logouts(Clients clients, Sessions sessions, IdTokens idTokens) {
        this.clients = clients;
        this.sessions = sessions;
        this.idTokens = idTokens;
    }

    /**
     * What came of a request.
     *
     * @param course what was done, or is to be asked
     */
    record Outcome(LogoutRequest.Course course, LogoutRequest request) {

        /** Where the person goes on to, if the client has said so. */
        Optional<String> onward() {
            String uri = request.redirectUri();
            if (uri == null) {
                return Optional.empty();
            }
            String state = request.state();
            return Optional.of(
                    state == null
                            ? uri
                            : uri + (uri.contains("?") ? "&" : "?") + "state="
                                    + URLEncoder.encode(state, StandardCharsets.UTF_8));
        }

        String clientName() {
            return request.client().map(client -> client.name()).orElse("");
        }
    }

    /** A client sends somebody to be signed out. */
    @WithTransaction
    Uni<Outcome> begin(Parameters parameters, Optional<OpaqueToken> browser) {
        return outcome(parameters, browser, false);
    }

    /** Somebody has said on our page that he wants to sign out. */
    @WithTransaction
    Uni<Outcome> confirm(Parameters parameters, Optional<OpaqueToken> browser) {
        return outcome(parameters, browser, true);
    }

    private Uni<Outcome> outcome(Parameters parameters, Optional<OpaqueToken> browser, boolean confirmed) {
        return read(parameters)
                .chain(request -> session(browser).chain(session -> {
                    LogoutRequest.Course course = request.course(session);
                    boolean out = course == LogoutRequest.Course.SIGN_OUT
                            || (course == LogoutRequest.Course.ASK && confirmed);
                    return out
                            ? sessions.end(session.orElseThrow().id(), EndReason.SIGN_OUT)
                                    .replaceWith(new Outcome(LogoutRequest.Course.SIGN_OUT, request))
                            : Uni.createFrom().item(new Outcome(course, request));
                }));
    }

    private Uni<LogoutRequest> read(Parameters parameters) {
        Optional<IdTokenHint> hint = parameters.find("id_token_hint").flatMap(idTokens::hint);
        String clientId = parameters
                .find("client_id")
                .or(() -> hint.map(IdTokenHint::clientId))
                .orElse("");
        return clients.find(clientId)
                .map(client -> new LogoutRequest(
                        client.filter(known -> known.registration() != null),
                        hint,
                        parameters.find("post_logout_redirect_uri").orElse(null),
                        parameters.find("state").orElse(null)));
    }

    private Uni<Optional<BrowserSession>> session(Optional<OpaqueToken> browser) {
        return browser.map(sessions::behind).orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }
}
