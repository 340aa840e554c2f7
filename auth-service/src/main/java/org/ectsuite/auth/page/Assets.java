package org.ectsuite.auth.page;

import io.quarkus.qute.TemplateGlobal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;

/** The addresses of stylesheet and script: they change with the content, so that browsers may keep them for ever. */
final class Assets {

    private static final String FOLDER = "META-INF/resources/assets/";

    private Assets() {}

    @TemplateGlobal(name = "stylesheet")
    static String stylesheet() {
        return Holder.STYLESHEET;
    }

    @TemplateGlobal(name = "passkeyScript")
    static String passkeyScript() {
        return Holder.PASSKEY_SCRIPT;
    }

    /** Read once, when the first page is shown. */
    private static final class Holder {
        static final String STYLESHEET = address("pages.css");
        static final String PASSKEY_SCRIPT = address("passkey.js");

        private static String address(String name) {
            return "/auth/assets/" + name + "?v=" + version(FOLDER + name);
        }

        private static String version(String resource) {
            try (InputStream content =
                    Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
                if (content == null) {
                    throw new IllegalStateException(resource + " is missing");
                }
                return HexFormat.of().formatHex(DigestUtils.sha256(content), 0, 6);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
