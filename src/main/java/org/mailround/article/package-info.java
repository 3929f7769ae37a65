/** Collects articles from feeds and folders, makes them safe, and remembers each for ever. */
@ApplicationModule(allowedDependencies = {"clinic", "web"})
@NullMarked
package org.mailround.article;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
