/** Keys, and the tokens they sign: every link, message id and hash that leaves the house. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.mailround.token;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
