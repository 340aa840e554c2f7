/** Keys with which programs act for a person, within bounds the person sets. */
@NullMarked
package org.ectsuite.auth.apikey;

import org.jspecify.annotations.NullMarked;
