/** What takes long to find out, remembered for pages. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.mailround.recent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
