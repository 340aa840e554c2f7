package org.ectsuite.notification.template;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;

/** Which addresses a letter may link to: those of the suite's own origin, and nobody else's. */
final class OwnAddresses {

    private final URI origin;

    OwnAddresses(URI publicUrl) {
        this.origin = publicUrl;
    }

    /** Whether this is an absolute address under the public URL, with nothing in it that mail programs read otherwise. */
    boolean contain(String address) {
        if (!address.chars().allMatch(c -> c > ' ' && c < 0x7f) || address.indexOf('\\') >= 0) {
            return false;
        }
        URI uri;
        try {
            uri = new URI(address);
        } catch (URISyntaxException e) {
            return false;
        }
        return Objects.equals(uri.getScheme(), origin.getScheme())
                && Objects.equals(uri.getRawAuthority(), origin.getRawAuthority())
                && uri.getRawUserInfo() == null
                && uri.getRawPath() != null
                && uri.getRawPath().startsWith("/");
    }
}
