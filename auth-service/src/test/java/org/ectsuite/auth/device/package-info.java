@NullMarked
package org.ectsuite.auth.device;

import org.jspecify.annotations.NullMarked;
