/** The accounts at a glance, for the review of who has access. */
@NullMarked
package org.ectsuite.auth.review;

import org.jspecify.annotations.NullMarked;
