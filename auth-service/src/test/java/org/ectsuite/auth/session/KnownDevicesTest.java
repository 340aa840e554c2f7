package org.ectsuite.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KnownDevicesTest {

    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    private static final String LATER = "Mozilla/5.0 (X11; Linux x86_64; rv:151.0) Gecko/20100101 Firefox/151.0";
    private static final String SAFARI =
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
                    + " Version/18.5 Mobile/15E148 Safari/604.1";

    @Test
    void the_first_sign_in_of_all_is_no_news() {
        assertThat(KnownDevices.isNew(FIREFOX, List.of())).isFalse();
    }

    @Test
    void another_browser_is() {
        assertThat(KnownDevices.isNew(SAFARI, List.of(FIREFOX))).isTrue();
    }

    @Test
    void an_update_of_a_known_one_is_not() {
        assertThat(KnownDevices.isNew(LATER, List.of(SAFARI, FIREFOX))).isFalse();
    }
}
