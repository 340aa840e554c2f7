package org.ectsuite.auth.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ServiceClientsTest {

    private record Service(String secret, Set<String> scopes, Set<String> audiences) implements ClientConfig.Service {}

    private final ServiceClients clients = new ServiceClients(Map.of(
            "one", new Service("secret-of-one", Set.of("a:read"), Set.of("x")),
            "two", new Service("secret-of-two", Set.of("b:read"), Set.of("y"))));

    @Test
    void a_program_is_known_by_its_own_secret() {
        assertThat(clients.authenticate("one", "secret-of-one"))
                .contains(OAuthClient.service("one", Set.of("a:read"), Set.of("x")));
    }

    @Test
    void and_by_nothing_else() {
        assertThat(clients.authenticate("one", "secret-of-two")).isEmpty();
        assertThat(clients.authenticate("one", "")).isEmpty();
        assertThat(clients.authenticate("one", "secret-of-one ")).isEmpty();
        assertThat(clients.authenticate("three", "secret-of-one")).isEmpty();
        // The stand-in for unknown clients is the hash of nothing: it must not let nothing in.
        assertThat(clients.authenticate("three", "")).isEmpty();
        assertThat(clients.authenticate("", "")).isEmpty();
    }
}
