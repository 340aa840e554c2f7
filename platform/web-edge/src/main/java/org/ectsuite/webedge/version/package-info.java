/** Versions of edited resources as entity tags. */
@NullMarked
package org.ectsuite.webedge.version;

import org.jspecify.annotations.NullMarked;
