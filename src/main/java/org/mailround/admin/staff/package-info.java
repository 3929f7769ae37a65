/** Pages of the desk about who works here, and about the programs that work for them. */
@NullMarked
package org.mailround.admin.staff;

import org.jspecify.annotations.NullMarked;
