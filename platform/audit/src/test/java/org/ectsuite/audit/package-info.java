@NullMarked
package org.ectsuite.audit;

import org.jspecify.annotations.NullMarked;
