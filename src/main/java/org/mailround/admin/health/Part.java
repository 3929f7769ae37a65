package org.mailround.admin.health;

/** Something of the house that can be well or ill. Looking at it asks nobody beyond this machine and its database. */
interface Part {

    /** Its key, behind {@code health.} in the words. */
    String name();

    Line look(Signs signs);
}
