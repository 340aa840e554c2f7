/** The end of a net: its log goes to everybody who subscribed. */
@NullMarked
package org.ectsuite.ectlog.closing;

import org.jspecify.annotations.NullMarked;
