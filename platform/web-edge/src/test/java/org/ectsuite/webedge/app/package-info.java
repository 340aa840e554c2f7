/** A small service whose endpoints do what the tests need to see at the edge. */
@NullMarked
package org.ectsuite.webedge.app;

import org.jspecify.annotations.NullMarked;
