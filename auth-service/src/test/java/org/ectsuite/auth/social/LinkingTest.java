package org.ectsuite.auth.social;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.ectsuite.auth.account.EmailAddress;
import org.junit.jupiter.api.Test;

class LinkingTest {

    private static final UUID ANN = UUID.fromString("00000000-0000-7000-8000-00000000000a");
    private static final UUID BOB = UUID.fromString("00000000-0000-7000-8000-00000000000b");
    private static final EmailAddress MAIL = new EmailAddress("ann@club.example");

    @Test
    void a_known_identity_signs_its_owner_in_whatever_the_address() {
        assertThat(Linking.decide(null, ANN, null, false)).isEqualTo(new Linking.SignIn(ANN));
        assertThat(Linking.decide(null, ANN, MAIL, true)).isEqualTo(new Linking.SignIn(ANN));
    }

    @Test
    void a_new_identity_with_an_address_that_nobody_has_makes_an_account() {
        assertThat(Linking.decide(null, null, MAIL, false)).isEqualTo(new Linking.Create(MAIL));
    }

    @Test
    void a_new_identity_never_opens_an_account_that_is_there() {
        assertThat(Linking.decide(null, null, MAIL, true)).isEqualTo(new Linking.Confirm());
    }

    @Test
    void a_new_identity_without_a_proven_address_opens_and_makes_nothing() {
        assertThat(Linking.decide(null, null, null, false)).isEqualTo(new Linking.Confirm());
    }

    @Test
    void somebody_who_is_signed_in_links_what_is_new() {
        assertThat(Linking.decide(ANN, null, null, false)).isEqualTo(new Linking.Link(ANN));
        assertThat(Linking.decide(ANN, null, MAIL, true)).isEqualTo(new Linking.Link(ANN));
    }

    @Test
    void somebody_who_is_signed_in_does_not_get_what_is_anothers() {
        assertThat(Linking.decide(ANN, ANN, MAIL, true)).isEqualTo(new Linking.Known());
        assertThat(Linking.decide(ANN, BOB, MAIL, true)).isEqualTo(new Linking.Foreign());
    }

    @Test
    void the_last_way_in_stays() {
        assertThat(new UnlinkRule(true, 1).allows()).isTrue();
        assertThat(new UnlinkRule(false, 2).allows()).isTrue();
        assertThat(new UnlinkRule(false, 1).allows()).isFalse();
    }
}
