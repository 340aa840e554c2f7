package org.ectsuite.tokensecurity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ectsuite.tokensecurity.Callers.NOON;

import java.time.Instant;
import java.util.List;
import org.ectsuite.tokensecurity.Revocations.Entry;
import org.ectsuite.tokensecurity.Revocations.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RevocationIndexTest {
    private static Entry entry(Kind kind, String value, @Nullable Instant issuedBefore) {
        return new Entry(kind, value, issuedBefore, NOON.plusSeconds(700));
    }

    private static boolean revoked(Caller caller, Entry... entries) {
        return new RevocationIndex(List.of(entries)).revoked(caller);
    }

    @Test
    void an_empty_list_revokes_nobody() {
        assertThat(revoked(Callers.person(NOON))).isFalse();
        assertThat(revoked(Callers.service(NOON))).isFalse();
    }

    @Test
    void a_session_ends_alone() {
        assertThat(revoked(Callers.person(NOON), entry(Kind.SID, Callers.SESSION.toString(), null)))
                .isTrue();
        assertThat(revoked(Callers.person(NOON), entry(Kind.SID, Callers.USER.toString(), null)))
                .isFalse();
    }

    @Test
    void a_token_ends_alone() {
        assertThat(revoked(Callers.person(NOON), entry(Kind.JTI, "token-1", null)))
                .isTrue();
        assertThat(revoked(Callers.service(NOON), entry(Kind.JTI, "token-1", null)))
                .isFalse();
    }

    @Test
    void with_a_key_ends_all_that_it_signed_whenever_and_nothing_else() {
        assertThat(revoked(Callers.person(NOON), entry(Kind.KID, Callers.KEY, null)))
                .isTrue();
        assertThat(revoked(Callers.service(NOON.plusSeconds(500)), entry(Kind.KID, Callers.KEY, null)))
                .isTrue();
        assertThat(revoked(Callers.person(NOON), entry(Kind.KID, "key-2", null)))
                .isFalse();
    }

    @Test
    void a_person_or_a_service_ends_with_all_tokens() {
        assertThat(revoked(Callers.person(NOON), entry(Kind.SUB, Callers.USER.toString(), null)))
                .isTrue();
        assertThat(revoked(Callers.service(NOON), entry(Kind.SUB, "media-service", null)))
                .isTrue();
    }

    @Test
    void a_new_role_ends_tokens_issued_before_it() {
        var change = entry(Kind.SUB, Callers.USER.toString(), NOON);

        assertThat(revoked(Callers.person(NOON.minusSeconds(1)), change)).isTrue();
        assertThat(revoked(Callers.person(NOON), change)).isFalse();
    }

    @Test
    void of_several_entries_for_one_person_each_counts() {
        var earlier = entry(Kind.SUB, Callers.USER.toString(), NOON.minusSeconds(100));
        var later = entry(Kind.SUB, Callers.USER.toString(), NOON);

        assertThat(revoked(Callers.person(NOON.minusSeconds(1)), earlier, later))
                .isTrue();
        assertThat(revoked(Callers.person(NOON.minusSeconds(1)), later, earlier))
                .isTrue();
        assertThat(revoked(Callers.person(NOON), earlier, later)).isFalse();
    }
}
