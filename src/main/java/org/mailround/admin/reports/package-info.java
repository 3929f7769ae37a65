/** Pages of the desk that tell how mailings went, and how lists grow. */
@NullMarked
package org.mailround.admin.reports;

import org.jspecify.annotations.NullMarked;
