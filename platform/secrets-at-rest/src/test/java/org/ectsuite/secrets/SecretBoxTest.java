package org.ectsuite.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.OptionalInt;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretBoxTest {

    private static final String KEY = "AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA=";
    private static final String NEW_KEY = "ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=";
    private static final String CONTEXT = "outbox:018f";
    private static final byte[] SECRET = "correct horse battery staple".getBytes(StandardCharsets.UTF_8);

    /** Made with another implementation (OpenSSL by way of Python) of AES-256-GCM: key 7, nonce 40 41 … 4b. */
    private static final byte[] KNOWN = HexFormat.of()
            .parseHex("0100000007404142434445464748494a4bb9fbae030a2c78bed4f210d671567a62cc0d54224d12cbec"
                    + "408e1d985e15699cf61be3299a72f5570e48ae4e");

    private final SecretBox box = SecretBox.of("7:" + KEY);

    @Test
    void opens_what_another_implementation_sealed() {
        assertThat(box.open(KNOWN, CONTEXT)).isEqualTo(SECRET);
    }

    @Test
    void seals_so_that_another_implementation_opens() throws GeneralSecurityException {
        byte[] sealed = box.seal(SECRET, CONTEXT);

        assertThat(sealed).hasSize(SECRET.length + SecretBox.OVERHEAD_BYTES).startsWith(1, 0, 0, 0, 7);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(Base64.getDecoder().decode(KEY), "AES"),
                new GCMParameterSpec(128, sealed, 5, 12));
        cipher.updateAAD(CONTEXT.getBytes(StandardCharsets.UTF_8));
        assertThat(cipher.doFinal(sealed, 17, sealed.length - 17)).isEqualTo(SECRET);
    }

    @Test
    void never_seals_the_same_way_twice() {
        assertThat(box.seal(SECRET, CONTEXT)).isNotEqualTo(box.seal(SECRET, CONTEXT));
    }

    @Test
    void gives_back_an_empty_secret() {
        assertThat(box.open(box.seal(new byte[0], ""), "")).isEmpty();
    }

    @Test
    void refuses_another_context() {
        byte[] sealed = box.seal(SECRET, CONTEXT);

        assertThatThrownBy(() -> box.open(sealed, "outbox:0190"))
                .isInstanceOf(UnreadableSecretException.class)
                .hasNoCause();
    }

    @Test
    void refuses_every_flipped_bit() {
        byte[] sealed = box.seal(SECRET, CONTEXT);

        for (int bit = 0; bit < sealed.length * 8; bit++) {
            byte[] changed = sealed.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> box.open(changed, CONTEXT))
                    .as("bit %d", bit)
                    .isInstanceOf(UnreadableSecretException.class);
        }
    }

    @Test
    void refuses_another_key_under_the_same_id() {
        SecretBox other = SecretBox.of("7:" + NEW_KEY);

        assertThatThrownBy(() -> other.open(KNOWN, CONTEXT))
                .isInstanceOf(UnreadableSecretException.class)
                .hasMessage("Sealed under key 7, but the key, the context or the content differs");
    }

    @Test
    void names_the_key_that_is_missing() {
        SecretBox other = SecretBox.of("8:" + KEY);

        assertThatThrownBy(() -> other.open(KNOWN, CONTEXT))
                .isInstanceOf(UnreadableSecretException.class)
                .hasMessage("Sealed under key 7, which is not in ect.secrets.keyset");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 32})
    void refuses_what_is_too_short_to_be_sealed(int length) {
        byte[] cut = Arrays.copyOf(KNOWN, length);

        assertThatThrownBy(() -> box.open(cut, CONTEXT))
                .isInstanceOf(UnreadableSecretException.class)
                .hasMessage("Not a sealed secret");
        assertThat(box.isCurrent(cut)).isFalse();
    }

    @Test
    void opens_with_the_old_key_after_a_rotation() {
        SecretBox rotated = SecretBox.of("8:" + NEW_KEY + ",7:" + KEY);

        assertThat(rotated.open(KNOWN, CONTEXT)).isEqualTo(SECRET);
        assertThat(rotated.isCurrent(KNOWN)).isFalse();
    }

    @Test
    void carries_the_new_key_id_once_sealed_again() {
        SecretBox rotated = SecretBox.of("8:" + NEW_KEY + ",7:" + KEY);

        byte[] again = rotated.reseal(KNOWN, CONTEXT);

        assertThat(SecretBox.keyId(again)).isEqualTo(OptionalInt.of(8));
        assertThat(rotated.isCurrent(again)).isTrue();
        assertThat(SecretBox.of("8:" + NEW_KEY).open(again, CONTEXT)).isEqualTo(SECRET);
    }

    @Test
    void does_not_seal_again_what_it_cannot_open() {
        assertThatThrownBy(() -> box.reseal(KNOWN, "elsewhere")).isInstanceOf(UnreadableSecretException.class);
    }
}
