/** The durable queue of messages: accepted once, moved through an explicit life cycle, kept as the delivery log. */
@NullMarked
package org.ectsuite.notification.message;

import org.jspecify.annotations.NullMarked;
