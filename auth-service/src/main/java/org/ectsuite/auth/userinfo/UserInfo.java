package org.ectsuite.auth.userinfo;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Collection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ectsuite.auth.account.AccountView;
import org.ectsuite.auth.client.PersonScope;
import org.jspecify.annotations.Nullable;

/**
 * Claims about a person (OpenID Connect Core section 5.1), as far as the scopes go.
 *
 * @param callsign of the person's station; the one claim of our own
 * @param emailVerified always, since nobody gets an account without showing that the mailbox is his
 */
// The endpoint answers with a bare response, which tells the native build nothing of this type.
@RegisterForReflection
@Schema(name = "UserInfo")
@JsonInclude(JsonInclude.Include.NON_NULL)
record UserInfo(
        String sub,
        @Nullable String name,
        @Nullable String callsign,
        @Nullable String zoneinfo,
        @Nullable String locale,
        @Nullable String email,
        @JsonProperty("email_verified") @Nullable Boolean emailVerified) {

    static UserInfo of(AccountView account, Collection<String> scopes) {
        boolean profile = scopes.contains(PersonScope.PROFILE.text());
        boolean email = scopes.contains(PersonScope.EMAIL.text());
        return new UserInfo(
                account.id().toString(),
                profile && !account.name().isEmpty() ? account.name() : null,
                profile ? account.callsign() : null,
                profile ? account.zone() : null,
                profile ? account.locale() : null,
                email ? account.email().text() : null,
                email ? Boolean.TRUE : null);
    }
}
