/** People: who they are, how they are written to, and what they may do at large. */
@NullMarked
package org.ectsuite.auth.account;

import org.jspecify.annotations.NullMarked;
