/** The second factor: codes of an authenticator, and codes written down for the day on which it is lost. */
@NullMarked
package org.ectsuite.auth.factor;

import org.jspecify.annotations.NullMarked;
