@NullMarked
package org.ectsuite.auth.audit;

import org.jspecify.annotations.NullMarked;
