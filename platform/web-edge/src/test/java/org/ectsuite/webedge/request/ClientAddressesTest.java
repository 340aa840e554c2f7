package org.ectsuite.webedge.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressesTest {

    private static final InetAddress GATEWAY = InetAddress.ofLiteral("10.0.0.5");

    private final ClientAddresses addresses =
            new ClientAddresses(List.of(Network.parse("10.0.0.0/24"), Network.parse("::1/128")));

    @Test
    void a_peer_that_is_no_proxy_is_the_client() {
        // When
        String client = addresses.resolve(InetAddress.ofLiteral("203.0.113.9"), List.of());

        // Then
        assertThat(client).isEqualTo("203.0.113.9");
    }

    @Test
    void a_header_from_a_peer_that_is_no_proxy_changes_nothing() {
        // When
        String client = addresses.resolve(InetAddress.ofLiteral("203.0.113.9"), List.of("198.51.100.1"));

        // Then
        assertThat(client).isEqualTo("203.0.113.9");
    }

    @Test
    void behind_a_trusted_proxy_the_client_is_whom_it_names() {
        // When
        String client = addresses.resolve(GATEWAY, List.of("203.0.113.9"));

        // Then
        assertThat(client).isEqualTo("203.0.113.9");
    }

    @Test
    void what_a_client_wrote_itself_stands_left_and_changes_nothing() {
        // When
        String client = addresses.resolve(GATEWAY, List.of("198.51.100.1, 10.0.0.7, 203.0.113.9"));

        // Then
        assertThat(client).isEqualTo("203.0.113.9");
    }

    @Test
    void trusted_hops_are_passed_over_through_several_headers() {
        // When
        String client = addresses.resolve(GATEWAY, List.of("198.51.100.1, 203.0.113.9", "10.0.0.7,10.0.0.8"));

        // Then
        assertThat(client).isEqualTo("203.0.113.9");
    }

    @Test
    void where_all_hops_are_trusted_the_first_is_the_client() {
        // When
        String client = addresses.resolve(GATEWAY, List.of("10.0.0.7, 10.0.0.8"));

        // Then
        assertThat(client).isEqualTo("10.0.0.7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "", "evil.example", "203.0.113.9\u0000", "1", "999.1.1.1", "[::1"})
    void a_hop_that_is_no_address_ends_the_search_at_the_proxy_that_wrote_it(String hop) {
        // When
        String client = addresses.resolve(GATEWAY, List.of("198.51.100.1, " + hop));

        // Then
        assertThat(client).isEqualTo("10.0.0.5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.9:4711", " 203.0.113.9 ", "::ffff:203.0.113.9"})
    void one_address_has_one_spelling(String hop) {
        // When
        String client = addresses.resolve(GATEWAY, List.of(hop));

        // Then
        assertThat(client).isEqualTo("203.0.113.9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2001:db8::1", "[2001:db8::1]", "[2001:DB8:0::1]:443", "2001:0db8:0000::0001"})
    void one_ipv6_address_has_one_spelling(String hop) {
        // When
        String client = addresses.resolve(InetAddress.ofLiteral("::1"), List.of(hop));

        // Then
        assertThat(client).isEqualTo("2001:db8::1");
    }

    @Test
    void a_peer_that_is_gone_is_unknown() {
        // When
        String client = addresses.resolve(null, List.of("203.0.113.9"));

        // Then
        assertThat(client).isEqualTo("unknown");
    }

    @Test
    void a_call_from_inside_names_no_one_else() {
        // Given
        InetAddress outside = InetAddress.ofLiteral("203.0.113.9");

        // When
        List<Boolean> internal = List.of(
                addresses.isInternal(GATEWAY, List.of()),
                addresses.isInternal(GATEWAY, List.of("10.0.0.7")),
                addresses.isInternal(GATEWAY, List.of("")),
                addresses.isInternal(outside, List.of()),
                addresses.isInternal(null, List.of()));

        // Then
        assertThat(internal).containsExactly(true, false, false, false, false);
    }
}
