/** Lets administrators look at the letters before anybody gets one. */
@NullMarked
package org.ectsuite.notification.preview;

import org.jspecify.annotations.NullMarked;
