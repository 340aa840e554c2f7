package org.ectsuite.auth.apikey;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ectsuite.auth.account.Role;
import org.ectsuite.tokensecurity.ApiKeys;

/** What an API key may be allowed. None of these reaches sign-ins, keys or factors. */
enum KeyScope {
    ECTLOG_READ(ApiKeys.ECTLOG_READ, Role.USER),
    ECTLOG_WRITE(ApiKeys.ECTLOG_WRITE, Role.USER),
    MEDIA_READ(ApiKeys.MEDIA_READ, Role.USER),
    ADMIN_READ(ApiKeys.ADMIN_READ, Role.ADMIN);

    private final String text;
    private final Role needed;

    KeyScope(String text, Role needed) {
        this.text = text;
        this.needed = needed;
    }

    static Optional<KeyScope> of(String text) {
        return Arrays.stream(values()).filter(scope -> scope.text.equals(text)).findFirst();
    }

    /** Those that an owner of this role may give. */
    static Set<KeyScope> within(Role role) {
        return Arrays.stream(values())
                .filter(scope -> role.compareTo(scope.needed) >= 0)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(KeyScope.class)));
    }

    /**
     * Whether these may stand in one key: what reads with an administrator's rights must not write, or the key would be an
     * administrator who is never asked for a second factor.
     */
    static boolean compatible(Collection<KeyScope> scopes) {
        return !(scopes.contains(ADMIN_READ) && scopes.contains(ECTLOG_WRITE));
    }

    /** The highest role that a key with these scopes uses. */
    static Role role(Collection<KeyScope> scopes, Role owner) {
        return owner == Role.ADMIN && !scopes.contains(ADMIN_READ) ? Role.NCS : owner;
    }

    /** The services that a token with these scopes is for, in a stable order. */
    static List<String> audiences(Collection<KeyScope> scopes) {
        return List.copyOf(scopes.stream()
                .flatMap(scope -> scope.audiences().stream())
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    private List<String> audiences() {
        return switch (this) {
            case ECTLOG_READ, ECTLOG_WRITE -> List.of("ectlog-service");
            case MEDIA_READ -> List.of("media-service");
            case ADMIN_READ -> List.of("auth-service", "ectlog-service", "media-service", "notification-service");
        };
    }

    /** As it is written in tokens and requests. */
    String text() {
        return text;
    }
}
