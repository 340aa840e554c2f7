/** The catalogue: one item for each file, what is known of it, and who may see it. */
@NullMarked
package org.ectsuite.media.item;

import org.jspecify.annotations.NullMarked;
