@NullMarked
package org.ectsuite.auth.notice;

import org.jspecify.annotations.NullMarked;
