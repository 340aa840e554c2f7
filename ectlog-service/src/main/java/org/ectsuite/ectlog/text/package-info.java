/** What texts and times that people type may hold. */
@NullMarked
package org.ectsuite.ectlog.text;

import org.jspecify.annotations.NullMarked;
