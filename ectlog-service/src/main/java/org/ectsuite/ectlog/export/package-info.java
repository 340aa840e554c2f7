/** A net's log as a file: CSV and ICS-309. */
@NullMarked
package org.ectsuite.ectlog.export;

import org.jspecify.annotations.NullMarked;
