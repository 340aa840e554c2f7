/** The way to the relay: TLS and login always, and what a refusal means. */
@NullMarked
package org.ectsuite.notification.smtp;

import org.jspecify.annotations.NullMarked;
