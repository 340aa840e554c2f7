/** Tests of media-service as a whole, and what they run against. */
@NullMarked
package org.ectsuite.media;

import org.jspecify.annotations.NullMarked;
