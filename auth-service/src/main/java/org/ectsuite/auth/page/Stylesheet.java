package org.ectsuite.auth.page;

import io.quarkus.qute.TemplateGlobal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;

/** The address of the stylesheet: it changes with the content, so that browsers may keep it for ever. */
final class Stylesheet {

    private static final String RESOURCE = "META-INF/resources/assets/pages.css";

    private Stylesheet() {}

    @TemplateGlobal(name = "stylesheet")
    static String address() {
        return Holder.ADDRESS;
    }

    /** Read once, when the first page is shown. */
    private static final class Holder {
        static final String ADDRESS = "/auth/assets/pages.css?v=" + version();

        private static String version() {
            try (InputStream css =
                    Thread.currentThread().getContextClassLoader().getResourceAsStream(RESOURCE)) {
                if (css == null) {
                    throw new IllegalStateException("The stylesheet is missing");
                }
                return HexFormat.of().formatHex(DigestUtils.sha256(css), 0, 6);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
