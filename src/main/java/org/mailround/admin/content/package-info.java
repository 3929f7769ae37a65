/** Pages of the desk about what is written: articles, and the sources that they come from. */
@NullMarked
package org.mailround.admin.content;

import org.jspecify.annotations.NullMarked;
