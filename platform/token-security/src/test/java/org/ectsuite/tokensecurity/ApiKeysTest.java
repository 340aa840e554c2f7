package org.ectsuite.tokensecurity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiKeysTest {
    private static final UUID KEY = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8059");

    private static Caller key(String... scopes) {
        var owner = Callers.person(Callers.NOON);
        return new Caller(
                owner.subject(),
                owner.userId(),
                KEY,
                ApiKeys.clientId(KEY),
                owner.name(),
                owner.callsign(),
                Set.of(Roles.USER, Roles.LOGGER),
                Set.of(scopes),
                owner.issuedAt(),
                owner.expiresAt(),
                owner.tokenId(),
                owner.keyId(),
                null);
    }

    @ParameterizedTest
    @CsvSource({
        "ectlog:read,  ectlog-service, true",
        "ectlog:write, ectlog-service, true",
        "ectlog:write, ectlog-service, false",
        "media:read,   media-service,  true",
        "admin:read,   auth-service,   true",
        "admin:read,   ectlog-service, true",
    })
    void keeps_its_owners_roles_within_its_scopes(String scope, String service, boolean reads) {
        assertThat(ApiKeys.bounded(key(scope), service, reads).roles()).containsExactlyInAnyOrder("USER", "LOGGER");
    }

    @ParameterizedTest
    @CsvSource({
        "ectlog:read,  ectlog-service, false",
        "ectlog:read,  media-service,  true",
        "ectlog:write, media-service,  true",
        "ectlog:write, auth-service,   false",
        "media:read,   media-service,  false",
        "admin:read,   auth-service,   false",
        "admin:read,   ectlog-service, false",
        "log:write,    ectlog-service, false",
    })
    void has_no_role_beyond_them(String scope, String service, boolean reads) {
        assertThat(ApiKeys.bounded(key(scope), service, reads).roles()).isEmpty();
    }

    @Test
    void people_in_a_browser_have_their_roles_everywhere() {
        var person = Callers.person(Callers.NOON);

        assertThat(ApiKeys.bounded(person, "media-service", false)).isEqualTo(person);
    }
}
