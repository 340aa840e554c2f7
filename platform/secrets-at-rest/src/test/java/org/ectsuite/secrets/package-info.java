@NullMarked
package org.ectsuite.secrets;

import org.jspecify.annotations.NullMarked;
