package org.ectsuite.auth.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.ectsuite.auth.cookie.ServiceCookie;
import org.ectsuite.auth.cookie.ServiceCookies;
import org.ectsuite.auth.opaque.OpaqueToken;
import org.ectsuite.auth.opaque.OpaqueTokens;
import org.ectsuite.secrets.SecretBox;
import org.ectsuite.secrets.UnreadableSecretException;
import org.jspecify.annotations.Nullable;

/**
 * Proof that a form was filled in on a page of ours in the same browser: a random value in a cookie, and the same value,
 * sealed by us, in the form. Another site can read neither, and cannot make a matching pair.
 */
@ApplicationScoped
public class FormTokens {

    public static final String COOKIE = "ect_form";
    /** Name of the field. */
    public static final String FIELD = "csrf";

    private static final String CONTEXT = "form-token";
    private static final int LONGEST = 512;

    private final OpaqueTokens tokens;
    private final SecretBox box;
    private final ServiceCookie cookie;

    FormTokens(OpaqueTokens tokens, SecretBox box, ServiceCookies cookies) {
        this.tokens = tokens;
        this.box = box;
        // The page behind a link in a mail is reached from elsewhere, and must keep the token of other windows.
        this.cookie = cookies.lax(COOKIE, "/auth");
    }

    /**
     * What a page with a form needs.
     *
     * @param field the value of the field
     * @param cookie to be set; the same again if the browser has one already
     */
    public record FormToken(String field, NewCookie cookie) {
        /** What only this browser has. */
        public String holder() {
            return cookie.getValue();
        }
    }

    public FormToken issue(@Nullable String held) {
        OpaqueToken value = OpaqueToken.parse(held).orElseGet(tokens::next);
        byte[] sealed = box.seal(value.text().getBytes(StandardCharsets.US_ASCII), CONTEXT);
        return new FormToken(Base64.getUrlEncoder().withoutPadding().encodeToString(sealed), cookie.holding(value));
    }

    public boolean accepts(@Nullable String held, @Nullable String field) {
        Optional<OpaqueToken> holder = OpaqueToken.parse(held);
        return holder.isPresent() && field != null && holder.equals(open(field));
    }

    private Optional<OpaqueToken> open(String field) {
        if (field.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            byte[] sealed = Base64.getUrlDecoder().decode(field);
            return OpaqueToken.parse(new String(box.open(sealed, CONTEXT), StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException | UnreadableSecretException e) {
            return Optional.empty();
        }
    }
}
