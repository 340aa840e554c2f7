/** Writes the reference pages of docs/reference from the sources of all modules. */
@NullMarked
package org.ectsuite.docs;

import org.jspecify.annotations.NullMarked;
