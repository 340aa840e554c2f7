package org.ectsuite.auth.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.ectsuite.auth.keys.SigningAlgorithm;
import org.ectsuite.webedge.problem.FieldError;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.keys.EllipticCurves;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientMetadataTest {

    private static final Set<String> SERVICES = Set.of("auth-service", "ectlog-service");

    private static ClientMetadata client(
            ClientAuthentication authentication,
            List<String> redirects,
            Set<ClientGrant> grants,
            Set<String> scopes,
            Set<String> audiences,
            @Nullable String jwks) {
        return client(authentication, redirects, grants, scopes, audiences, false, jwks);
    }

    private static ClientMetadata client(
            ClientAuthentication authentication,
            List<String> redirects,
            Set<ClientGrant> grants,
            Set<String> scopes,
            Set<String> audiences,
            boolean pkceOptional,
            @Nullable String jwks) {
        return new ClientMetadata(
                "Board",
                authentication,
                redirects,
                List.of(),
                null,
                grants,
                scopes,
                audiences,
                SigningAlgorithm.RS256,
                pkceOptional,
                jwks);
    }

    private static List<String> flaws(ClientMetadata metadata) {
        return metadata.flaws(SERVICES).stream().map(FieldError::field).toList();
    }

    private static ClientMetadata web(List<String> redirects, Set<String> scopes) {
        return client(
                ClientAuthentication.SECRET,
                redirects,
                Set.of(ClientGrant.AUTHORIZATION_CODE, ClientGrant.REFRESH_TOKEN),
                scopes,
                Set.of("ectlog-service"),
                null);
    }

    @Test
    void a_web_site_that_signs_people_in_is_fine() {
        assertThat(flaws(web(List.of("https://client.example/cb"), Set.of("openid", "ect"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"SECRET, true", "NONE, false"})
    void only_a_client_that_shows_who_it_is_may_do_without_pkce(ClientAuthentication authentication, boolean may) {
        ClientMetadata excepted = client(
                authentication,
                List.of("https://client.example/cb"),
                Set.of(ClientGrant.AUTHORIZATION_CODE),
                Set.of("openid"),
                Set.of(),
                true,
                null);

        assertThat(flaws(excepted)).isEqualTo(may ? List.of() : List.of("pkceOptional"));
    }

    @Test
    void whoever_signs_people_in_says_where_they_go() {
        assertThat(flaws(web(List.of(), Set.of("openid")))).containsExactly("redirectUris");
    }

    @Test
    void addresses_are_looked_at_one_by_one_and_stand_once() {
        assertThat(flaws(web(List.of("https://client.example/cb", "http://client.example/cb"), Set.of("openid"))))
                .containsExactly("redirectUris[1]");
        assertThat(flaws(web(List.of("https://client.example/cb", "https://client.example/cb"), Set.of("openid"))))
                .containsExactly("redirectUris");
    }

    @Test
    void nobody_may_ask_people_for_what_is_for_programs() {
        assertThat(flaws(web(List.of("https://client.example/cb"), Set.of("openid", "revocations:read"))))
                .containsExactly("scopes");
        assertThat(flaws(web(List.of("https://client.example/cb"), Set.of("everything"))))
                .containsExactly("scopes");
    }

    @Test
    void a_program_that_cannot_show_who_it_is_gets_nothing_in_its_own_name() {
        assertThat(flaws(client(
                        ClientAuthentication.NONE,
                        List.of(),
                        Set.of(ClientGrant.CLIENT_CREDENTIALS),
                        Set.of("people:read"),
                        Set.of("auth-service"),
                        null)))
                .containsExactly("grants");
    }

    @Test
    void a_refresh_token_comes_after_something() {
        assertThat(flaws(client(
                        ClientAuthentication.SECRET,
                        List.of(),
                        Set.of(ClientGrant.REFRESH_TOKEN),
                        Set.of(),
                        Set.of(),
                        null)))
                .containsExactly("grants");
    }

    @Test
    void audiences_are_services_of_the_suite() {
        assertThat(flaws(client(
                        ClientAuthentication.SECRET,
                        List.of(),
                        Set.of(ClientGrant.CLIENT_CREDENTIALS),
                        Set.of("people:read"),
                        Set.of("elsewhere"),
                        null)))
                .containsExactly("audiences");
    }

    @Test
    void keys_are_public_and_strong() throws Exception {
        JsonWebKey curve = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        JsonWebKey weak = RsaJwkGenerator.generateJwk(1024);
        JsonWebKey big = EcJwkGenerator.generateJwk(EllipticCurves.P521);

        assertThat(flaws(signing(set(curve.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY)))))
                .isEmpty();
        assertThat(flaws(signing(set(curve.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE)))))
                .containsExactly("jwks");
        assertThat(flaws(signing(set(weak.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY)))))
                .containsExactly("jwks");
        assertThat(flaws(signing(set(big.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY)))))
                .containsExactly("jwks");
        assertThat(flaws(signing(set("{\"kty\":\"oct\",\"k\":\"AAAA\"}")))).containsExactly("jwks");
        assertThat(flaws(signing("{\"keys\":[]}"))).containsExactly("jwks");
        assertThat(flaws(signing("keys"))).containsExactly("jwks");
        assertThat(flaws(signing(null))).containsExactly("jwks");
    }

    private static String set(String key) {
        return "{\"keys\":[" + key + "]}";
    }

    private static ClientMetadata signing(@Nullable String jwks) {
        return client(
                ClientAuthentication.PRIVATE_KEY_JWT,
                List.of(),
                Set.of(ClientGrant.CLIENT_CREDENTIALS),
                Set.of("people:read"),
                Set.of("auth-service"),
                jwks);
    }
}
