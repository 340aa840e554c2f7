@NullMarked
package org.ectsuite.auth.review;

import org.jspecify.annotations.NullMarked;
