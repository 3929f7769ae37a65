/** Pages of the desk about people: subscribers, their lists, suppressions, imports, and what people may ask for. */
@NullMarked
package org.mailround.admin.audience;

import org.jspecify.annotations.NullMarked;
