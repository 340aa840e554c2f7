/** One mail a day in place of many: for people who want it so, and for administrators about mails that could not be delivered. */
@NullMarked
package org.ectsuite.notification.digest;

import org.jspecify.annotations.NullMarked;
