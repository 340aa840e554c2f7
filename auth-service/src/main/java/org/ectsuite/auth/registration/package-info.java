/** Who may make an account: anybody, those who are invited, or nobody. */
@NullMarked
package org.ectsuite.auth.registration;

import org.jspecify.annotations.NullMarked;
