package org.ectsuite.notification.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import org.ectsuite.testsupport.TestDatabase;
import org.junit.jupiter.api.Test;

/** Targets are tried before they are needed. */
@QuarkusTest
class PushTrialTest extends PushTargetTests {

    @Test
    void tries_a_target_at_once_and_says_what_happened() {
        // Given
        String target = addedWebhook("net-log");
        hooks.answer(HookServer.says(403, "<b>forbidden</b>"));

        // When
        ValidatableResponse answer = trial(target);

        // Then
        answer.statusCode(200)
                .body("delivered", is(false))
                .body("explanation", is("The server answered 403: <b>forbidden</b>"));
        assertThat(JsonPath.from(hooks.to(path).getFirst().body()).getString("type"))
                .isEqualTo("test");
        own().body("items[0].failures", is(0));
        TestDatabase.current()
                .update("update push_target set tried_at = now() + interval '1 hour' where id = ?::uuid", target);
        trial(target).statusCode(429).body("code", is("tried-just-now"));
    }

    @Test
    void says_that_nobody_knows_the_name_of_the_server() {
        // Given
        Map<String, Object> request = new HashMap<>(webhook("net-log"));
        request.put("url", "https://nobody.invalid/");
        String target = add(asPerson(), request).path("target.id");

        // When
        ValidatableResponse answer = trial(target);

        // Then
        answer.statusCode(200)
                .body("delivered", is(false))
                .body("explanation", is("The name of the server is not known"));
    }
}
