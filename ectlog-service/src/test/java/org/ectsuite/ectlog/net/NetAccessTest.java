package org.ectsuite.ectlog.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.ectsuite.ectlog.station.Callsign;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetAccessTest {

    private static final UUID ME = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
    private static final UUID OTHER = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8058");
    private static final Callsign OWN = Callsign.parse("W1AW", false).orElseThrow();
    private static final Callsign FOREIGN = Callsign.parse("K1ABC", false).orElseThrow();

    @ParameterizedTest(name = "global {0}, in the net {1}")
    @CsvSource({
        // global, role here, manages, logs, corrects
        "USER,   ,       false, false, false",
        "LOGGER, ,       false, true,  true",
        "NCS,    ,       false, true,  true",
        "ADMIN,  ,       true,  true,  true",
        "USER,   NCS,    true,  true,  true",
        "USER,   LOGGER, false, true,  true",
        "USER,   RELAY,  false, true,  false",
        "NCS,    RELAY,  false, true,  true",
    })
    void grants_by_global_role_and_by_the_role_in_this_net(
            String global, @Nullable RoleKind role, boolean manages, boolean logs, boolean corrects) {
        // Given
        NetAccess access = access(global, role, OTHER, NetStatus.ACTIVE, true);

        // When, Then
        assertThat(access.manages()).isEqualTo(manages);
        assertThat(access.logs()).isEqualTo(logs);
        assertThat(access.corrects()).isEqualTo(corrects);
        assertThat(access.mayLog(FOREIGN)).isEqualTo(logs);
    }

    @Test
    void lets_the_owner_manage() {
        assertThat(access("USER", null, ME, NetStatus.ACTIVE, true).manages()).isTrue();
    }

    @Test
    void lets_everybody_log_his_own_station_if_the_net_permits_it() {
        assertThat(access("USER", null, OTHER, NetStatus.ACTIVE, true).mayLog(OWN))
                .isTrue();
        assertThat(access("USER", null, OTHER, NetStatus.ACTIVE, true)
                        .mayLog(Callsign.parse("VE3/W1AW/P", false).orElseThrow()))
                .isTrue();
        assertThat(access("USER", null, OTHER, NetStatus.ACTIVE, false).mayLog(OWN))
                .isFalse();
        assertThat(access("USER", null, OTHER, NetStatus.ACTIVE, true)
                        .mayLog(Callsign.parse("W1AW", true).orElseThrow()))
                .isFalse();
    }

    @Test
    void lets_a_station_change_its_own_row_but_not_make_it_another_station() {
        // Given
        NetAccess access = access("USER", null, OTHER, NetStatus.ACTIVE, true);

        // When, Then
        assertThat(access.mayChange(OTHER, ME)).isTrue();
        assertThat(access.mayChange(OTHER, OTHER)).isFalse();
        assertThat(access.mayChange(ME, null)).isFalse();
        assertThat(access.mayRename(OTHER, Callsign.parse("W1AW/M", false).orElseThrow()))
                .isTrue();
        assertThat(access.mayRename(OTHER, FOREIGN)).isFalse();
    }

    @Test
    void lets_a_relay_change_what_it_logged() {
        // Given
        NetAccess access = access("USER", RoleKind.RELAY, OTHER, NetStatus.ACTIVE, true);

        // When, Then
        assertThat(access.mayChange(ME, null)).isTrue();
        assertThat(access.mayRename(ME, FOREIGN)).isTrue();
        assertThat(access.mayChange(OTHER, null)).isFalse();
        assertThat(access.mayRename(OTHER, FOREIGN)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"DRAFT, false", "SCHEDULED, false", "LOBBY, true", "ACTIVE, true", "CLOSED, false", "ARCHIVED, false"})
    void offers_logging_and_chat_only_while_the_net_is_open(NetStatus status, boolean open) {
        // When
        NetMe me = access("ADMIN", RoleKind.NCS, OTHER, status, true).me(true);

        // Then
        assertThat(me).isEqualTo(new NetMe(Set.of(RoleKind.NCS), true, open, open, open, true));
    }

    @Test
    void offers_a_station_without_callsign_no_check_in() {
        // Given
        NetAccess access = new NetAccess(ME, Set.of("USER"), null, OTHER, NetStatus.ACTIVE, true, null);

        // When
        NetMe me = access.me(false);

        // Then
        assertThat(me).isEqualTo(new NetMe(Set.of(), false, false, false, true, false));
        assertThat(access.mayLog(OWN)).isFalse();
    }

    private static NetAccess access(
            String global, @Nullable RoleKind role, UUID owner, NetStatus status, boolean selfCheckIn) {
        Set<String> roles = new LinkedHashSet<>();
        for (String one : new String[] {"USER", "LOGGER", "NCS", "ADMIN"}) {
            roles.add(one);
            if (one.equals(global)) {
                break;
            }
        }
        return new NetAccess(ME, roles, "W1AW", owner, status, selfCheckIn, role);
    }
}
