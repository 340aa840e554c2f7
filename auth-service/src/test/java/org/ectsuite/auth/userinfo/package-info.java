@NullMarked
package org.ectsuite.auth.userinfo;

import org.jspecify.annotations.NullMarked;
