/** Everything that happened in a net, once and in order. */
@NullMarked
package org.ectsuite.ectlog.journal;

import org.jspecify.annotations.NullMarked;
