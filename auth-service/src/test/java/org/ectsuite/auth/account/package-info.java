@NullMarked
package org.ectsuite.auth.account;

import org.jspecify.annotations.NullMarked;
