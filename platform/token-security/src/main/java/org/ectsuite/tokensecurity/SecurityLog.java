package org.ectsuite.tokensecurity;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * The lines that intrusion prevention reads. They go to the logger {@code org.ectsuite.security} and have this form,
 * which is part of the suite's interface:
 *
 * <pre>{@code authentication failed: address=<address> reason=<reason>}</pre>
 *
 * <p>{@code <address>} is the client's address behind trusted proxies, in canonical text (RFC 5952 for IPv6), or {@code
 * unknown}. {@code <reason>} is the name of an enum constant in lower case, words joined by hyphens. Neither holds anything
 * a client wrote, so the line cannot be forged: user input never reaches this logger, and in JSON logs a quotation mark
 * in any other line is escaped, so the text {@code "loggerName":"org.ectsuite.security"} appears in lines of this logger
 * only.
 *
 * <p>The level is WARN for what honest clients do not do and INFO for what happens to them (an expired token); who bans
 * addresses counts WARN lines only.
 */
public final class SecurityLog {
    /** The logger's name. */
    public static final String LOGGER = "org.ectsuite.security";

    private static final Logger LOG = Logger.getLogger(LOGGER);
    private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f:.]{2,45}(%[0-9A-Za-z]{1,16})?");

    private SecurityLog() {}

    /** Why an authentication failed: implemented by enums, so that no text of a client can stand here. */
    public interface Reason {
        /** The constant's name. */
        String name();

        /** Whether honest clients run into it in daily use. */
        default boolean honest() {
            return false;
        }
    }

    /** Writes one line, and tells whoever observes {@link AuthenticationFailure} in this service. */
    public static <R extends Enum<R> & Reason> void authenticationFailed(String address, R reason) {
        LOG.log(reason.honest() ? Logger.Level.INFO : Logger.Level.WARN, line(address, reason));
        ArcContainer container = Arc.container();
        if (container != null && container.isRunning()) {
            container
                    .beanManager()
                    .getEvent()
                    .select(AuthenticationFailure.class)
                    .fire(new AuthenticationFailure(shown(address), word(reason), reason.honest()));
        }
    }

    static <R extends Enum<R> & Reason> String line(String address, R reason) {
        return "authentication failed: address=" + shown(address) + " reason=" + word(reason);
    }

    private static String shown(String address) {
        return ADDRESS.matcher(address).matches() ? address : "unknown";
    }

    private static String word(Enum<?> reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
