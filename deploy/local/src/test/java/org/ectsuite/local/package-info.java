@NullMarked
package org.ectsuite.local;

import org.jspecify.annotations.NullMarked;
