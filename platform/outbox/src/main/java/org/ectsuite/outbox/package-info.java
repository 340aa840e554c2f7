/**
 * The transactional outbox: {@link org.ectsuite.outbox.Outbox} stores a mail in the transaction of the change that wants
 * it, the relay hands it to notification-service, at least once and there with a key that makes it exactly once.
 */
@NullMarked
package org.ectsuite.outbox;

import org.jspecify.annotations.NullMarked;
