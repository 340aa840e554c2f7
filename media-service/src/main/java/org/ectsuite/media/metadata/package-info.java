/**
 * What files say of themselves: one plain reader per format, rules for names, and their union. Nothing here knows a
 * database, a service or a path on disk; readers are handed an open channel and a {@link
 * org.ectsuite.media.metadata.ReadLimits limit}.
 */
@NullMarked
package org.ectsuite.media.metadata;

import org.jspecify.annotations.NullMarked;
