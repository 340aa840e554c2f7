package org.ectsuite.tokensecurity;

import java.util.Set;
import java.util.UUID;

/**
 * What a person's API key may do. Its token carries the person's roles, its scopes bound them: {@code <service>:read} lets
 * it read, {@code <service>:write} read and change, {@link #ADMIN_READ} read everywhere. A service for which it has no scope
 * sees a caller without any role.
 */
public final class ApiKeys {
    /** May read nets, their logs and journals. */
    public static final String ECTLOG_READ = "ectlog:read";

    /** May write in nets, as far as its owner's roles reach. */
    public static final String ECTLOG_WRITE = "ectlog:write";

    /** May read and play media. */
    public static final String MEDIA_READ = "media:read";

    /** May read what administrators read, in every service. */
    public static final String ADMIN_READ = "admin:read";

    private static final String CLIENT_PREFIX = "api-key:";
    private static final String SERVICE_SUFFIX = "-service";

    private ApiKeys() {}

    /** The client id in the tokens of a key, by which services know them. */
    public static String clientId(UUID keyId) {
        return CLIENT_PREFIX + keyId;
    }

    static boolean made(Caller caller) {
        return caller.clientId().startsWith(CLIENT_PREFIX);
    }

    /**
     * The caller, without roles where the key's scopes do not reach.
     *
     * @param service the name of this service
     * @param reads whether the request is of a kind that changes nothing
     */
    static Caller bounded(Caller caller, String service, boolean reads) {
        if (!made(caller)) {
            return caller;
        }
        String name = service.endsWith(SERVICE_SUFFIX)
                ? service.substring(0, service.length() - SERVICE_SUFFIX.length())
                : service;
        boolean allowed =
                caller.may(name + ":write") || (reads && (caller.may(name + ":read") || caller.may(ADMIN_READ)));
        return allowed ? caller : caller.withRoles(Set.of());
    }
}
