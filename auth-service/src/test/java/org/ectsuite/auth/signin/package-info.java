@NullMarked
package org.ectsuite.auth.signin;

import org.jspecify.annotations.NullMarked;
