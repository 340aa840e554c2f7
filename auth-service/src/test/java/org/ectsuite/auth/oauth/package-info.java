@NullMarked
package org.ectsuite.auth.oauth;

import org.jspecify.annotations.NullMarked;
