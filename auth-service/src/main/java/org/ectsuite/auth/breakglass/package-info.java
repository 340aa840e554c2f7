/**
 * The way in for an administrator who has lost the others: a code that only somebody with a shell on the host can make, good
 * once and for a few minutes.
 */
@NullMarked
package org.ectsuite.auth.breakglass;

import org.jspecify.annotations.NullMarked;
