package org.ectsuite.outbox;

import io.smallrye.mutiny.Uni;
import java.util.Set;

/**
 * Turns the little that was stored for a mail into all that is sent, at the time of sending. Implemented by a bean for
 * each kind that needs it; other kinds are sent as they were stored.
 *
 * <p>It runs on a Vert.x context of its own, where {@code @WithSession} and {@code @WithTransaction} work, outside of any
 * request. A failure is tried again later; {@link UnsendableMailException} and {@link NeedlessMailException} are not. After a
 * crash it may run a second time for a mail that was already accepted; what it makes then is dropped.
 */
public interface MailComposer {

    /** The kinds it composes. */
    Set<String> kinds();

    /** Composes a mail; must end within 30 seconds. */
    Uni<ComposedMail> compose(OutboxMail mail);
}
