@NullMarked
package org.ectsuite.auth;

import org.jspecify.annotations.NullMarked;
