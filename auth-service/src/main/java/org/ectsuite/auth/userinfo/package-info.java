/** What clients may know of people (OpenID Connect Core section 5). */
@NullMarked
package org.ectsuite.auth.userinfo;

import org.jspecify.annotations.NullMarked;
