/** What holds for the service as a whole. */
@NullMarked
package org.ectsuite.ectlog;

import org.jspecify.annotations.NullMarked;
