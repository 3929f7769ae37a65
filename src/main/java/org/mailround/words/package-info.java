/** What pages say, and in which language: English, Spanish and German. */
@ApplicationModule(allowedDependencies = {"clinic", "rfc"})
@NullMarked
package org.mailround.words;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
