/** Tells administrators once a day which mails could not be delivered. */
@NullMarked
package org.ectsuite.notification.digest;

import org.jspecify.annotations.NullMarked;
