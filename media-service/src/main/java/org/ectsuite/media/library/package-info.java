/** The folders that the operator opens to the catalogue: configuration, access by role, and the only way to a file. */
@NullMarked
package org.ectsuite.media.library;

import org.jspecify.annotations.NullMarked;
