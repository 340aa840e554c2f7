package org.ectsuite.ectlog.checkin;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ectsuite.ectlog.Api.as;
import static org.ectsuite.ectlog.Api.callsign;
import static org.ectsuite.ectlog.Api.callsignOf;
import static org.ectsuite.ectlog.Api.checkIn;
import static org.ectsuite.ectlog.Api.idOf;
import static org.ectsuite.ectlog.Api.ncs;
import static org.ectsuite.ectlog.Api.net;
import static org.ectsuite.ectlog.Api.patch;
import static org.ectsuite.ectlog.Api.person;
import static org.ectsuite.ectlog.Api.tryCheckIn;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.ectsuite.testsupport.TestTokens;
import org.junit.jupiter.api.Test;

/** One live row for each station, however many log it. */
@QuarkusTest
class CheckInRaceTest {

    @Test
    void has_exactly_one_live_row_when_two_log_the_same_callsign_at_the_same_moment() throws Exception {
        // Given
        TestTokens one = ncs();
        TestTokens other = person("LOGGER");
        String net = net(one);
        int rounds = 60;
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < rounds; round++) {
                String call = callsign();
                CyclicBarrier together = new CyclicBarrier(2);

                // When
                List<Future<Response>> attempts = new ArrayList<>();
                for (TestTokens who : List.of(one, other)) {
                    Callable<Response> attempt = () -> {
                        together.await(10, SECONDS);
                        return tryCheckIn(who, net, Map.of("callsign", call));
                    };
                    attempts.add(threads.submit(attempt));
                }
                Response first = attempts.get(0).get(20, SECONDS);
                Response second = attempts.get(1).get(20, SECONDS);

                // Then
                assertThat(List.of(first.statusCode(), second.statusCode())).containsExactlyInAnyOrder(201, 409);
                Response won = first.statusCode() == 201 ? first : second;
                Response lost = first.statusCode() == 201 ? second : first;
                TestTokens winner = first.statusCode() == 201 ? one : other;
                lost.then()
                        .contentType("application/problem+json")
                        .body("code", is("already-checked-in"))
                        .body("checkInId", is(won.jsonPath().getString("id")))
                        .body("loggedBy.userId", is(idOf(winner).toString()))
                        .body("loggedBy.callsign", is(callsignOf(winner)))
                        .body("loggedAt", is(won.jsonPath().getString("checkedInAt")));
            }
        }
        JsonPath log = as(one).get("/ectlog/nets/{net}", net).jsonPath();
        assertThat(log.getInt("counts.live")).isEqualTo(rounds);
        assertThat(log.getInt("counts.stations")).isEqualTo(rounds);
    }

    @Test
    void has_exactly_one_live_row_when_many_log_the_same_callsign_at_the_same_moment() throws Exception {
        // Given
        TestTokens ncs = ncs();
        String net = net(ncs);
        String call = callsign();
        int loggers = 12;
        CyclicBarrier together = new CyclicBarrier(loggers);
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(loggers)) {
            List<Future<Integer>> attempts = new ArrayList<>();
            for (int i = 0; i < loggers; i++) {
                Callable<Integer> attempt = () -> {
                    together.await(10, SECONDS);
                    return tryCheckIn(ncs, net, Map.of("callsign", call)).statusCode();
                };
                attempts.add(threads.submit(attempt));
            }

            // When
            for (Future<Integer> attempt : attempts) {
                statuses.add(attempt.get(20, SECONDS));
            }
        }

        // Then
        assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(loggers - 1);
    }

    @Test
    void numbers_rows_and_events_without_gaps_when_many_log_at_once() throws Exception {
        // Given
        TestTokens ncs = ncs();
        String net = net(ncs);
        int stations = 80;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Integer>> attempts = new ArrayList<>();
            for (int i = 0; i < stations; i++) {
                // Every fourth attempt fails and must leave no gap.
                String call = i % 4 == 3 ? "W1AW" : callsign();
                attempts.add(threads.submit(
                        () -> tryCheckIn(ncs, net, Map.of("callsign", call)).statusCode()));
            }

            // When
            for (Future<Integer> attempt : attempts) {
                attempt.get(20, SECONDS);
            }
        }

        // Then
        int rows = stations * 3 / 4 + 1;
        List<Integer> numbers = as(ncs).get("/ectlog/nets/{net}/check-ins?limit=200", net)
                .jsonPath()
                .getList("items.number");
        assertThat(numbers)
                .containsExactlyElementsOf(
                        Stream.iterate(1, n -> n + 1).limit(rows).toList());
        List<Integer> sequences = as(ncs).get("/ectlog/nets/{net}/journal?limit=200", net)
                .jsonPath()
                .getList("items.sequence");
        assertThat(sequences)
                .containsExactlyElementsOf(
                        Stream.iterate(1, n -> n + 1).limit(sequences.size()).toList());
        assertThat(sequences).hasSize(rows + 3);
    }

    @Test
    void refuses_a_station_that_is_there_and_says_who_logged_it() {
        // Given
        TestTokens ncs = ncs();
        String net = net(ncs);
        Response first = checkIn(ncs, net, "W1AW");

        // When
        Response second = tryCheckIn(person("LOGGER"), net, Map.of("callsign", "w1aw"));

        // Then
        second.then()
                .statusCode(409)
                .body("code", is("already-checked-in"))
                .body("checkInId", is(first.jsonPath().getString("id")))
                .body("loggedBy.userId", is(idOf(ncs).toString()));
    }

    @Test
    void lets_the_later_of_two_changes_to_one_version_see_the_conflict() throws Exception {
        // Given
        TestTokens ncs = ncs();
        String net = net(ncs);
        for (int round = 0; round < 20; round++) {
            String id = checkIn(ncs, net, callsign()).path("id");
            CyclicBarrier together = new CyclicBarrier(2);
            List<Integer> statuses = new ArrayList<>();
            try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
                List<Future<Integer>> attempts = new ArrayList<>();
                for (String status : List.of("AWAY", "LISTENING")) {
                    Callable<Integer> attempt = () -> {
                        together.await(10, SECONDS);
                        return patch(ncs, net, id, 1, Map.of("status", status))
                                .extract()
                                .statusCode();
                    };
                    attempts.add(threads.submit(attempt));
                }

                // When
                for (Future<Integer> attempt : attempts) {
                    statuses.add(attempt.get(20, SECONDS));
                }
            }

            // Then
            assertThat(statuses).containsExactlyInAnyOrder(200, 412);
        }
    }
}
