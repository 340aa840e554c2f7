@NullMarked
package org.ectsuite.auth.revocation;

import org.jspecify.annotations.NullMarked;
