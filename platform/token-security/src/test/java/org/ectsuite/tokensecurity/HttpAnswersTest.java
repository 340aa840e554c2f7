package org.ectsuite.tokensecurity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.ectsuite.tokensecurity.Revocations.Entry;
import org.ectsuite.tokensecurity.Revocations.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How answers of auth-service are read. */
class HttpAnswersTest {
    @Test
    void reads_a_revocation_list() {
        var list = HttpRevocationSource.parse(new JsonObject("""
                        {"entries": [
                          {"kind": "sid", "value": "s", "until": "2026-03-01T12:00:00Z"},
                          {"kind": "sub", "value": "u", "issuedBefore": "2026-03-01T11:00:00.5Z",
                           "until": "2026-03-01T12:00:00Z"}]}"""), "\"7\"");

        assertThat(list)
                .isEqualTo(new Revocations(
                        "\"7\"",
                        List.of(
                                new Entry(Kind.SID, "s", null, Instant.parse("2026-03-01T12:00:00Z")),
                                new Entry(
                                        Kind.SUB,
                                        "u",
                                        Instant.parse("2026-03-01T11:00:00.5Z"),
                                        Instant.parse("2026-03-01T12:00:00Z")))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"entries\": {}}",
                "{\"entries\": [1]}",
                "{\"entries\": [{}]}",
                "{\"entries\": [{\"kind\": \"all\", \"value\": \"s\", \"until\": \"2026-03-01T12:00:00Z\"}]}",
                "{\"entries\": [{\"kind\": \"sid\", \"until\": \"2026-03-01T12:00:00Z\"}]}",
                "{\"entries\": [{\"kind\": \"sid\", \"value\": \"\", \"until\": \"2026-03-01T12:00:00Z\"}]}",
                "{\"entries\": [{\"kind\": \"sid\", \"value\": \"s\", \"until\": \"tomorrow\"}]}",
                "{\"entries\": [{\"kind\": \"sid\", \"value\": \"s\"}]}"
            })
    void refuses_a_list_with_an_entry_it_cannot_read(String json) {
        assertThatThrownBy(() -> HttpRevocationSource.parse(new JsonObject(json), ""))
                .isInstanceOf(AuthServiceException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max-age=60             | PT1M",
                "public, max-age=60     | PT1M",
                "max-age=60, public     | PT1M",
                "max-age=0              | PT0S",
                "max-age=86400          | PT5M",
                "s-max-age=60           | PT5M",
                "max-age=               | PT5M",
                "max-age=99999999999999 | PT5M",
                "no-store               | PT5M"
            })
    void keeps_keys_as_long_as_allowed_but_not_longer_than_wanted(String header, Duration kept) {
        assertThat(HttpTokenKeySource.maxAge(header, Duration.ofMinutes(5))).isEqualTo(kept);
    }

    @Test
    void keeps_keys_for_a_while_when_nothing_is_said() {
        assertThat(HttpTokenKeySource.maxAge(null, Duration.ofMinutes(5))).isEqualTo(Duration.ofMinutes(5));
    }

    @ParameterizedTest
    @CsvSource({"PT10M, PT9M", "PT2M, PT1M", "PT1M, PT30S", "PT10S, PT5S"})
    void uses_a_token_until_shortly_before_it_expires(Duration life, Duration use) {
        assertThat(ClientCredentialTokens.use(life)).isEqualTo(use);
    }

    @Test
    void asks_for_people_in_portions_and_for_each_once() {
        // Given
        List<UUID> ids = Stream.generate(UUID::randomUUID).limit(401).toList();
        var twice = Stream.concat(ids.stream(), ids.stream()).toList();

        // When
        var portions = People.portions(twice);

        // Then
        assertThat(portions).extracting(Collection::size).containsExactly(200, 200, 1);
        assertThat(portions.stream().flatMap(Collection::stream)).containsExactlyElementsOf(ids);
        assertThat(People.portions(List.of())).isEmpty();
    }
}
