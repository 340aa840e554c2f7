/** Addresses that get no mail, and the reports of servers that put them there. */
@NullMarked
package org.ectsuite.notification.suppression;

import org.jspecify.annotations.NullMarked;
