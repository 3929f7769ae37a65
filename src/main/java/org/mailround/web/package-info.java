/** Asks for addresses on the web, and never reaches what only this network can reach. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.mailround.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
