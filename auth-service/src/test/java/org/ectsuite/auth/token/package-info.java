@NullMarked
package org.ectsuite.auth.token;

import org.jspecify.annotations.NullMarked;
