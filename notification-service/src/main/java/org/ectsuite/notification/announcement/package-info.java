/** Messages of administrators, in their own words, to everybody or to those with a role. */
@NullMarked
package org.ectsuite.notification.announcement;

import org.jspecify.annotations.NullMarked;
