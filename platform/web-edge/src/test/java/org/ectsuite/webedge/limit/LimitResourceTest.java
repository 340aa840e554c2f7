package org.ectsuite.webedge.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ectsuite.webedge.app.EdgeClient.freshAddress;
import static org.ectsuite.webedge.app.EdgeClient.requestFrom;
import static org.ectsuite.webedge.app.EdgeClient.requestOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.ectsuite.testsupport.PostgresResource;
import org.ectsuite.webedge.app.StoppableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class LimitResourceTest {

    @Inject
    StoppableClock clock;

    @BeforeEach
    void stopTheClock() {
        clock.stopAt(Instant.parse("2026-01-31T18:30:00Z"));
    }

    @AfterEach
    void letItRun() {
        clock.reset();
    }

    @Test
    void anonymous_requests_are_200_a_minute_for_an_address() {
        // Given
        String address = freshAddress();
        Response last = repeat(200, () -> requestFrom(address).get("/request"));

        // When
        Response refused = requestFrom(address).get("/request");

        // Then
        assertThat(last.statusCode()).isEqualTo(200);
        assertThat(last.header("RateLimit-Limit")).isEqualTo("200");
        assertThat(last.header("RateLimit-Remaining")).isEqualTo("0");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.contentType()).startsWith("application/problem+json");
        assertThat(refused.jsonPath().getString("code")).isEqualTo("too-many-requests");
        assertThat(refused.header("Retry-After")).isEqualTo("60");
        assertThat(refused.header("RateLimit-Remaining")).isEqualTo("0");
        assertThat(refused.header("RateLimit-Reset")).isEqualTo("60");
    }

    @Test
    void after_a_minute_the_address_may_ask_again() {
        // Given
        String address = freshAddress();
        repeat(201, () -> requestFrom(address).get("/request"));
        clock.advance(Duration.ofMinutes(1));

        // When
        Response response = requestFrom(address).get("/request");

        // Then
        assertThat(response.statusCode()).isEqualTo(200);
    }

    @Test
    void a_spoofed_header_does_not_change_the_address() {
        // Given
        String address = freshAddress();
        int[] spoof = {0};
        repeat(
                200,
                () -> requestFrom("198.51.100." + spoof[0]++ + ", " + address).get("/request"));

        // When
        Response refused = requestFrom("192.0.2.1, " + address).get("/request");

        // Then
        assertThat(refused.statusCode()).isEqualTo(429);
    }

    @Test
    void neighbours_in_one_ipv6_network_share_a_budget() {
        // Given
        int[] host = {1};
        repeat(
                200,
                () -> requestFrom("2001:db8:77:1::" + Integer.toHexString(host[0]++))
                        .get("/request"));

        // When
        Response sameNetwork = requestFrom("2001:db8:77:1:ffff::1").get("/request");
        Response otherNetwork = requestFrom("2001:db8:77:2::1").get("/request");

        // Then
        assertThat(sameNetwork.statusCode()).isEqualTo(429);
        assertThat(otherNetwork.statusCode()).isEqualTo(200);
    }

    @Test
    void a_forged_token_counts_for_the_address_and_not_for_whom_it_names() {
        // Given
        String address = freshAddress();
        repeat(
                200,
                () -> requestFrom(address)
                        .header("Authorization", "Bearer forged-" + UUID.randomUUID())
                        .get("/closed"));

        // When
        Response refused = requestFrom(address)
                .header("Authorization", "Bearer forged-again")
                .get("/closed");

        // Then
        assertThat(refused.statusCode()).isEqualTo(429);
    }

    @Test
    void a_forged_token_at_an_open_endpoint_counts_for_the_address() {
        // Given
        String address = freshAddress();
        repeat(
                200,
                () -> requestFrom(address)
                        .header("Authorization", "Bearer forged")
                        .get("/request"));

        // When
        Response refused =
                requestFrom(address).header("Authorization", "Bearer forged").get("/request");

        // Then
        assertThat(refused.statusCode()).isEqualTo(429);
    }

    @Test
    void unknown_paths_count_too() {
        // Given
        String address = freshAddress();
        repeat(200, () -> requestFrom(address).get("/no/such/thing"));

        // When
        Response refused = requestFrom(address).get("/no/such/thing");

        // Then
        assertThat(refused.statusCode()).isEqualTo(429);
    }

    @Test
    void two_people_behind_one_address_do_not_starve_each_other() {
        // Given
        String address = freshAddress();
        String alice = UUID.randomUUID().toString();
        String bob = UUID.randomUUID().toString();
        Response last = repeat(600, () -> requestOf(address, alice, "NCS").get("/closed"));

        // When
        Response refused = requestOf(address, alice, "NCS").get("/closed");
        Response granted = requestOf(address, bob, "NCS").get("/closed");

        // Then
        assertThat(last.statusCode()).isEqualTo(200);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.header("RateLimit-Limit")).isEqualTo("600");
        assertThat(granted.statusCode()).isEqualTo(200);
    }

    @Test
    void one_person_with_two_addresses_has_one_budget() {
        // Given
        String alice = UUID.randomUUID().toString();
        String home = freshAddress();
        String van = freshAddress();
        repeat(300, () -> requestOf(home, alice, "NCS").get("/closed"));
        repeat(300, () -> requestOf(van, alice, "NCS").get("/closed"));

        // When
        Response refused = requestOf(freshAddress(), alice, "NCS").get("/closed");

        // Then
        assertThat(refused.statusCode()).isEqualTo(429);
    }

    @Test
    void refusals_of_a_role_count_for_the_person() {
        // Given
        String alice = UUID.randomUUID().toString();
        Response last =
                repeat(600, () -> requestOf("203.1.113.80", alice, "USER").get("/closed"));

        // When
        Response refused = requestOf("203.1.113.80", alice, "USER").get("/closed");

        // Then
        assertThat(last.statusCode()).isEqualTo(403);
        assertThat(refused.statusCode()).isEqualTo(429);
    }

    @Test
    void a_service_has_a_budget_of_its_own() {
        // When
        Response response = requestOf(freshAddress(), "ectlog-service", "NCS").get("/closed");

        // Then
        assertThat(response.header("RateLimit-Limit")).isEqualTo("60000");
    }

    @Test
    void all_people_of_an_address_together_are_under_a_ceiling() {
        // Given
        String address = freshAddress();
        Response last = repeat(
                3_000,
                () -> requestOf(address, UUID.randomUUID().toString(), "NCS").get("/range"));

        // When
        Response refused =
                requestOf(address, UUID.randomUUID().toString(), "NCS").get("/closed");

        // Then
        assertThat(last.statusCode()).isEqualTo(200);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.header("RateLimit-Limit")).isEqualTo("3000");
    }

    @Test
    void the_ceiling_is_not_for_programs_inside() {
        // When
        Response last = repeat(3_001, () -> RestAssured.get("/range"));

        // Then
        assertThat(last.statusCode()).isEqualTo(200);
    }

    @Test
    void signing_in_is_10_a_minute_for_an_address() {
        // Given
        String address = freshAddress();
        Response last = repeat(10, () -> requestFrom(address).post("/sign-in"));

        // When
        Response refused = requestFrom(address).post("/sign-in");
        Response elsewhere = requestFrom(address).get("/request");

        // Then
        assertThat(last.statusCode()).isEqualTo(200);
        assertThat(last.header("RateLimit-Limit")).isEqualTo("10");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(elsewhere.statusCode()).isEqualTo(200);
    }

    @Test
    void a_player_is_not_counted() {
        // Given
        String address = freshAddress();
        repeat(250, () -> requestFrom(address).get("/range"));

        // When
        Response range = requestFrom(address).get("/range");
        Response other = requestFrom(address).get("/request");

        // Then
        assertThat(range.statusCode()).isEqualTo(200);
        assertThat(range.header("RateLimit-Limit")).isNull();
        assertThat(other.header("RateLimit-Remaining")).isEqualTo("199");
    }

    private static Response repeat(int times, Supplier<Response> request) {
        return IntStream.range(0, times)
                .mapToObj(_ -> request.get())
                .reduce((_, later) -> later)
                .orElseThrow();
    }
}
