/** Edition × recipient → the octets of one mail: template, slots, headers, MIME; knows no database. */
@ApplicationModule(allowedDependencies = {"campaign", "clinic", "token", "rfc"})
@NullMarked
package org.mailround.message;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
