/** Secrets that mean nothing by themselves: 256 random bits, of which the database keeps only the hash. */
@NullMarked
package org.ectsuite.auth.opaque;

import org.jspecify.annotations.NullMarked;
