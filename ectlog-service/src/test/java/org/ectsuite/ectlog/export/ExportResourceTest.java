package org.ectsuite.ectlog.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ectsuite.ectlog.Api.anonymous;
import static org.ectsuite.ectlog.Api.as;
import static org.ectsuite.ectlog.Api.callsignOf;
import static org.ectsuite.ectlog.Api.checkIn;
import static org.ectsuite.ectlog.Api.ncs;
import static org.ectsuite.ectlog.Api.net;
import static org.ectsuite.ectlog.Api.step;
import static org.ectsuite.ectlog.Api.tryCheckIn;
import static org.ectsuite.ectlog.Api.user;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ectsuite.testsupport.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ExportResourceTest {

    private static final String INDIA = "Asia/Kolkata";

    @Test
    void gives_the_log_as_a_table_to_download() {
        // Given
        TestTokens ncs = ncs();
        String net = net(ncs, Map.of("name", "Tuesday \"net\"; a/b\u00E9"));
        tryCheckIn(ncs, net, Map.of("callsign", "w1aw/p", "name", "Jos\u00E9, \"Joe\"", "notes", "one\ntwo"))
                .then()
                .statusCode(201);
        checkIn(ncs, net, "K1ABC");

        // When
        Response response = export(user(), net, "csv");

        // Then
        response.then()
                .statusCode(200)
                .header("Content-Type", is("text/csv; charset=utf-8"))
                .header(
                        "Content-Disposition",
                        matchesPattern("attachment; filename=\"\\d{4}-\\d{2}-\\d{2}-tuesday-net-a-b\\.csv\""));
        assertThat(new String(response.asByteArray(), StandardCharsets.UTF_8)).startsWith("\uFEFFnumber,");
        List<NamedCsvRecord> rows = rows(response);
        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst().getField("number")).isEqualTo("1");
        assertThat(rows.getFirst().getField("callsign")).isEqualTo("W1AW/P");
        assertThat(rows.getFirst().getField("base call")).isEqualTo("W1AW");
        assertThat(rows.getFirst().getField("name")).isEqualTo("Jos\u00E9, \"Joe\"");
        assertThat(rows.getFirst().getField("notes")).isEqualTo("one\ntwo");
        assertThat(rows.getLast().getField("callsign")).isEqualTo("K1ABC");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"https://evil.example\",\"x\")",
                "+1+1",
                "-2+3+cmd|' /C calc'!A0",
                "@SUM(A1:A9)",
                "  =1+1",
                "\uFF1D1+1"
            })
    void writes_nothing_into_the_table_that_a_spreadsheet_takes_for_a_formula(String text) {
        // Given
        TestTokens ncs = ncs();
        String net = net(ncs);
        tryCheckIn(
                        ncs,
                        net,
                        Map.of(
                                "callsign",
                                "W1AW",
                                "name",
                                text,
                                "location",
                                text,
                                "notes",
                                text,
                                "weather",
                                text,
                                "power",
                                text,
                                "customFields",
                                Map.of("team", text)))
                .then()
                .statusCode(201);

        // When
        Response response = export(ncs, net, "csv");

        // Then
        NamedCsvRecord row = rows(response).getFirst();
        for (String column : List.of("name", "location", "notes", "weather", "power", "team")) {
            assertThat(row.getField(column)).as(column).isEqualTo("'" + text);
        }
        assertThat(row.getField("callsign")).isEqualTo("W1AW");
    }

    @Test
    void shows_the_times_of_the_table_in_the_wanted_zone() {
        // Given
        TestTokens ncs = ncs();
        String net = net(ncs);
        Instant at =
                Instant.parse(checkIn(ncs, net, "W1AW").path("checkedInAt")).truncatedTo(ChronoUnit.SECONDS);

        // When
        OffsetDateTime here = checkedIn(export(ncs, net, "csv?zone=" + INDIA));
        OffsetDateTime utc = checkedIn(export(ncs, net, "csv"));

        // Then
        assertThat(here.getOffset()).isEqualTo(ZoneOffset.ofHoursMinutes(5, 30));
        assertThat(here.toInstant()).isEqualTo(at);
        assertThat(utc.getOffset()).isEqualTo(ZoneOffset.UTC);
        assertThat(utc.toInstant()).isEqualTo(at);
    }

    @Test
    void fills_in_the_form_ics_309() {
        // Given
        TestTokens ncs = ncs();
        String name = "Flood watch " + UUID.randomUUID().toString().substring(0, 8);
        String net = net(ncs, Map.of("name", name));
        tryCheckIn(ncs, net, Map.of("callsign", "W1AW", "name", "Ann")).then().statusCode(201);
        as(ncs).body(Map.of("text", "Shelter is full"))
                .post("/ectlog/nets/{id}/chat", net)
                .then()
                .statusCode(201);
        step(ncs, net, "close").statusCode(200);
        TestTokens reader = user();

        // When
        Response response = export(reader, net, "ics309");

        // Then
        response.then()
                .statusCode(200)
                .header("Content-Type", is("text/plain; charset=utf-8"))
                .header("Content-Disposition", containsString(".ics309.txt\""));
        String form = response.asString();
        assertThat(form.lines().findFirst().orElseThrow())
                .startsWith("COMMUNICATIONS LOG")
                .endsWith("ICS 309");
        assertThat(form)
                .contains("1. Incident name: " + name + "\r\n")
                .contains("3. Radio net or position: " + name + "\r\n")
                .contains("4. Radio operator: " + callsignOf(ncs))
                .contains("6. Prepared by: " + callsignOf(reader))
                .contains("(Etc/UTC)")
                .contains("8. Page 1 of 1\r\n");
        assertThat(form.lines().map(String::length)).allMatch(length -> length <= 80);
        assertThat(form.lines().filter(line -> line.contains("Checks in: Ann")))
                .singleElement()
                .asString()
                .contains("W1AW")
                .contains(callsignOf(ncs));
        assertThat(form).containsSubsequence("Net begins", "Checks in: Ann", "Shelter is full", "Net closed");
    }

    @Test
    void shows_the_times_of_the_form_in_the_wanted_zone() {
        // Given
        TestTokens ncs = ncs();
        String net = net(ncs);
        Instant started = Instant.parse(as(ncs).get("/ectlog/nets/{id}", net).path("startedAt"));
        Instant at = Instant.parse(checkIn(ncs, net, "W1AW").path("checkedInAt"));

        // When
        String form = export(ncs, net, "ics309?zone=" + INDIA).asString();

        // Then
        DateTimeFormatter day = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneId.of(INDIA));
        DateTimeFormatter time = DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneId.of(INDIA));
        assertThat(form).contains("2. Operational period: From " + day.format(started));
        assertThat(form).contains("(" + INDIA + ")").doesNotContain("Etc/UTC");
        assertThat(form.lines().filter(line -> line.contains("Checks in")))
                .singleElement()
                .asString()
                .startsWith(time.format(at) + " W1AW ");
    }

    @Test
    void gives_the_form_as_a_page_that_runs_nothing() {
        // Given
        TestTokens ncs = ncs();
        String net = net(ncs, Map.of("name", "<script>alert('net')</script>"));
        tryCheckIn(ncs, net, Map.of("callsign", "W1AW", "name", "<img src=x onerror=alert(1)>"))
                .then()
                .statusCode(201);

        // When
        Response response = export(user(), net, "ics309?format=html");

        // Then
        response.then()
                .statusCode(200)
                .header("Content-Type", is("text/html; charset=utf-8"))
                .header("Content-Security-Policy", startsWith("default-src 'none'; style-src 'sha256-"))
                .body(containsString("&lt;script&gt;"))
                .body(containsString("&lt;img src=x onerror=alert(1)&gt;"))
                .body(not(containsString("<script")))
                .body(not(containsString("<img")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mars/Olympus", "%2B05:30", "%2B0530", "utc%00", "../../etc/passwd"})
    void refuses_what_is_no_time_zone(String zone) {
        // Given
        TestTokens ncs = ncs();
        String net = net(ncs);

        // When, Then
        for (String file : List.of("csv", "ics309")) {
            anonymous()
                    .urlEncodingEnabled(false)
                    .header("Authorization", ncs.bearer())
                    .get("/ectlog/nets/" + net + "/export/" + file + "?zone=" + zone)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("errors.field", contains("zone"));
        }
    }

    @Test
    void refuses_another_format_and_a_net_that_is_not_there() {
        // Given
        TestTokens ncs = ncs();
        String net = net(ncs);

        // When, Then
        export(ncs, net, "ics309?format=pdf").then().statusCode(400).body("code", is("validation-failed"));
        for (String file : List.of("csv", "ics309", "ics309?format=html")) {
            export(ncs, UUID.randomUUID().toString(), file)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json");
        }
    }

    @Test
    void leaves_out_a_row_that_was_deleted() {
        // Given
        TestTokens ncs = ncs();
        String net = net(ncs);
        checkIn(ncs, net, "W1AW");
        String mistake = checkIn(ncs, net, "K1ABC").path("id");

        // When
        as(ncs).delete("/ectlog/nets/{net}/check-ins/{id}", net, mistake).then().statusCode(200);

        // Then
        assertThat(rows(export(ncs, net, "csv")))
                .extracting(row -> row.getField("callsign"))
                .containsExactly("W1AW");
        assertThat(export(ncs, net, "ics309").asString()).contains("W1AW").doesNotContain("K1ABC");
    }

    private static Response export(TestTokens who, String net, String file) {
        return as(who).get("/ectlog/nets/" + net + "/export/" + file);
    }

    private static List<NamedCsvRecord> rows(Response response) {
        response.then().statusCode(200);
        String text = new String(response.asByteArray(), StandardCharsets.UTF_8);
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(text.substring(1))) {
            return csv.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory cannot fail", e);
        }
    }

    private static OffsetDateTime checkedIn(Response response) {
        return OffsetDateTime.parse(rows(response).getFirst().getField("checked in"));
    }
}
