/** One page that answers whether everything is well. */
@NullMarked
package org.mailround.admin.health;

import org.jspecify.annotations.NullMarked;
