/** The log of a net: check-ins, re-checks, their states and corrections. */
@NullMarked
package org.ectsuite.ectlog.checkin;

import org.jspecify.annotations.NullMarked;
