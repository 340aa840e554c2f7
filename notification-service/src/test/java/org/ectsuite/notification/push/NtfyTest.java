package org.ectsuite.notification.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ectsuite.notification.SendRequests.accepted;
import static org.ectsuite.notification.SendRequests.netLog;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a topic of ntfy is told, and when. */
@QuarkusTest
class NtfyTest extends PushTargetTests {

    @Test
    void tells_a_topic_of_ntfy_with_the_priority_of_the_lane() {
        // Given
        add(asPerson(), ntfy("team", "tk_s3cr3t", "net-log", "account-notice"));

        // When
        accepted(netLog(Map.of("userId", personId)));
        accepted(accountNotice());

        // Then
        List<HookServer.Request> requests = ofTopic("team", 2);
        assertThat(requests).allMatch(request -> request.header("Authorization").equals("Bearer tk_s3cr3t"));
        assertThat(requests.stream()
                        .map(request -> JsonPath.from(request.body()).getInt("priority")))
                .containsExactlyInAnyOrder(3, 4);
        assertThat(requests).allSatisfy(request -> {
            JsonPath body = JsonPath.from(request.body());
            assertThat(body.getString("title")).isNotBlank();
            assertThat(body.getString("message")).isNotBlank();
            assertThat(body.getString("click")).startsWith("http://localhost:8080/");
        });
    }

    @Test
    void wakes_nobody_at_night_except_for_an_emergency() {
        // Given: quiet hours that last all day
        add(asPerson(), ntfy("night", null, "announcement"));
        asPerson()
                .contentType("application/json")
                .header("If-Match", "\"0\"")
                .body(Map.of(
                        "enabled",
                        true,
                        "quietFrom",
                        "00:00",
                        "quietUntil",
                        "23:59",
                        "kinds",
                        Map.of(),
                        "lists",
                        List.of()))
                .put("/me/preferences")
                .then()
                .statusCode(200);

        // When
        accepted(announcement("Later", false));
        accepted(announcement("Now", true));

        // Then
        assertThat(JsonPath.from(ofTopic("night", 1).getFirst().body()).getString("title"))
                .isEqualTo("Now");
        assertThat(JsonPath.from(ofTopic("night", 1).getFirst().body()).getInt("priority"))
                .isEqualTo(5);
    }

    @Test
    void tells_a_token_to_no_other_server() {
        // Given
        JsonPath added = add(asPerson(), ntfy("moving", "tk_s3cr3t", "net-log")).jsonPath();

        // When
        Map<String, Object> change = new HashMap<>(ntfy("moving", null, "net-log"));
        change.remove("type");
        change.put("url", "https://ntfy.example.org");
        change.put("enabled", true);
        ValidatableResponse answer = change(added.getString("target.id"), 0, change);

        // Then
        answer.statusCode(200).body("hasToken", is(false));
    }
}
