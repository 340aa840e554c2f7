package org.ectsuite.audit;

import org.ectsuite.tokensecurity.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Who acted.
 *
 * @param subject the user id, the client id of a service, or {@link #ANONYMOUS}; at most 200 characters
 * @param name the display name at that time, at most 200 characters
 * @param callsign the callsign at that time, at most 20 characters
 * @param client the client through which the actor came ({@code web} or a service), at most 100 characters
 */
public record AuditActor(
        String subject, @Nullable String name, @Nullable String callsign, String client) {

    /** The subject of somebody who has not signed in. */
    public static final String ANONYMOUS = "anonymous";

    /** A person, for places that know one before there is a token: signing in. */
    public static AuditActor person(String subject, @Nullable String name, @Nullable String callsign, String client) {
        return new AuditActor(subject, name, callsign, client);
    }

    /** A service that acts by itself: a scheduled job, the first start. */
    public static AuditActor service(String clientId) {
        return new AuditActor(clientId, null, null, clientId);
    }

    /** Somebody who has not signed in, coming through the given client. */
    public static AuditActor anonymous(String client) {
        return new AuditActor(ANONYMOUS, null, null, client);
    }

    static AuditActor of(Caller caller) {
        return new AuditActor(caller.subject(), caller.name(), caller.callsign(), caller.clientId());
    }
}
