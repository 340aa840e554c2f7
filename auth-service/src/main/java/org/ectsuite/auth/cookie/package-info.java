/** The cookies of this service, and what browsers are asked to enforce by their names. */
@NullMarked
package org.ectsuite.auth.cookie;

import org.jspecify.annotations.NullMarked;
