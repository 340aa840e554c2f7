package org.ectsuite.notification.smtp;

import io.vertx.ext.mail.CanonicalizationAlgorithm;
import io.vertx.ext.mail.DKIMSignOptions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The key that mails are signed with, and what of them is signed. */
final class DkimKey {

    /** RFC 8301, section 3.2: receivers may not take shorter keys. */
    private static final int MIN_BITS = 1024;

    /** Whatever tells who wrote what to whom, and the way out, which RFC 8058 wants signed (section 4). */
    static final List<String> SIGNED_HEADERS = List.of(
            "From",
            "To",
            "Subject",
            "Date",
            "Message-ID",
            "MIME-Version",
            "Content-Type",
            "List-Unsubscribe",
            "List-Unsubscribe-Post");

    private DkimKey() {}

    /** How to sign mails of this sender; empty if there is no key. */
    static Optional<DKIMSignOptions> options(SmtpConfig config, MailAddress from) {
        return config.dkim()
                .selector()
                .flatMap(selector -> config.dkim()
                        .privateKey()
                        .map(pem -> new DKIMSignOptions()
                                .setSelector(selector)
                                .setSdid(config.dkim().domain().orElseGet(from::domain))
                                .setPrivateKey(base64(pem))
                                .setHeaderCanonAlgo(CanonicalizationAlgorithm.RELAXED)
                                .setBodyCanonAlgo(CanonicalizationAlgorithm.RELAXED)
                                .setSignatureTimestamp(true)
                                .setSignedHeaders(SIGNED_HEADERS)));
    }

    /** What is wrong with the settings; empty if nothing. */
    static Optional<String> complaint(SmtpConfig.Dkim dkim) {
        if (dkim.selector().isPresent() != dkim.privateKey().isPresent()) {
            return Optional.of("needs both a selector and a private key, or neither");
        }
        return dkim.privateKey()
                .filter(pem -> !isUsable(pem))
                .map(pem -> "is no RSA private key in PEM (PKCS #8)" + " of at least " + MIN_BITS + " bits");
    }

    private static boolean isUsable(String pem) {
        try {
            byte[] der = Base64.getDecoder().decode(base64(pem));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der))
                            instanceof RSAPrivateKey key
                    && key.getModulus().bitLength() >= MIN_BITS;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static String base64(String pem) {
        return pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s+", "");
    }
}
