package org.ectsuite.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.ectsuite.testsupport.TestDatabase;

/** An authenticator in somebody's pocket, written from RFC 6238 without a look at the service's own code. */
public final class Authenticator {

    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final Person owner;
    private final byte[] secret;
    private final List<String> recoveryCodes;

    private Authenticator(Person owner, byte[] secret, List<String> recoveryCodes) {
        this.owner = owner;
        this.secret = secret;
        this.recoveryCodes = recoveryCodes;
    }

    /** Sets one up, through the API, as its owner does. */
    public static Authenticator of(Person owner) {
        Response prepared = owner.api().post("/auth/me/second-factor/totp");
        assertThat(prepared.statusCode()).isEqualTo(200);
        byte[] secret = decoded(prepared.jsonPath().getString("secret"));
        Response confirmed =
                owner.api().body(Map.of("code", code(secret))).post("/auth/me/second-factor/totp/confirmation");
        assertThat(confirmed.statusCode()).isEqualTo(200);
        Authenticator authenticator =
                new Authenticator(owner, secret, confirmed.jsonPath().getList("codes"));
        authenticator.later();
        return authenticator;
    }

    public List<String> recoveryCodes() {
        return recoveryCodes;
    }

    /** What it shows now. */
    public String code() {
        return code(secret);
    }

    /** What it would show with this secret. */
    public static String codeOf(String secret) {
        return code(decoded(secret));
    }

    /** A code that it does not show now, nor a moment ago, nor in a moment. */
    public String wrongCode() {
        List<String> near = List.of(code(secret, -1), code(secret, 0), code(secret, 1), code(secret, 2));
        for (int guess = 0; ; guess++) {
            String code = "%06d".formatted(guess);
            if (!near.contains(code)) {
                return code;
            }
        }
    }

    /** Half a minute passes: the code that was used is not the present one any more. */
    public Authenticator later() {
        TestDatabase.current()
                .update(
                        "update totp set last_step = 0 where account_id = ?::uuid",
                        owner.id().toString());
        return this;
    }

    private static String code(byte[] secret) {
        return code(secret, 0);
    }

    private static String code(byte[] secret, int offset) {
        long step = Clock.systemUTC().instant().getEpochSecond() / 30 + offset;
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            int number = ByteBuffer.wrap(hash, hash[19] & 15, 4).getInt() & 0x7fffffff;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] decoded(String text) {
        BigInteger number = BigInteger.ZERO;
        for (int i = 0; i < text.length(); i++) {
            number = number.shiftLeft(5).or(BigInteger.valueOf(BASE_32.indexOf(text.charAt(i))));
        }
        byte[] bytes = new byte[20];
        for (int i = 0; i < 20; i++) {
            bytes[i] = number.shiftRight(8 * (19 - i)).byteValue();
        }
        return bytes;
    }
}
