@NullMarked
package org.ectsuite.auth.erasure;

import org.jspecify.annotations.NullMarked;
