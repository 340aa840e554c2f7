package org.ectsuite.ectlog.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZonesTest {

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "America/New_York", "Etc/UTC", "Asia/Kathmandu"})
    void finds_zones_by_name(String name) {
        assertThat(Zones.find(name)).contains(ZoneId.of(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Berlin", "+02:00", "GMT+2", "Z", "europe/berlin", "../../etc/passwd"})
    void knows_no_other_names(String name) {
        assertThat(Zones.find(name)).isEmpty();
    }

    @Test
    void has_no_longer_names_than_it_says() {
        assertThat(ZoneId.getAvailableZoneIds()).allMatch(name -> name.length() <= Zones.MAX_LENGTH);
    }
}
