@NullMarked
package org.ectsuite.auth.idtoken;

import org.jspecify.annotations.NullMarked;
