package org.ectsuite.auth.apikey;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ectsuite.auth.account.AccountView;
import org.ectsuite.auth.token.TokenSubject;

/** A program that has shown a good key, and the person for whom it acts. */
public final class KeyHolder {

    private final UUID keyId;
    private final AccountView owner;
    private final Set<KeyScope> scopes;

    KeyHolder(UUID keyId, AccountView owner, Set<KeyScope> scopes) {
        this.keyId = keyId;
        this.owner = owner;
        this.scopes = scopes;
    }

    /** All that its tokens may be allowed. */
    public List<String> scopes() {
        return scopes.stream().map(KeyScope::text).toList();
    }

    /**
     * Whom a token with some of these scopes speaks of.
     *
     * @param granted among {@link #scopes()}
     */
    public TokenSubject subject(Collection<String> granted) {
        Set<KeyScope> wanted = granted.stream()
                .map(KeyScope::of)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(KeyScope.class)));
        return new TokenSubject.KeyHolder(
                owner.id(),
                keyId,
                KeyScope.role(wanted, owner.role()),
                owner.name(),
                owner.callsign(),
                wanted.stream().map(KeyScope::text).toList(),
                KeyScope.audiences(wanted));
    }
}
