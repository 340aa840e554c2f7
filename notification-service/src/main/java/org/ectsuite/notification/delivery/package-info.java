/** Takes due messages from the queue and hands them to the relay, by any number of workers, each message by one. */
@NullMarked
package org.ectsuite.notification.delivery;

import org.jspecify.annotations.NullMarked;
