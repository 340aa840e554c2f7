/** Comparing libraries with their folders: reading only, incremental, one at a time for each library. */
@NullMarked
package org.ectsuite.media.scan;

import org.jspecify.annotations.NullMarked;
