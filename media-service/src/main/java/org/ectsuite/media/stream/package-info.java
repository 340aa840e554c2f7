/** Files over HTTP: ranges, validators, and tickets for players that cannot send a token. */
@NullMarked
package org.ectsuite.media.stream;

import org.jspecify.annotations.NullMarked;
