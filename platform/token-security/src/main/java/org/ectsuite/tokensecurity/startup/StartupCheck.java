package org.ectsuite.tokensecurity.startup;

import java.util.List;

/**
 * A check that runs when a service starts: beans that implement it are asked, and in production any finding ends the
 * start. A check may block.
 */
public interface StartupCheck {
    /** What speaks against starting; empty if nothing does. */
    List<Finding> findings();

    /** Secrets of this service beyond those that every service has: checked for placeholders, length and sharing. */
    default List<GuardedSecret> secrets() {
        return List.of();
    }
}
