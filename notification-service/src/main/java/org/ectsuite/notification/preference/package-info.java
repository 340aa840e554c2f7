/** What people want to get by mail, and when: kinds, lists, quiet hours, and the way out in every mailing. */
@NullMarked
package org.ectsuite.notification.preference;

import org.jspecify.annotations.NullMarked;
