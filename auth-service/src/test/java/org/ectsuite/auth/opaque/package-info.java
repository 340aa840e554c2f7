@NullMarked
package org.ectsuite.auth.opaque;

import org.jspecify.annotations.NullMarked;
