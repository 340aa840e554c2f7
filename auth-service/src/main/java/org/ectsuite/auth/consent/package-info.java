/** What people have agreed that clients may do, and how they take it back. */
@NullMarked
package org.ectsuite.auth.consent;

import org.jspecify.annotations.NullMarked;
