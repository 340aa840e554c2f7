/** What all pages have in common: layout, headers, form tokens, errors. */
@NullMarked
package org.ectsuite.auth.page;

import org.jspecify.annotations.NullMarked;
