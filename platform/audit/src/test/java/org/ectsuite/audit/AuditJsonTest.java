package org.ectsuite.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditJsonTest {

    private final AuditJson json = new AuditJson(new ObjectMapper());

    record Station(String callsign, @Concealed @Nullable String frequency, List<Radio> radios) {}

    record Radio(String model, String wifiPassword) {}

    @Test
    void conceals_what_is_annotated_or_named_as_a_secret_at_any_depth() {
        Station station = new Station("W1AW", "146.520", List.of(new Radio("FT-991", "hunter2")));

        assertThat(json.write(station))
                .isEqualTo("{\"callsign\":\"W1AW\",\"frequency\":\"[concealed]\","
                        + "\"radios\":[{\"model\":\"FT-991\",\"wifiPassword\":\"[concealed]\"}]}");
    }

    @Test
    void shows_that_a_secret_is_absent() {
        assertThat(json.write(new Station("W1AW", null, List.of()))).contains("\"frequency\":null");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "newPassword",
                "client_secret",
                "CLIENT-SECRET",
                "refreshToken",
                "apiKey",
                "api_key",
                "privateKey",
                "Authorization",
                "cookies",
                "credentials",
                "totp",
                "otp"
            })
    void knows_the_names_of_secrets(String name) {
        assertThat(json.write(Map.of(name, Map.of("value", "hunter2"))))
                .isEqualTo("{\"" + name + "\":\"[concealed]\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "callsign", "key", "footprint", "opinion", "status"})
    void leaves_other_names_alone(String name) {
        assertThat(json.write(Map.of(name, "value"))).isEqualTo("{\"" + name + "\":\"value\"}");
    }

    @Test
    void writes_nothing_for_nothing() {
        assertThat(json.write(null)).isNull();
    }

    @Test
    void replaces_what_jsonb_refuses_in_values_and_names() {
        assertThat(json.write(Map.of("a\0", List.of("b\0c")))).isEqualTo("{\"a\uFFFD\":[\"b\uFFFDc\"]}");
    }
}
