@NullMarked
package org.ectsuite.auth.authorization;

import org.jspecify.annotations.NullMarked;
