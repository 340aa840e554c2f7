package org.ectsuite.auth.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserCodeTest {

    @RepeatedTest(20)
    void is_read_back_as_it_is_shown() {
        UserCode code = UserCode.random(new SecureRandom());

        assertThat(UserCode.parse(code.grouped())).contains(code);
        assertThat(code.grouped()).matches("[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bcdf-ghjk", "BCDFGHJK", " bcdf ghjk ", "b.c.d.f.g.h.j.k"})
    void does_not_mind_how_it_is_typed(String typed) {
        assertThat(UserCode.parse(typed)).contains(new UserCode("BCDFGHJK"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "BCDF-GHJ", "BCDF-GHJKL", "ABCD-FGHJ", "BCDF-GHJ1", "BCDF\u2010GHJK"})
    void is_nothing_else(String typed) {
        assertThat(UserCode.parse(typed)).isEmpty();
    }

    @Test
    void is_not_looked_for_in_a_novel() {
        assertThat(UserCode.parse("BCDF-GHJK" + " ".repeat(30))).isEmpty();
        assertThat(UserCode.parse(null)).isEmpty();
    }
}
