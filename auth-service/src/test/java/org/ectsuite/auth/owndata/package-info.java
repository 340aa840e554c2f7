@NullMarked
package org.ectsuite.auth.owndata;

import org.jspecify.annotations.NullMarked;
