package org.ectsuite.auth.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import org.ectsuite.auth.Person;
import org.ectsuite.auth.ServiceUnderTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DiscoveryResourceTest {

    private static final String ISSUER = ServiceUnderTest.PUBLIC_URL + "/auth";

    private static Response metadata() {
        return Person.anonymous().get("/auth/.well-known/openid-configuration");
    }

    @Test
    void says_what_there_is() {
        JsonPath metadata = metadata().jsonPath();

        assertThat(metadata.getString("issuer")).isEqualTo(ISSUER);
        assertThat(metadata.getList("response_types_supported")).isEqualTo(List.of("code"));
        assertThat(metadata.getList("code_challenge_methods_supported")).isEqualTo(List.of("S256"));
        assertThat(metadata.<String>getList("id_token_signing_alg_values_supported"))
                .contains("RS256", "ES256");
        assertThat(metadata.<String>getList("subject_types_supported")).containsExactly("public");
        assertThat(metadata.getBoolean("authorization_response_iss_parameter_supported"))
                .isTrue();
        assertThat(metadata.getBoolean("request_uri_parameter_supported")).isFalse();
        assertThat(metadata.<String>getList("scopes_supported")).contains("openid", "profile", "email", "ect");
    }

    @Test
    void every_endpoint_it_names_is_there() {
        JsonPath metadata = metadata().jsonPath();

        assertThat(metadata.getMap("$").entrySet())
                .filteredOn(entry -> {
                    String name = String.valueOf(entry.getKey());
                    return name.endsWith("_endpoint") || name.equals("jwks_uri");
                })
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(entry -> {
                    String address = String.valueOf(entry.getValue());
                    assertThat(address).startsWith(ISSUER + "/");
                    int status = Person.anonymous()
                            .get(address.substring(ServiceUnderTest.PUBLIC_URL.length()))
                            .statusCode();
                    assertThat(status).as(address).isNotEqualTo(404);
                });
    }

    @Test
    void is_the_same_for_both_standards_and_may_be_kept() {
        Response other = Person.anonymous().get("/auth/.well-known/oauth-authorization-server");

        assertThat(other.asString()).isEqualTo(metadata().asString());
        assertThat(metadata().header("Cache-Control")).isEqualTo("public, max-age=300");
        assertThat(metadata().contentType()).startsWith("application/json");
    }
}
