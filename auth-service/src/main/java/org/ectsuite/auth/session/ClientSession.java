package org.ectsuite.auth.session;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person lets a client do.
 *
 * @param id the {@code sid} of its tokens
 * @param parentId the browser's session in which the client was let in; null if it was not in a browser, or is long over
 * @param audiences the services of the suite that its access tokens are for
 * @param signedInAt when the person showed who he is
 */
public record ClientSession(
        UUID id,
        UUID accountId,
        UUID clientId,
        @Nullable UUID parentId,
        List<String> scopes,
        List<String> audiences,
        Instant signedInAt,
        Method method) {

    /** A client with this scope goes on when its person has signed out. */
    static final String OFFLINE = "offline_access";

    static ClientSession of(SessionRow row) {
        return new ClientSession(
                row.id,
                row.accountId,
                Objects.requireNonNull(row.clientId),
                row.parentId,
                list(Objects.requireNonNull(row.scopes)),
                list(Objects.requireNonNull(row.audiences)),
                row.signedInAt,
                row.method);
    }

    private static List<String> list(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(" ", -1));
    }
}
