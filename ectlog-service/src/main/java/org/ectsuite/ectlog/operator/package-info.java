/** The people who act, as this service knows them: by their access token. */
@NullMarked
package org.ectsuite.ectlog.operator;

import org.jspecify.annotations.NullMarked;
