package org.ectsuite.notification.suppression;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 under a key, compared in a time that does not depend on where the difference is. */
final class HookSignature {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    HookSignature(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** Whether this is the signature of the parts, one after the other. */
    boolean fits(byte[] signature, byte[]... parts) {
        return MessageDigest.isEqual(sign(parts), signature);
    }

    /** The signature of the parts, one after the other. */
    byte[] sign(byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA256", e);
        }
    }
}
