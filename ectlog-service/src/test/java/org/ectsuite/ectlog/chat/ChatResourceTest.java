package org.ectsuite.ectlog.chat;

import static org.ectsuite.ectlog.Api.as;
import static org.ectsuite.ectlog.Api.callsignOf;
import static org.ectsuite.ectlog.Api.draft;
import static org.ectsuite.ectlog.Api.idOf;
import static org.ectsuite.ectlog.Api.ncs;
import static org.ectsuite.ectlog.Api.net;
import static org.ectsuite.ectlog.Api.step;
import static org.ectsuite.ectlog.Api.user;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.ectsuite.testsupport.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ChatResourceTest {

    @Test
    void keeps_a_line_as_it_was_written_with_its_author() {
        // Given
        String net = net(ncs());
        TestTokens author = user();
        String text = "<b>QSY</b> to 146.520,\nplease & 73 \uD83D\uDCFB";

        // When
        Response said = say(author, net, text);

        // Then
        said.then()
                .statusCode(201)
                .body("text", is(text))
                .body("author.userId", is(idOf(author).toString()))
                .body("author.callsign", is(callsignOf(author)));
        as(user())
                .get("/ectlog/nets/{id}/chat", net)
                .then()
                .statusCode(200)
                .body("items.id", contains((String) said.path("id")))
                .body("items.text", contains(text));
    }

    @Test
    void lists_the_newest_lines_first_page_by_page() {
        // Given
        String net = net(ncs());
        TestTokens author = user();
        for (String text : new String[] {"one", "two", "three"}) {
            say(author, net, text).then().statusCode(201);
        }

        // When
        Response first = as(author).get("/ectlog/nets/{id}/chat?limit=2", net);

        // Then
        first.then()
                .statusCode(200)
                .body("items.text", contains("three", "two"))
                .body("next", notNullValue());
        as(author)
                .get("/ectlog/nets/{id}/chat?limit=2&cursor={next}", net, first.path("next"))
                .then()
                .statusCode(200)
                .body("items.text", contains("one"))
                .body("next", nullValue());
    }

    @Test
    void says_a_line_once_when_it_is_sent_twice_under_one_key() {
        // Given
        String net = net(ncs());
        TestTokens author = user();
        String key = UUID.randomUUID().toString();
        String id =
                say(author, net, "Once", key).then().statusCode(201).extract().path("id");

        // When
        Response repeat = say(author, net, "Once", key);

        // Then
        repeat.then().statusCode(201).body("id", is(id));
        say(author, net, "Something else", key).then().statusCode(422).body("code", is("idempotency-key-reused"));
        as(author).get("/ectlog/nets/{id}/chat", net).then().body("items", hasSize(1));
    }

    @Test
    void takes_five_thousand_characters_and_no_more() {
        // Given
        String net = net(ncs());
        TestTokens author = user();

        // When
        Response longest = say(author, net, "x".repeat(5000));

        // Then
        longest.then().statusCode(201);
        say(author, net, "x".repeat(5001))
                .then()
                .statusCode(400)
                .body("code", is("validation-failed"))
                .body("errors.field", contains("text"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"text\":null}",
                "{\"text\":\"\"}",
                "{\"text\":\" \\n\"}",
                "{\"text\":7}",
                "{\"text\":\"bell \\u0007\"}",
                "{\"text\":\"half a character \\ud83d\"}",
                "{\"text\":\"x\",\"author\":\"W1AW\"}"
            })
    void refuses_what_is_no_line_and_keeps_nothing(String body) {
        // Given
        String net = net(ncs());
        TestTokens author = user();

        // When
        Response refused = as(author).body(body).post("/ectlog/nets/{id}/chat", net);

        // Then
        refused.then().statusCode(400);
        as(author).get("/ectlog/nets/{id}/chat", net).then().body("items", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"DRAFT", "CLOSED"})
    void takes_no_line_while_the_net_is_not_open(String status) {
        // Given
        TestTokens ncs = ncs();
        String net = status.equals("DRAFT") ? draft(ncs) : net(ncs);
        if (status.equals("CLOSED")) {
            step(ncs, net, "close").statusCode(200);
        }

        // When
        Response refused = say(ncs, net, "Too late, or too early");

        // Then
        refused.then().statusCode(409).body("code", is("net-not-open")).body("netStatus", is(status));
        as(ncs).get("/ectlog/nets/{id}/chat", net).then().body("items", empty());
    }

    @Test
    void knows_no_chat_of_a_net_that_is_not_there() {
        // Given
        UUID nowhere = UUID.randomUUID();

        // When
        Response read = as(user()).get("/ectlog/nets/{id}/chat", nowhere);

        // Then
        read.then().statusCode(404).body("code", is("not-found"));
        as(user())
                .body(Map.of("text", "Hello?"))
                .post("/ectlog/nets/{id}/chat", nowhere)
                .then()
                .statusCode(404);
    }

    private static Response say(TestTokens who, String net, String text) {
        return say(who, net, text, UUID.randomUUID().toString());
    }

    private static Response say(TestTokens who, String net, String text, String key) {
        return as(who).header("Idempotency-Key", key).body(Map.of("text", text)).post("/ectlog/nets/{id}/chat", net);
    }
}
