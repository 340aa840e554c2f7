/** How much and how often a client may ask. */
@NullMarked
package org.ectsuite.webedge.limit;

import org.jspecify.annotations.NullMarked;
