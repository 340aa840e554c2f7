/** Where messages go besides mail: signed webhooks and topics of ntfy. Connects to nothing that it must not. */
@NullMarked
package org.ectsuite.notification.push;

import org.jspecify.annotations.NullMarked;
